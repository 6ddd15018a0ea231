namespace Indicators.Cli;

/// <summary>What <c>indicators batch</c> says.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutBatch = new(
        "给全部项目评分，从 CSV 到 CSV：每个项目一行，占用的内存不随项目数增加；读不出来或不合格的写进另一个文件，写明位置、原因和改法。",
        "Scores all projects, from CSV to CSV: a row for each, in memory that does not grow with their number; what cannot be read or is not sound goes into another file with its place, the reason and the way out.");
    public static readonly Bilingual AboutBatchEvidence = new(
        "项目数据：文件夹，或者一个或几个 CSV（可以是 .csv.gz）",
        "the evidence: a folder, or one or more CSV files (also .csv.gz)");
    public static readonly Bilingual AboutBatchOut = new("写结果的文件（必填）", "the file of results (required)");
    public static readonly Bilingual NoBatchOut = new("没有给出写结果的文件，请加上 --out FILE", "the file of results is missing: add --out FILE");
    public static readonly Bilingual AboutRejects = new("写不评分的项目和原因的文件，默认是结果旁边的 rejects.csv", "the file of projects that are not scored, with the reasons; default rejects.csv beside the results");
    public static readonly Bilingual AboutAcross = new("另外核查跨项目的疑点（flags.yaml 的 跨项目），写进这个文件（慢一些）", "also looks for flags that several projects raise together (across, in flags.yaml), and writes them into this file (slower)");
    public static readonly Bilingual NothingAcross = new("“{0}”的 flags.yaml 没有“跨项目”，没有可核查的；去掉 --across，或写上要核查什么", "flags.yaml of “{0}” has no “across”: there is nothing to look for; leave out --across, or write what to look for");
    public static readonly Bilingual AboutLong = new("每个三级指标一行，而不是每个项目一行", "a row for each indicator instead of one for each project");
    public static readonly Bilingual AboutExplain = new("每个三级指标一行，并写明怎样得分（慢一些）", "a row for each indicator, with why it has its points (slower)");
    public static readonly Bilingual AboutBom = new("结果带 UTF-8 标记，给 Excel 打开", "the results carry a UTF-8 mark, for Excel");
    public static readonly Bilingual AboutThreads = new("同时用几个核，默认全部；结果相同", "how many cores to use, default all; the results are the same");
    public static readonly Bilingual AboutResume = new("接着上次中断的地方做，得到同样的结果", "goes on where an earlier run was stopped, to the same results");
    public static readonly Bilingual OutIsEvidence = new("“{0}”是要读的文件，或在要读的文件夹里，结果会和佐证混在一起；请写到别处", "“{0}” is to be read, or lies in a folder that is: results would be mixed with evidence; write them elsewhere");
    public static readonly Bilingual OutIsFolder = new("“{0}”是文件夹，不是文件", "“{0}” is a folder, not a file");
    public static readonly Bilingual OutIsDevice = new("“{0}”是设备或管道：结果完整之后才有名字，不能边算边送；请写成一个文件", "“{0}” is a device or a pipe: results have their name only once they are whole, and cannot be sent as they come; name a file");
    public static readonly Bilingual OutTwice = new("两样结果不能写到同一个文件“{0}”", "two outputs cannot be the same file “{0}”");

    public static readonly Bilingual BatchBar = new("[{0}] {1}%  {2} 个项目  {3}/秒  还要 {4}", "[{0}] {1}%  {2} projects  {3}/s  {4} left");
    public static readonly Bilingual BatchLine = new("{1}%，{2} 个项目，每秒 {3} 个，还要 {4}", "{1}%, {2} projects, {3} a second, {4} left");
    public static readonly Bilingual BatchOrdering = new("各文件的项目顺序不同，先排序", "the files hold the projects in different orders: sorting");
    public static readonly Bilingual BatchMeasuring = new("先算各项目用来比较的值：{0}%", "measuring what the projects are compared with: {0}%");
    public static readonly Bilingual BatchGrouping = new("核查跨项目的疑点", "looking for flags that several projects raise together");
    public static readonly Bilingual BatchResumed = new("接着上次做：已有 {0} 个项目", "going on after {0} projects");
    public static readonly Bilingual BatchFresh = new("没有可以接着做的，从头开始", "there is nothing to go on with: starting from the beginning");
    public static readonly Bilingual BatchStopped = new("已停下。做好的 {0} 个项目在 {1}.part；加 --resume 接着做", "Stopped. {0} projects are done, in {1}.part; add --resume to go on");

    public static readonly Bilingual BatchCounts = new("读取 {0} 个项目 = 评分 {1} + 不评分 {2}", "{0} projects read = {1} scored + {2} rejected");
    public static readonly Bilingual BatchMean = new("平均 {0} 分", "mean total {0}");
    public static readonly Bilingual BatchProvisional = new("其中 {0} 个暂定：有分挂起", "{0} of them provisional: points are held");
    public static readonly Bilingual BatchUngraded = new("没有等级", "no grade");
    public static readonly Bilingual BatchGrades = new("等级", "Grades");
    public static readonly Bilingual BatchDeductions = new("失分最多的指标", "Commonest deductions");
    public static readonly Bilingual BatchDeduction = new("{0} 个项目（{1}），平均失 {2} 分", "{0} of the projects ({1}), {2} points on average");
    public static readonly Bilingual BatchFlags = new("疑点", "Flags");
    public static readonly Bilingual BatchAcross = new("跨项目疑点", "Flags across projects");
    public static readonly Bilingual BatchGroups = new("{0} 组，{1} 个项目", "groups: {0}, projects: {1}");
    public static readonly Bilingual BatchGroupsUndecided = new("{0} 组缺数，不能判断", "groups that lack figures and are undecided: {0}");
    public static readonly Bilingual BatchAcrossWritten = new("跨项目疑点写在 {0}", "Flags across projects: {0}");
    public static readonly Bilingual BatchProjects = new("{0} 个项目（{1}）", "{0} of the projects ({1})");
    public static readonly Bilingual BatchProblems = new("数据的问题", "Problems of the evidence");
    public static readonly Bilingual BatchProblem = new("{0} {1}：{2} 处，例如 {3}：{4}", "{0} {1}: found {2} ×, such as {3}: {4}");
    public static readonly Bilingual BatchLost = new("有 {0} 行不知道属于哪个项目，没有计入：缺了这些行的项目，得分不全", "{0} rows belong to no known project and are left out: the scores of a project that lacks them are not complete");
    public static readonly Bilingual BatchWritten = new("结果写在 {0}", "Results: {0}");
    public static readonly Bilingual BatchRejectsWritten = new("不评分的项目和原因写在 {0}", "Rejected projects and reasons: {0}");
}
