namespace Indicators.Cli;

/// <summary>What <c>docs</c> says and the headings of the table that it writes.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutDocs = new(
        "把指标体系写成制度里的表：各级指标、分值、评价要点、评分标准、依据，附疑点和数据。",
        "Writes a rule set as the regulation’s own table: indicators, weights, points, standards, bases; then flags and evidence.");
    public static readonly Bilingual AboutDocsFormat = new("markdown 或 html；默认 markdown", "markdown or html; default markdown");
    public static readonly Bilingual AboutOut = new("写到这个文件；不写则打印", "write to this file; printed if left out");
    public static readonly Bilingual DocsAuthority = new("文号：{0}", "Authority: {0}");
    public static readonly Bilingual DocsNote = new("说明：{0}", "Note: {0}");
    public static readonly Bilingual DocsYear = new("年度：{0}", "Fiscal year: {0}");
    public static readonly Bilingual DocsPeriod = new("评价期：{0} 至 {1}", "Period: {0} to {1}");
    public static readonly Bilingual DocsFramework = new("参考框架：{0} 处待定，由继承它的指标体系设定", "A framework: {0} parts are open, to be set by a rule set that extends it");
    public static readonly Bilingual DocsGrades = new("等级：{0}", "Grades: {0}");
    public static readonly Bilingual DocsMissing = new("没有数据时：{0}（指标另有规定的除外）", "Missing evidence: {0} (unless an indicator says otherwise)");
    public static readonly Bilingual DocsMissingState = new("{0}的{1}", "{0}: {1}");
    public static readonly Bilingual OpenWord = new("待定", "open");
    public static readonly Bilingual YesWord = new("是", "yes");
    public static readonly Bilingual DocsNamed = new("{0}（{1}分）", "{0} ({1} points)");
    public static readonly Bilingual DocsReading = new("{0}；口径：{1}", "{0}; reading: {1}");
    public static readonly Bilingual DocsOnlyReading = new("口径：{0}", "reading: {0}");
    public static readonly Bilingual DocsFlags = new("疑点和红线", "Flags and red lines");
    public static readonly Bilingual DocsAcross = new("跨项目疑点", "Flags across projects");
    public static readonly Bilingual SameHeading = new("相同", "Same");
    public static readonly Bilingual DocsEvidence = new("数据（每个项目一个值）", "Evidence (one value a project)");
    public static readonly Bilingual DocsTable = new("表：{0}（每个“{1}”一行）", "Table: {0} (a row for each “{1}”)");
    public static readonly Bilingual DocsMinimum = new("，至少 {0} 份", ", at least {0} answers");
    public static readonly Bilingual DocsOptions = new("{0}的{1}", "{1} of {0}");
    public static readonly Bilingual DocsComputed = new("计算", "Worked out");
    public static readonly Bilingual DocsUnit = new("{0}（{1}）", "{0} ({1})");
    public static readonly Bilingual DocsUnitColumn = new("{0}（单位见“{1}”）", "{0} (unit in “{1}”)");

    public static readonly Bilingual DimensionHeading = new("一级指标", "Dimension");
    public static readonly Bilingual CriterionHeading = new("二级指标", "Criterion");
    public static readonly Bilingual IndicatorHeading = new("三级指标", "Indicator");
    public static readonly Bilingual WeightHeading = new("分值", "Weight");
    public static readonly Bilingual PointsHeading = new("评价要点", "Points");
    public static readonly Bilingual StandardHeading = new("评分标准", "Standard");
    public static readonly Bilingual BasisHeading = new("依据和口径", "Basis and reading");
    public static readonly Bilingual CodeHeading = new("编号", "Code");
    public static readonly Bilingual NameHeading = new("名称", "Name");
    public static readonly Bilingual KindHeading = new("性质", "Kind");
    public static readonly Bilingual AboutHeading = new("指标", "About");
    public static readonly Bilingual WhenHeading = new("当", "When");
    public static readonly Bilingual SaysHeading = new("说明", "Says");
    public static readonly Bilingual TypeHeading = new("类型", "Type");
    public static readonly Bilingual RequiredHeading = new("必填", "Required");
    public static readonly Bilingual RangeHeading = new("范围", "Range");
    public static readonly Bilingual AliasesHeading = new("别名", "Aliases");
    public static readonly Bilingual FormulaHeading = new("怎样算", "Formula");
    public static readonly Bilingual OptionHeading = new("选项", "Option");
    public static readonly Bilingual WorthHeading = new("计", "Worth");
}
