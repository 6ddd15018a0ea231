namespace Indicators.Cli;

/// <summary>The texts of <c>indicators compare</c>.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutCompare = new(
        "比较两个或几个年度，每年用那一年的规则：每个指标、一级指标和总分的变化，拆成佐证的作用和规则的作用，加起来一分不差。",
        "Compares two or more fiscal years, each under its own rules: the change of every indicator, dimension and total, split into what the evidence does and what the rules do, to the last digit.");
    public static readonly Bilingual AboutYearsOfEvidence = new("各年的项目数据，最早的在前：文件夹、一个 CSV，或 archive: 加档案（每个项目最后存的那条）", "the evidence of each year, the earliest first: a folder, a CSV file, or archive: and an archive (what was kept last of each project)");
    public static readonly Bilingual AboutYearsOfRules = new("各年的指标体系，顺序相同，每年写一次；只写一个时用 --year 说明各年的年度（必填）", "the rule set of each year in the same order, each with its own --rules; one alone goes with --year (required)");
    public static readonly Bilingual AboutCompareYears = new("各年的年度，顺序相同，每年写一次；默认用各指标体系的最后一个年度", "the fiscal year of each, in the same order; default: the latest of each rule set");
    public static readonly Bilingual AboutCompareProject = new("只比较这个项目，写出每个指标的原因", "compares this project alone, with the reasons of every indicator");
    public static readonly Bilingual AboutBy = new("按这个文本数据分组，例如主管部门、专项资金；可以写几次", "groups the projects by this text field, such as the department or the fund; may be given several times");
    public static readonly Bilingual TwoYearsNeeded = new("至少要两年的数据：indicators compare 2016 2017 …", "evidence of two years is needed at least: indicators compare 2016 2017 …");
    public static readonly Bilingual YearsDoNotMatch = new("数据有 {0} 年，--rules 有 {1} 个，--year 有 {2} 个：各年写一个，顺序相同", "there are {0} years of evidence, {1} of --rules and {2} of --year: give one for each year, in the same order");
    public static readonly Bilingual OneRuleSetNeedsYears = new("只有一个指标体系，请用 --year 写出各年的年度", "there is one rule set: name the fiscal year of each with --year");
    public static readonly Bilingual NoGroupField = new("没有文本数据“{0}”；有：{1}", "there is no text field “{0}”; there are: {1}");
    public static readonly Bilingual ProjectNotInBoth = new("“{1}”里没有可评的项目“{0}”", "there is no project “{0}” to score in “{1}”");
    public static readonly Bilingual ProjectNeedsPeers = new("指标体系要同别的项目比较，“{0}”不能单独比；去掉 --project", "the rules compare projects with each other, so “{0}” cannot be compared alone; leave out --project");

    public static readonly Bilingual Colon = new("：", ": ");
    public static readonly Bilingual YearSide = new("{0}：{1} 分 {2}（{4}：{3}）", "{0}: {1} points, {2} ({4}: {3})");
    public static readonly Bilingual YearHeld = new("；{0} 分挂起，总分是暂时的", "; {0} points are held, so the total is provisional");
    public static readonly Bilingual YearRules = new("{0}：{2}：{1}", "{0}: {2}: {1}");
    public static readonly Bilingual YearChange = new("总分 {0} → {1}（{2}）", "total {0} → {1} ({2})");
    public static readonly Bilingual EffectsSum = new(" = 佐证 {0} + 规则 {1}", " = evidence {0} + rules {1}");
    public static readonly Bilingual NotSplit = new("；一年的佐证不合另一年的规则，不能拆分", "; the evidence of one year does not suit the rules of the other, so it is not split");
    public static readonly Bilingual OnMissing = new("拆分中有 {0} 分的指标，一年的佐证缺另一年的规则要的，按缺失的规定处理", "of the split, indicators of {0} points rest on how missing evidence is settled: one year lacks what the other year's rules ask");
    public static readonly Bilingual GradeFrom = new("等级 {0} → {1}", "grade {0} → {1}");
    public static readonly Bilingual DecidedBy = new("，由 {0} 决定：没有这些变化，总分不会换等级", ", decided by {0}: without these changes the total would not have changed its grade");
    public static readonly Bilingual DecidedByFlags = new("，由红线决定：{0}", ", decided by red lines: {0}");
    public static readonly Bilingual DecidedByBands = new("，不是由某几个指标决定，而是由等级的界限或封顶", ", decided by no indicators but by the bands of the grades or a cap");
    public static readonly Bilingual BesideLine = new("{0}：{1} → {2}", "{0}: {1} → {2}");
    public static readonly Bilingual BesideChange = new("（{0}）", " ({0})");
    public static readonly Bilingual WaterfallTitle = new("从上年到本年", "From one year to the next");
    public static readonly Bilingual TotalOfYear = new("{0} 总分", "total of {0}");
    public static readonly Bilingual CapsRow = new("加分、减分封顶", "caps of bonus and penalty");
    public static readonly Bilingual RatesCompared = new("分值 {0} → {1}，比得分率：{2} → {3}", "weight {0} → {1}; by rate: {2} → {3}");
    public static readonly Bilingual IndicatorCame = new("{0} 的规则才有这个指标", "only the rules of {0} have this indicator");
    public static readonly Bilingual IndicatorWent = new("只有 {0} 的规则有这个指标", "only the rules of {0} had this indicator");
    public static readonly Bilingual EvidenceMoved = new("佐证：{0} {1} → {2}", "evidence: {0} {1} → {2}");

    public static readonly Bilingual EvidenceElsewhere = new("本指标的佐证没有变，变动来自别处：别的指标因佐证而剔除，或不再剔除，分担的分值不同", "its own evidence is the same; the change comes from elsewhere: others are left out, or no longer, and the weight that is shared differs");
    public static readonly Bilingual EarlierSide = new("前", "before");
    public static readonly Bilingual LaterSide = new("后", "after");

    public static readonly Bilingual MatchedCounts = new("两年都有 {0} 个项目；只在 {2} 的 {1} 个，只在 {4} 的 {3} 个；不能评分 {5} 个", "{0} projects in both years; {1} in {2} only, {3} in {4} only; {5} not scored");
    public static readonly Bilingual NoneInBoth = new("没有两年都有的项目，请检查项目编号", "no project is in both years: check the ids");
    public static readonly Bilingual TotalsOfMatched = new("总分（两年都有的 {0} 个项目）", "Totals (of the {0} projects in both years)");
    public static readonly Bilingual IntervalRow = new("平均的 95% 置信区间", "95% confidence interval of the mean");
    public static readonly Bilingual DeviationRow = new("标准差", "standard deviation");
    public static readonly Bilingual MeanSplit = new("平均变化 {0} = 佐证 {1} + 规则 {2}", "mean change {0} = evidence {1} + rules {2}");
    public static readonly Bilingual SomeNotSplit = new("；{0} 个项目不能拆分，不在内", "; {0} projects cannot be split and are left out");
    public static readonly Bilingual MeanOnMissing = new("；平均有 {0} 分的指标的拆分取决于缺失的规定", "; of {0} points on average the split rests on how missing evidence is settled");
    public static readonly Bilingual TestsTitle = new("整体", "As a whole");
    public static readonly Bilingual ShiftLine = new("是否整体升降：配对 t = {0}（自由度 {1}，p {2}），符号秩检验 p {3}", "moved one way? paired t = {0} (df {1}, p {2}), signed-rank p {3}");
    public static readonly Bilingual RanksLine = new("名次是否依旧：Spearman ρ = {0}（p {1}），Kendall τ = {2}（p {3}）", "same order? Spearman ρ = {0} (p {1}), Kendall τ = {2} (p {3})");
    public static readonly Bilingual OutliersLine = new("变化在 {0} 到 {1} 之外的是离群值：低 {2} 个，高 {3} 个", "changes outside {0} to {1} are outliers: {2} below, {3} above");
    public static readonly Bilingual YearTransitions = new("等级变化（行：{0}，列：{1}）", "Grades (rows: {0}, columns: {1})");
    public static readonly Bilingual NodesOfMatched = new("一级指标和有变化的三级指标，每个项目平均", "Dimensions, and indicators that changed; means of a project");
    public static readonly Bilingual EvidenceColumn = new("佐证", "evidence");
    public static readonly Bilingual RulesColumn = new("规则", "rules");
    public static readonly Bilingual HolmNote = new("p 是符号秩检验，同时做了 {0} 个，已按 Holm 校正", "p is of a signed-rank test; {0} were made at once and are corrected by Holm");
    public static readonly Bilingual GroupsTitle = new("按{0}（{1} 组），总分平均", "By {0} ({1} groups), mean totals");
    public static readonly Bilingual NoGroup = new("（没有写）", "(not given)");
    public static readonly Bilingual MoreGroups = new("还有 {0} 组没有列出，全部见 --format json；", "{0} more groups are in --format json; ");
    public static readonly Bilingual YearMovers = new("变化最大的 {0} 个项目", "The {0} biggest movers");
}
