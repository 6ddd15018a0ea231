namespace Indicators.Cli;

/// <summary>The texts of <c>indicators impact</c>.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutImpact = new(
        "比较规则改动前后同一批项目的得分：哪些项目升降、变了等级和名次，由哪些指标引起。",
        "Scores the same projects under the rules before and after an edit: which rise or fall, change grade or rank, and by which indicators.");
    public static readonly Bilingual AboutFrom = new(
        "改动前：指标体系文件夹，或 git:REV（--to 文件夹在该版本的内容）；默认 git:HEAD，即最近一次提交",
        "the rules before: a folder, or git:REV, the folder of --to in that revision; default git:HEAD, the last commit");
    public static readonly Bilingual AboutTo = new("改动后：指标体系文件夹（必填）", "the rules after: the folder of a rule set (required)");
    public static readonly Bilingual AboutFromYear = new("改动前用这个年度的规则；默认：两边都有的最后一个年度，没有则各取最后一个", "the fiscal year of the rules before; default: the latest that both have, or else the latest");
    public static readonly Bilingual AboutToYear = new("改动后用这个年度的规则；默认同上", "the fiscal year of the rules after; the same default");
    public static readonly Bilingual AboutTop = new("列出变化最大的多少个项目，0 为不列；默认 impact 10、compare 5", "how many of the biggest movers to list, 0 for none; default 10 of impact, 5 of compare");
    public static readonly Bilingual AboutAll = new("JSON 里列出全部项目，不只是有变化的", "list all projects in the JSON, not only those that moved");
    public static readonly Bilingual NoTo = new("没有给出改动后的指标体系，请加上 --to DIR", "the rules after the change are missing: add --to DIR");
    public static readonly Bilingual NotACount = new("选项 {0} 的值“{1}”不是个数，写 0 到 9999 的整数", "“{1}” is no value of {0}: write a whole number from 0 to 9999");
    public static readonly Bilingual AllNeedsJson = new("--all 要和 --format json 一起用", "--all goes with --format json");

    public static readonly Bilingual NoGit = new("找不到 git 命令：请安装 git，或用 --from DIR 给出改动前的指标体系", "the command git is not there: install git, or give the rules before with --from DIR");
    public static readonly Bilingual NoRepository = new(
        "“{0}”不在 git 仓库里，没有改动前的版本可比：请用 --from DIR 给出改动前的指标体系",
        "“{0}” is in no git repository, so there is no version before the change: give the rules before with --from DIR");
    public static readonly Bilingual NothingCommitted = new(
        "“{0}”所在的 git 仓库还没有提交过，没有改动前的版本可比：请先提交，或用 --from DIR 给出改动前的指标体系",
        "the git repository of “{0}” has no commit yet: commit first, or give the rules before with --from DIR");
    public static readonly Bilingual NoRevision = new("“{0}”所在的 git 仓库没有版本“{1}”", "the git repository of “{0}” has no revision “{1}”");
    public static readonly Bilingual NotCommitted = new(
        "“{0}”不在 {1} 里：请先提交，或用 --from DIR 或 --from git:REV 给出改动前的指标体系",
        "“{0}” is not in {1}: commit it first, or give the rules before with --from DIR or --from git:REV");
    public static readonly Bilingual GitFailed = new("git 失败：{0}", "git failed: {0}");

    public static readonly Bilingual BeforeLabel = new("改前", "Before");
    public static readonly Bilingual AfterLabel = new("改后", "After");
    public static readonly Bilingual ImpactSide = new("{2}：{1}（{0}）", "{2}: {1} ({0})");
    public static readonly Bilingual ImpactSideYear = new("{2}：{1}（{0}，{3} 年度）", "{2}: {1} ({0}, {3})");
    public static readonly Bilingual ImpactProjects = new("项目", "Projects");
    public static readonly Bilingual ImpactCounts = new("读入 {0} = 比较 {1} + 未比较 {2}", "{0} read = {1} compared + {2} not compared");
    public static readonly Bilingual RejectedBoth = new("两边都未评分（{0}）：{1}", "rejected on both sides ({0}): {1}");
    public static readonly Bilingual RejectedBefore = new("只在改前未评分（{0}）：{1}", "rejected under the rules before only ({0}): {1}");
    public static readonly Bilingual RejectedAfter = new("只在改后未评分（{0}）：{1}", "rejected under the rules after only ({0}): {1}");
    public static readonly Bilingual RejectedFor = new("{0}（{1} 个项目）：{2}", "{0} ({1} projects): {2}");
    public static readonly Bilingual RejectedSomehow = new("数据行或文件读不出来", "its row or a file cannot be read");
    public static readonly Bilingual NothingMoved = new("没有任何变化：所有项目的得分、等级、名次和疑点都和改前一样", "Nothing moves: the scores, grades, ranks and flags of all projects are the same as before");
    public static readonly Bilingual ImpactTotals = new("上升 {0} · 下降 {1} · 不变 {2}（其中任一边有挂起的 {3}）", "up {0} · down {1} · unchanged {2} (held points on either side: {3} of all)");
    public static readonly Bilingual ImpactGrades = new("变化 {0}", "{0} changed");
    public static readonly Bilingual ImpactRanksLabel = new("名次", "Ranks");
    public static readonly Bilingual ImpactRanks = new("变化 {0}", "{0} moved");
    public static readonly Bilingual ImpactLongest = new("，最远 {0}：{1} → {2}（{3}）", ", the furthest {0}: {1} → {2} ({3})");

    public static readonly Bilingual TransitionsTitle = new("等级变化（行：改前，列：改后）", "Grades (rows: before, columns: after)");
    public static readonly Bilingual NoGradeShort = new("无", "none");
    public static readonly Bilingual SumColumn = new("合计", "sum");
    public static readonly Bilingual DistributionTitle = new("总分分布", "Distribution of totals");
    public static readonly Bilingual ChangeColumn = new("变化", "change");
    public static readonly Bilingual MeanRow = new("平均", "mean");
    public static readonly Bilingual MinimumRow = new("最低", "minimum");
    public static readonly Bilingual LowerQuartileRow = new("下四分位", "lower quartile");
    public static readonly Bilingual MedianRow = new("中位数", "median");
    public static readonly Bilingual UpperQuartileRow = new("上四分位", "upper quartile");
    public static readonly Bilingual MaximumRow = new("最高", "maximum");
    public static readonly Bilingual ImpactIndicators = new("得分有变化的指标（{0}）", "Indicators that moved ({0})");
    public static readonly Bilingual ImpactProjectsColumn = new("项目数", "projects");
    public static readonly Bilingual MeanColumn = new("平均变化", "mean");
    public static readonly Bilingual LeastColumn = new("最小", "least");
    public static readonly Bilingual MostColumn = new("最大", "most");
    public static readonly Bilingual ImpactFlags = new("疑点和红线的变化", "Flags that changed");
    public static readonly Bilingual RaisedColumn = new("新出现", "raised");
    public static readonly Bilingual ClearedColumn = new("消失", "cleared");
    public static readonly Bilingual MoversTitle = new("变化最大的项目（{0} / {1}）", "Biggest movers ({0} of {1})");
    public static readonly Bilingual MoverTotal = new("总分 {0} → {1}（{2}）", "total {0} → {1} ({2})");
    public static readonly Bilingual MoverHeld = new("挂起 {0} → {1}", "held {0} → {1}");
    public static readonly Bilingual MoverGrade = new("等级 {0} → {1}", "grade {0} → {1}");
    public static readonly Bilingual MoverGradeSame = new("等级 {0}", "grade {0}");
    public static readonly Bilingual MoverRank = new("名次 {0} → {1}", "rank {0} → {1}");
    public static readonly Bilingual MoverRankSame = new("名次 {0}", "rank {0}");
    public static readonly Bilingual MoverRaised = new("新出现的疑点：{0}", "flags raised: {0}");
    public static readonly Bilingual MoverCleared = new("消失的疑点：{0}", "flags cleared: {0}");
    public static readonly Bilingual ImpactEdits = new("改动（{0}）", "Edits ({0})");
    public static readonly Bilingual EditElsewhere = new("本指标的规则没有改，变动来自别处（默认值、计算项、名称、编号、分摊的分值或同类）", "its own rule is the same; the change comes from elsewhere (defaults, computed values, names, codes, shared weights or peers)");
    public static readonly Bilingual MoverEdits = new("改动：", "edit: ");
    public static readonly Bilingual MoverBefore = new("改前：", "before: ");
    public static readonly Bilingual MoverAfter = new("改后：", "after: ");
    public static readonly Bilingual NothingToCompare = new("没有可以比较的项目", "there is no project to compare");
    public static readonly Bilingual BeforeUnusable = new("改前的指标体系有错误，没有比较", "the rules before have errors, nothing was compared");
    public static readonly Bilingual AfterUnusable = new("改后的指标体系有错误，没有比较", "the rules after have errors, nothing was compared");
}
