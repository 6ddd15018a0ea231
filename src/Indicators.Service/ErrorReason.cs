using Google.Rpc;

namespace Indicators.Service;

/// <summary>Why a call or a project failed: all reasons that there are. Names never change.</summary>
/// <param name="Name">As ErrorInfo carries it.</param>
/// <param name="Code">The status.</param>
/// <param name="Text">What is wrong; {0} and so on are filled in.</param>
/// <param name="Remedy">The way out.</param>
public sealed record ErrorReason(string Name, Code Code, Bilingual Text, Bilingual Remedy)
{
    /// <summary>How long to wait before the same call may succeed, as RetryInfo carries it; null where it would fail again.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static readonly ErrorReason RuleSetIdMissing = new(
        "RULE_SET_ID_MISSING", Code.InvalidArgument,
        new("缺少 rule_set.id；已加载：{0}", "rule_set.id is missing; loaded are: {0}"),
        new("写指标体系的编号", "give the id of a rule set"));

    public static readonly ErrorReason ProjectIdMissing = new(
        "PROJECT_ID_MISSING", Code.InvalidArgument,
        new("缺少 project.id；写项目编号，例如 P001", "project.id is missing; give the id of the project, such as P001"),
        new("写项目编号，例如 P001", "give the id of the project, such as P001"));

    public static readonly ErrorReason ProjectDuplicate = new(
        "PROJECT_DUPLICATE", Code.InvalidArgument,
        new("项目编号“{0}”在这一批里出现 {1} 次，都不评分", "the id “{0}” stands {1} times in this batch; none of them is scored"),
        new("每个项目只送一次", "send each project once"));

    public static readonly ErrorReason LanguageUnknown = new(
        "LANGUAGE_UNKNOWN", Code.InvalidArgument,
        new("不支持语言“{0}”；写 zh-CN 或 en", "the language “{0}” is not spoken here; give zh-CN or en"),
        new("写 zh-CN 或 en", "give zh-CN or en"));

    public static readonly ErrorReason RuleSetNotFound = new(
        "RULE_SET_NOT_FOUND", Code.NotFound,
        new("没有指标体系“{0}”；已加载：{1}", "there is no rule set “{0}”; loaded are: {1}"),
        new("用 ListRuleSets 看有哪些", "see with ListRuleSets which there are"));

    public static readonly ErrorReason FiscalYearNotFound = new(
        "FISCAL_YEAR_NOT_FOUND", Code.NotFound,
        new("指标体系“{0}”没有 {1} 年度；有：{2}", "the rule set “{0}” has no fiscal year {1}; it has: {2}"),
        new("写其中一个年度，或写 0 用最近的", "give one of them, or 0 for the latest"));

    public static readonly ErrorReason RuleSetChanged = new(
        "RULE_SET_CHANGED", Code.FailedPrecondition,
        new("指标体系“{0}”现在是 {1}，不是要求的 {2}", "the rule set “{0}” is now {1}, not {2} as asked"),
        new("看清改了什么，再用新的摘要或不指定摘要", "see what was edited, then ask for the new digest or for none"));

    public static readonly ErrorReason EvidenceInvalid = new(
        "EVIDENCE_INVALID", Code.InvalidArgument,
        new("项目“{0}”的佐证有 {1} 个问题，没有评分；BadRequest 列出前 {2} 个", "the project “{0}” is not scored: its evidence has {1} problems, of which BadRequest lists the first {2}"),
        new("按每个问题写的办法改", "mend each as it says"));

    public static readonly ErrorReason ExpressionLimit = new(
        "EXPRESSION_LIMIT", Code.FailedPrecondition,
        new("{0}", "{0}"),
        new("减少明细表的行数，或请分析人员改写表达式", "send fewer rows, or have the expression rewritten"));

    public static readonly ErrorReason PortfolioMissing = new(
        "PORTFOLIO_MISSING", Code.FailedPrecondition,
        new("{0}", "{0}"),
        new("用 BatchScore 送全部项目，并写 projects_are_portfolio", "send all projects with BatchScore and projects_are_portfolio"));

    public static readonly ErrorReason MayChangeUnknown = new(
        "MAY_CHANGE_UNKNOWN", Code.InvalidArgument,
        new("may_change 里的“{0}”不是数据项，也不是表{1}", "“{0}” in may_change is no field and no table{1}"),
        new("写 evidence.yaml 里的名称；GetRuleSet 列出全部", "give names of evidence.yaml; GetRuleSet lists them all"));

    public static readonly ErrorReason TooFewYears = new(
        "TOO_FEW_YEARS", Code.InvalidArgument,
        new("送了 {0} 年，至少要两年", "{0} years were sent; at least two are needed"),
        new("最早的在前，每年送指标体系和项目", "send rules and project of each year, the earliest first"));

    public static readonly ErrorReason TooManyProjects = new(
        "TOO_MANY_PROJECTS", Code.InvalidArgument,
        new("一次送了 {0} 个项目，最多 {1} 个", "{0} projects at once; at most {1} are taken"),
        new("分成几次，或用 ScoreStream", "send several requests, or use ScoreStream"));

    public static readonly ErrorReason StreamNotOpened = new(
        "STREAM_NOT_OPENED", Code.InvalidArgument,
        new("流的第一条消息必须是 opening，而且只能有这一条", "the first message of a stream must be its opening, and no other may be"),
        new("先送 opening，再送各块", "send the opening first, then chunks"));

    public static readonly ErrorReason SequenceBroken = new(
        "SEQUENCE_BROKEN", Code.InvalidArgument,
        new("块的序号是 {0}，应该是 {1}", "the chunk has the number {0}, {1} was expected"),
        new("从 1 起依次编号；断开后从没有答复的第一块起重送", "count from 1; after a break send again from the first chunk that was not answered"));

    public static readonly ErrorReason PackedInvalid = new(
        "PACKED_INVALID", Code.InvalidArgument,
        new("{0}：{1}", "{0}: {1}"),
        new("按 opening 里的列送，每列与 project_ids 一样长", "send the columns of the opening, each as long as project_ids"));

    public static readonly ErrorReason RuleFileInvalid = new(
        "RULE_FILE_INVALID", Code.InvalidArgument,
        new("规则文件的路径“{0}”不能用，或文件多于 {1} 个", "the path “{0}” of a rule file cannot be used, or there are more than {1} files"),
        new("写文件夹以下的相对路径，例如 output.yaml 或 cases/first.yaml，每个一次", "give paths below the folder, such as output.yaml or cases/first.yaml, each once"));

    public static readonly ErrorReason NoArchive = new(
        "NO_ARCHIVE", Code.FailedPrecondition,
        new("这个服务不存档", "this server keeps no archive"),
        new("启动时加 --Archive", "start it with --Archive"));

    public static readonly ErrorReason EntryNotFound = new(
        "ENTRY_NOT_FOUND", Code.NotFound,
        new("档案里没有第 {0} 条；最后一条是第 {1} 条", "there is no entry {0} in the archive; the last one is {1}"),
        new("用 ListEntries 看有哪些", "see with ListEntries which there are"));

    public static readonly ErrorReason PageTokenInvalid = new(
        "PAGE_TOKEN_INVALID", Code.InvalidArgument,
        new("page_token“{0}”不是 ListEntries 给的", "the page_token “{0}” is none that ListEntries gave"),
        new("原样写上一页的 next_page_token，第一页留空", "send the next_page_token of the page before as it is, and none for the first"));

    public static readonly ErrorReason PackedNotKept = new(
        "PACKED_NOT_KEPT", Code.FailedPrecondition,
        new("这个服务存档，存的是项目，压成列的不收", "this server keeps an archive of projects, and takes no packed columns"),
        new("送项目的块", "send chunks of projects"));

    public static readonly ErrorReason MessageTooLarge = new(
        "MESSAGE_TOO_LARGE", Code.ResourceExhausted,
        new("消息超过 {0} 字节", "the message has more than {0} bytes"),
        new("送少一些项目，或用 ScoreStream 分块送", "send fewer projects, or send chunks with ScoreStream"));

    public static readonly ErrorReason MessageUnreadable = new(
        "MESSAGE_UNREADABLE", Code.InvalidArgument,
        new("收到的字节不是这个方法的消息，或嵌套太深", "the bytes are no message of this method, or are nested too deep"),
        new("用 protos/indicators/v1 生成的客户端", "use a client that was generated from protos/indicators/v1"));

    public static readonly ErrorReason TooManyCalls = new(
        "TOO_MANY_CALLS", Code.Unavailable,
        new("服务正在处理 {0} 个调用，这是上限", "the service has {0} calls under way, which is its limit"),
        new("等 RetryInfo 的时间再试", "try again after the time in RetryInfo"))
    { RetryAfter = TimeSpan.FromSeconds(1) };

    public static readonly ErrorReason Internal = new(
        "INTERNAL", Code.Internal,
        new("服务内部出错，已记入日志", "a fault of the service, which is in its log"),
        new("再试一次；仍然出错就请管理员看日志", "try again; if it stays, have the log looked at"));

    /// <summary>All of them, in the order in which the documentation has them.</summary>
    public static IReadOnlyList<ErrorReason> All { get; } =
    [
        RuleSetIdMissing, ProjectIdMissing, ProjectDuplicate, LanguageUnknown, RuleSetNotFound, FiscalYearNotFound, RuleSetChanged, EvidenceInvalid,
        ExpressionLimit, PortfolioMissing, MayChangeUnknown, TooFewYears, TooManyProjects, StreamNotOpened, SequenceBroken, PackedInvalid, RuleFileInvalid, NoArchive, EntryNotFound, PageTokenInvalid, PackedNotKept, MessageTooLarge, MessageUnreadable, TooManyCalls, Internal,
    ];

    public static ErrorReason Of(string name) => All.Single(r => r.Name == name);
}
