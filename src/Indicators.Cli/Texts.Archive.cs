namespace Indicators.Cli;

/// <summary>The texts of <c>indicators archive</c>, and of keeping a batch.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutArchive = new(
        "查看评价档案：列出、核对有没有被改过、用存下的佐证再评一遍。档案只增不改，每条的摘要连着前一条。",
        "Looks into an archive of evaluations: lists them, proves that none was changed, scores them again. An archive only grows, and every entry hangs on the one before by its hash.");
    public static readonly Bilingual AboutArchiveAction = new("head 最后一条的摘要；verify 核对；list 列出；show 一条的全部；replay 再评一遍", "head: the hash of the last entry; verify; list; show: all of one; replay: scores again");
    public static readonly Bilingual NoArchiveAction = new("没有说要做什么：head、verify、list、show 或 replay", "say what to do: head, verify, list, show or replay");
    public static readonly Bilingual AboutArchiveAddress = new("档案：一个文件，或 postgres: 加连接字符串", "the archive: a file, or postgres: and a connection string");
    public static readonly Bilingual NoArchiveAddress = new("没有给出档案", "the archive is missing");
    public static readonly Bilingual AboutKnownHead = new("在别处保存的 head：核对时能发现末尾被截、整条链被重做", "a head that was kept elsewhere: with it verify finds a tail that was cut off, and a chain that was made anew");
    public static readonly Bilingual AboutEntry = new("第几条", "the number of an entry");
    public static readonly Bilingual AboutArchiveProject = new("只要这个项目的", "only those of this project");
    public static readonly Bilingual AboutArchiveRuleSet = new("只要这个指标体系的", "only those under this rule set");
    public static readonly Bilingual AboutArchiveYear = new("只要这个年度的", "only those of this fiscal year");
    public static readonly Bilingual AboutAfter = new("从这一条以后", "only those after this number");
    public static readonly Bilingual AboutArchiveTop = new("最多列出几条；默认 100", "how many to list at most; default 100");
    public static readonly Bilingual AboutReplayRules = new("replay 用的指标体系；摘要不同的条目不评", "the rule set for replay; entries under another digest are not scored");
    public static readonly Bilingual NotAHead = new("“{0}”不是 head，应为 head 打印的样子：序号:64 位十六进制", "“{0}” is no head: it should be what head prints, a number, a colon and 64 hexadecimal digits");
    public static readonly Bilingual NoReplayRules = new("replay 要用 --rules 给出指标体系", "replay needs a rule set: add --rules DIR");
    public static readonly Bilingual NoEntryNumber = new("请用 --entry N 说明是第几条", "say which entry with --entry N");
    public static readonly Bilingual NoSuchEntry = new("没有第 {0} 条；最后一条是第 {1} 条", "there is no entry {0}; the last one is {1}");
    public static readonly Bilingual ArchiveFlaw = new("第 {1} 条：{0}。到 {2} 为止是完好的", "entry {1}: {0}. All is as it was up to {2}");
    public static readonly Bilingual ArchiveSound = new("{0} 条都完好；head {1}", "all {0} entries are as they were; head {1}");
    public static readonly Bilingual ArchiveLine = new("{0}  {1}  {2}  {3}  {4} {5}  {6} 分 {7}", "{0}  {1}  {2}  {3}  {4} {5}  {6} points {7}");
    public static readonly Bilingual ArchiveMore = new("后面还有：--after {0}", "there may be more: --after {0}");
    public static readonly Bilingual ReplayDiffers = new("第 {0} 条 {1}：再评与存下的不同：{2}", "entry {0}, {1}: scored again it is not what was kept: {2}");
    public static readonly Bilingual ReplayCounts = new("再评：相同 {0}，不同 {1}，规则不在或要同别的项目比较的 {2}", "scored again: {0} the same, {1} different, {2} under rules that are not here or that compare projects");
    public static readonly Bilingual ArchiveLater = new("档案“{0}”是更新的版本（{1}）做的，请用那个版本", "the archive “{0}” was made by a later version ({1}): use that one");
    public static readonly Bilingual NoArchiveThere = new("“{0}”里没有档案；用 batch --archive 建立", "there is no archive in “{0}”; batch --archive makes one");
    public static readonly Bilingual ArchiveUnopened = new("打不开档案“{0}”：{1}", "the archive “{0}” cannot be opened: {1}");
    public static readonly Bilingual AboutBatchArchive = new("另外把每个评价连同佐证存进档案：一个文件，或 postgres: 加连接字符串", "also keeps every evaluation with its evidence in an archive: a file, or postgres: and a connection string");
    public static readonly Bilingual AboutKeptBy = new("档案里记下是谁要的；默认是登录名", "who is noted in the archive as having asked; default: the login name");
    public static readonly Bilingual BatchKept = new("存进档案 {0} 条；head {1}", "{0} entries kept in the archive; head {1}");
}
