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
    public static readonly Bilingual DocsGrades = new("等级：{0}", "Grades: {0}");
    public static readonly Bilingual DocsNamed = new("{0}（{1}分）", "{0} ({1} points)");
    public static readonly Bilingual DocsReading = new("{0}；口径：{1}", "{0}; reading: {1}");
    public static readonly Bilingual DocsOnlyReading = new("口径：{0}", "reading: {0}");
    public static readonly Bilingual DocsFlags = new("疑点和红线", "Flags and red lines");
    public static readonly Bilingual DocsEvidence = new("数据", "Evidence");

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
    public static readonly Bilingual FieldKindHeading = new("类别", "Kind");
    public static readonly Bilingual ContentHeading = new("内容", "Content");
    public static readonly Bilingual FieldWord = new("数据", "field");
    public static readonly Bilingual TableWord = new("表", "table");
    public static readonly Bilingual ComputedWord = new("计算", "computed");
}
