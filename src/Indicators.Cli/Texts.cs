namespace Indicators.Cli;

/// <summary>Every text of the command, in both languages.</summary>
internal static partial class Texts
{
    // Help
    public static readonly Bilingual About = new(
        "按指标体系为财政项目打绩效分：每一分都能追到规则、数据和佐证。（English: --help --lang en）",
        "Scores how well public money was spent: every point can be traced to a rule, a figure and a document. 中文：indicators --help");
    public static readonly Bilingual AboutScore = new(
        "读取项目数据，按指标体系打分，并逐项说明理由。",
        "Reads the evidence of projects, scores them under a rule set and gives the reason for every score.");
    public static readonly Bilingual LostRows = new("有 {0} 行不知道属于哪个项目，没有计入：缺了这些行的项目，上面的得分不全", "{0} rows belong to no known project and are left out: the scores above of a project that lacks them are not complete");
    public static readonly Bilingual Swapped = new("“{0}”是指标体系，“{1}”不是：两个文件夹写反了", "“{0}” is a rule set and “{1}” is none: the two folders are the wrong way round");
    public static readonly Bilingual AboutCheck = new(
        "检查指标体系的规则文件，列出全部问题；没有问题时给出分值表。",
        "Checks the files of a rule set and lists all problems; if there are none, shows the weights.");
    public static readonly Bilingual AboutTest = new(
        "运行指标体系的用例（cases/*.yaml），说明哪里和应得的不同。",
        "Runs the cases of rule sets (cases/*.yaml) and says where the scores differ from the expected.");
    public static readonly Bilingual AboutRuleSetDirectories = new("一个或几个指标体系文件夹", "one or more folders of rule sets");
    public static readonly Bilingual AboutCoverage = new(
        "列出没有用例到达的指标、要点、档、扣分和疑点，以及原因；有没到达的，退出码为 1",
        "list the leaves, bands, levels, deductions and flags that no case reaches, and why; exit code 1 if there are any");
    public static readonly Bilingual TestFramework = new(
        "{0}：参考框架，{1} 处待定，由继承它的指标体系的用例检验",
        "{0}: a framework, {1} parts are open; the cases of what extends it test it");
    public static readonly Bilingual TestSummary = new("{0}：用例 {1}，通过 {2}；到达 {3} / {4}", "{0}: cases {1}, passed {2}; reached {3} of {4} parts");
    public static readonly Bilingual TestNoCases = new("{0} 没有用例：在 cases 文件夹里写一个", "{0} has no cases: write one in its folder cases");
    public static readonly Bilingual TestFailed = new("没有通过：{0}（{1}）", "failed: {0} ({1})");
    public static readonly Bilingual TestMismatch = new("{0}：应为 {1}，实为 {2}（第 {3} 行）", "{0}: expected {1}, got {2} (line {3})");
    public static readonly Bilingual TestUnreached = new("没有到达：{0}（{1}）：{2}", "not reached: {0} ({1}): {2}");
    public static readonly Bilingual CheckFramework = new(
        "{0} {2}：参考框架，下列 {1} 处待定，由继承它的指标体系设定，在此之前不能打分",
        "{0} {2}: a framework; these {1} parts are open, what extends it must set them, nothing is scored before");
    public static readonly Bilingual IsFine = new("没有问题", "is fine");
    public static readonly Bilingual IsUsable = new("可以使用", "can be used");
    public static readonly Bilingual AboutEval = new(
        "计算一个 FEEL 表达式；给出指标体系和项目数据时，可以用其中的名称和 得分()、结论()、依据()。",
        "Works out a FEEL expression; with a rule set and evidence it can use their names, and score(), finding(), standing().");
    public static readonly Bilingual AboutExpression = new("FEEL 表达式，整个放在引号里", "the FEEL expression, in quotes");
    public static readonly Bilingual AboutStdin = new(
        "从标准输入读表达式，每行一个，每行输出一个结果；读不懂的行输出 null",
        "read expressions from standard input, one a line, and answer each with one line; null for one that cannot be read");
    public static readonly Bilingual AboutEvalRules = new("指标体系所在的文件夹", "the folder of the rule set");
    public static readonly Bilingual AboutEvalEvidence = new("项目数据：文件夹或 CSV 文件", "the evidence: a folder or a CSV file");
    public static readonly Bilingual AboutEvalProject = new("哪个项目；数据里有多个项目时必填", "which project; required if the evidence has several");
    public static readonly Bilingual AboutEvalTrace = new("把每个部分的值写到标准错误，先里后外", "write the value of every part to standard error, innermost first");
    public static readonly Bilingual NoExpression = new("没有给出表达式 EXPRESSION", "the expression EXPRESSION is missing");
    public static readonly Bilingual NoEvalEvidence = new("没有给出项目数据，请加上 --evidence EVIDENCE", "no evidence is given: add --evidence EVIDENCE");
    public static readonly Bilingual WhichProject = new("数据里有多个项目，请加上 --project ID：{0}", "the evidence has several projects, add --project ID: {0}");
    public static readonly Bilingual ExpressionPlace = new("表达式", "expression");
    public static readonly Bilingual EvalLimit = new("计算量超过限制，结果为 null", "the expression takes too much work; the result is null");
    public static readonly Bilingual MoreSteps = new("（只显示前 {0} 步）", "(only the first {0} steps are shown)");
    public static readonly Bilingual UnknownNames = new("不认识的名称或编号按 null 计算：{0}。{1}", "names and codes that are not known count as null: {0}.{1}");
    public static readonly Bilingual NamesNeedRules = new(
        "不认识的名称按 null 计算：{0}（要用项目数据，请加上 --rules 和 --evidence）",
        "names that are not known count as null: {0} (for the evidence of a project add --rules and --evidence)");
    public static readonly Bilingual NullBecause = new("结果为 null：{0}", "null: {0}");
    public static readonly Bilingual AboutEvidence = new(
        "项目数据：一个放 CSV 文件的文件夹（项目.csv、数据.csv、评价意见.csv 等），或单个 CSV 文件",
        "the evidence: a folder of CSV files (项目.csv, 数据.csv, 评价意见.csv …), or one CSV file");
    public static readonly Bilingual AboutRules = new(
        "指标体系所在的文件夹，里面有 rule-set.yaml（必填）",
        "the folder of the rule set, which holds rule-set.yaml (required)");
    public static readonly Bilingual AboutDirectory = new(
        "要检查的指标体系文件夹，里面有 rule-set.yaml",
        "the folder of the rule set to check, which holds rule-set.yaml");
    public static readonly Bilingual AboutFormat = new(
        "输出格式：table 给人看，json 给程序用；默认 table",
        "output format: table for people, json for programs; default table");
    public static readonly Bilingual AboutProject = new("只评这个编号的项目", "score only the project with this id");
    public static readonly Bilingual AboutYear = new(
        "用这个年度的规则；默认：score 用最后一个年度，check 检查全部年度",
        "the rules of this fiscal year; default: the latest for score, all of them for check");
    public static readonly Bilingual AboutLanguage = new("输出语言：zh 中文，en 英文；默认 zh", "language of the output: zh Chinese, en English; default zh");
    public static readonly Bilingual AboutHelp = new("显示本说明", "show this help");
    public static readonly Bilingual AboutVersion = new("显示版本号，和是否编入 NRules", "show the version, and whether NRules is in");
    public static readonly Bilingual AboutExecutor = new(
        "执行方式，结果相同：compiled 编译执行，由参照解释并逐项核对；reference 只用参照；nrules 用 NRules 规则引擎；默认 compiled",
        "how the rules are run, with the same result: compiled, which the reference explains and checks number by number; reference alone; nrules for the NRules engine; default compiled");
    public static readonly Bilingual AboutTrace = new(
        "把每条规则何时匹配、触发写到标准错误（只用于 --executor nrules）",
        "write to standard error when each rule matched and fired (only with --executor nrules)");
    public static readonly Bilingual WithNRules = new("NRules 执行器：有（NRules {0}）", "NRules executor: yes (NRules {0})");
    public static readonly Bilingual WithoutNRules = new("NRules 执行器：没有", "NRules executor: no");
    public static readonly Bilingual Usage = new("用法", "Usage");
    public static readonly Bilingual Commands = new("命令", "Commands");
    public static readonly Bilingual Arguments = new("参数", "Arguments");
    public static readonly Bilingual Options = new("选项", "Options");
    public static readonly Bilingual Example = new("示例", "Example");
    public static readonly Bilingual ExitCodes = new("退出码", "Exit codes");
    public static readonly Bilingual CommandWord = new("命令", "COMMAND");
    public static readonly Bilingual OptionsWord = new("[选项]", "[options]");
    public static readonly Bilingual AboutExitCodes = new(
        "0 正常　1 规则或数据有错误（能评的照常评）　2 用法错误　3 程序自身故障",
        "0 fine; 1 errors in the rules or the evidence (what can be scored is scored); 2 wrong usage; 3 a failure of the program itself");

    // Wrong usage
    public static readonly Bilingual UsageError = new("用法错误：{0}", "wrong usage: {0}");
    public static readonly Bilingual UsageLine = new("用法：{0}", "usage: {0}");
    public static readonly Bilingual SeeHelp = new("查看说明：{0} --help", "for help: {0} --help --lang en");
    public static readonly Bilingual NoCommand = new("没有给出命令，可用：{0}", "no command is given; expected one of {0}");
    public static readonly Bilingual UnknownCommand = new("没有命令“{0}”，可用：{1}", "there is no command “{0}”; expected one of {1}");
    public static readonly Bilingual NoEvidence = new("没有给出项目数据 EVIDENCE（文件夹或 CSV 文件）", "the evidence EVIDENCE is missing (a folder or a CSV file)");
    public static readonly Bilingual NoDirectory = new("没有给出指标体系文件夹 DIR", "the rule set's folder DIR is missing");
    public static readonly Bilingual NoRules = new("没有给出指标体系，请加上 --rules DIR", "no rule set is given: add --rules DIR");
    public static readonly Bilingual NoValue = new("选项 {0} 后面缺少值", "the option {0} needs a value after it");
    public static readonly Bilingual Repeated = new("选项 {0} 只能写一次", "the option {0} may be given only once");
    public static readonly Bilingual NotAmong = new("选项 {0} 的值“{1}”不可用，可用：{2}", "“{1}” is no value of {0}; expected one of {2}");
    public static readonly Bilingual NotAYear = new("选项 {0} 的值“{1}”不是年度，写四位数字，例如 2017", "“{1}” is no value of {0}: write a year of four digits, such as 2017");
    public static readonly Bilingual UnknownOption = new("没有选项“{0}”。{1}", "there is no option “{0}”.{1}");
    public static readonly Bilingual UnknownWord = new("不认识“{0}”", "“{0}” is not expected here");
    public static readonly Bilingual Then = new("。", ": ");
    public static readonly Bilingual TraceNeedsNRules = new("--trace 要和 --executor nrules 一起用", "--trace goes with --executor nrules");
    public static readonly Bilingual NoSuchPath = new("找不到“{0}”", "there is no “{0}”");
    public static readonly Bilingual NotADirectory = new("“{0}”是文件；指标体系是一个文件夹", "“{0}” is a file; a rule set is a folder");
    public static readonly Bilingual NoSuchProject = new("没有编号为“{0}”的项目，现有：{1}", "there is no project “{0}”; the evidence has {1}");
    public static readonly Bilingual NoProjects = new("（一个也没有）", "none");
    public static readonly Bilingual AndMore = new(" 等{0}个", " … ({0} in all)");

    // Problems of the input
    public static readonly Bilingual Error = new("错误", "error");
    public static readonly Bilingual Warning = new("警告", "warning");
    public static readonly Bilingual Errors = new("{0} 个错误", "{0} errors");
    public static readonly Bilingual OneError = new("1 个错误", "1 error");
    public static readonly Bilingual Warnings = new("{0} 个警告", "{0} warnings");
    public static readonly Bilingual OneWarning = new("1 个警告", "1 warning");
    public static readonly Bilingual RejectedProjects = new("未评分的项目（{0}）：{1}", "projects not scored ({0}): {1}");
    public static readonly Bilingual RulesUnusable = new("指标体系有错误，没有打分", "the rule set has errors, nothing was scored");
    public static readonly Bilingual NothingToScore = new("没有可以打分的项目", "there is no project to score");
    public static readonly Bilingual Unreadable = new("读写失败：{0}", "reading or writing failed: {0}");
    public static readonly Bilingual Interrupted = new("已中断；已经打印的评价是完整的", "interrupted; the evaluations printed so far are whole");
    public static readonly Bilingual Failure = new(
        "程序内部故障，不是您的数据或规则的问题。请把下面的内容连同用到的文件发给维护者。",
        "The program failed; neither your evidence nor your rules are to blame. Please report what follows, with the files used.");

    // The evaluation
    public static readonly Bilingual ProjectId = new("（项目 {0}）", " (project {0})");
    public static readonly Bilingual ProjectOnly = new("项目 {0}", "Project {0}");
    public static readonly Bilingual RuleSetLabel = new("指标体系", "Rule set");
    public static readonly Bilingual RuleSetLine = new("{0}（{1}）", "{0} ({1})");
    public static readonly Bilingual YearsLabel = new("年度", "Fiscal year");
    public static readonly Bilingual Period = new("（评价期 {0} 至 {1}）", " (period {0} to {1})");
    public static readonly Bilingual RulesOfYear = new("（按 {0} 年度的规则）", " (by the rules of {0})");
    public static readonly Bilingual NoteLabel = new("说明", "Note");
    public static readonly Bilingual TotalLabel = new("总分", "Total");
    public static readonly Bilingual TotalLine = new("{0} / {1}", "{0} / {1}");
    public static readonly Bilingual TotalHeld = new("（暂定，挂起 {0} 分）", " (provisional: {0} points are held)");
    public static readonly Bilingual GradeLabel = new("等级", "Grade");
    public static readonly Bilingual NoGrade = new("无（全部指标都已剔除，没有可评的分值）", "none (every indicator is left out, nothing is left to score)");
    public static readonly Bilingual GradeCapped = new("{0} → 红线 {1} → {2}", "{0} → red line {1} → {2}");
    public static readonly Bilingual GradeBest = new("（暂定，挂起的分全部得到时为 {0}）", " (provisional: {0} if all held points were earned)");
    public static readonly Bilingual GradeSettled = new("（挂起的分不影响等级）", " (the held points cannot change it)");
    public static readonly Bilingual GradeDistance = new("；再得 {0} 分升为 {1}（{2}）", "; {0} more points make it {1} ({2})");
    public static readonly Bilingual ConsequenceLabel = new("结果应用", "Results");
    public static readonly Bilingual ConsequenceLine = new("{0}（{1}）。这是规定的幅度，不是决定", "{0} ({1}). This is what the regulation lays down, no decision");
    public static readonly Bilingual StandingLabel = new("依据", "Rests on");
    public static readonly Bilingual StandingLine = new("佐证 {0} 分 · 自述 {1} 分 · 无 {2} 分", "evidence {0} · claims {1} · nothing {2} points");
    public static readonly Bilingual ScoreColumn = new("得分", "score");
    public static readonly Bilingual MaximumColumn = new("分值", "max");
    public static readonly Bilingual RateColumn = new("得分率", "rate");
    public static readonly Bilingual StandingColumn = new("依据", "rests on");
    public static readonly Bilingual IndicatorColumn = new("指标", "indicator");
    public static readonly Bilingual BonusMark = new("（加分，在 100 分之外）", " (bonus, outside the 100 points)");
    public static readonly Bilingual PenaltyMark = new("（减分，在 100 分之外）", " (penalty, outside the 100 points)");
    public static readonly Bilingual PartlyHeld = new("部分挂起", "partly held");
    public static readonly Bilingual Evidence = new("数据：", "Evidence: ");
    public static readonly Bilingual EvidenceLine = new("{0} {1}〔{2}：{3}〕", "{0} {1} [{2}: {3}]");
    public static readonly Bilingual Basis = new("依据：", "Basis: ");
    public static readonly Bilingual BasisLine = new("{0}（{1}）", "{0} ({1})");
    public static readonly Bilingual Next = new("提升：", "To gain: ");
    public static readonly Bilingual Reading = new("口径：", "Reading: ");

    // Flags
    public static readonly Bilingual FlagsTitle = new("疑点和红线（{0}）", "Flags and red lines ({0})");
    public static readonly Bilingual NoFlags = new("疑点和红线：没有", "Flags and red lines: none");
    public static readonly Bilingual RedLine = new("红线", "red line");
    public static readonly Bilingual Doubt = new("疑点", "doubt");
    public static readonly Bilingual FlagCaps = new("（等级最高为 {0}）", " (caps the grade at {0})");
    public static readonly Bilingual FlagAbout = new(" — 涉及 {0}", " — about {0}");
    public static readonly Bilingual FlagBasis = new("依据：", "Basis: ");
    public static readonly Bilingual UndecidedTitle = new("缺少数据、不能判断的疑点（{0}）", "Flags that cannot be decided for want of evidence ({0})");
    public static readonly Bilingual UndecidedNeeds = new("：缺 {0}", ": needs {0}");

    // What the words of the last column mean
    public static readonly Bilingual LegendEvidence = new("有文件、凭证，或带出处的数据", "a document, a voucher, or a figure with its source");
    public static readonly Bilingual LegendClaim = new("只有陈述，没有文件", "stated, with no document behind it");
    public static readonly Bilingual LegendNothing = new("没有依据：缺失，或由公布的得分反推", "no ground: missing, or worked backwards from a published score");
    public static readonly Bilingual LegendHeld = new("有待补充，暂不得分", "open: earns nothing until it is settled");
    public static readonly Bilingual LegendPartlyHeld = new("有的评价要点挂起，其余已评分", "some of its points are held, the others are scored");
    public static readonly Bilingual LegendWithheld = new("要求提供而没有提供", "asked for and not handed over");
    public static readonly Bilingual LegendUnassessable = new("适用于本项目，但考核不了", "applies, but cannot be assessed");
    public static readonly Bilingual LegendNotApplicable = new("与本项目无关", "does not apply to this project");
    public static readonly Bilingual LegendBlank = new("还没有填写", "not filled in yet");

    // The trace of a rule engine
    public static readonly Bilingual TraceTitle = new("规则执行过程", "How the rules ran");
    public static readonly Bilingual Matched = new("匹配", "matched");
    public static readonly Bilingual Fired = new("触发", "fired");
    public static readonly Bilingual Withdrawn = new("撤回", "withdrawn");

    // Several projects
    public static readonly Bilingual Overview = new("{0} 个项目", "{0} projects");
    public static readonly Bilingual ProjectColumn = new("项目", "project");
    public static readonly Bilingual HeldColumn = new("挂起", "held");
    public static readonly Bilingual GradeColumn = new("等级", "grade");
    public static readonly Bilingual FlagsColumn = new("疑点", "flags");

    // check
    public static readonly Bilingual CheckFine = new(
        "{0} 没有问题：一级指标 {1}，三级指标 {2}，评价要点 {3}，疑点 {4}（红线 {5}），数据字段 {6}",
        "{0} is fine: dimensions {1}, indicators {2}, points {3}, flags {4} (red lines {5}), fields {6}");
    public static readonly Bilingual CheckUsable = new(
        "{0} 可以使用：一级指标 {1}，三级指标 {2}，评价要点 {3}，疑点 {4}（红线 {5}），数据字段 {6}",
        "{0} can be used: dimensions {1}, indicators {2}, points {3}, flags {4} (red lines {5}), fields {6}");
    public static readonly Bilingual DimensionColumn = new("一级指标", "dimension");
    public static readonly Bilingual IndicatorsColumn = new("三级指标", "indicators");
    public static readonly Bilingual PointsColumn = new("评价要点", "points");
    public static readonly Bilingual ShareColumn = new("占比", "share");
    public static readonly Bilingual WeightsOf = new("{0} 年度的分值", "Weights of {0}");
    public static readonly Bilingual DigestTitle = new(
        "规则摘要。年度结束后把它的一行写进 rule-set.yaml 的“封存”下面，以后改动会报错：",
        "Digest of the rules. Once a year is over, put its line under “closed” in rule-set.yaml: a later change is then an error:");
    public static readonly Bilingual DigestKey = new("封存:", "closed:");
    public static readonly Bilingual DigestLine = new("  {0}: {1}", "  {0}: {1}");
}
