using System.Text.RegularExpressions;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>The example of docs/extends.md, taken from the page and run over the shipped base.</summary>
public sealed partial class ExtendsPageTests : IDisposable
{
    private readonly RuleSetFamily family = new();

    public ExtendsPageTests()
    {
        family.Add("kunming-2017", [.. Directory.EnumerateFiles(CliRun.Rules).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))]);
        var page = File.ReadAllText(Repository.Path("docs", "extends.md")).ReplaceLineEndings("\n");
        family.Add("kunming-2018", [.. Blocks().Matches(page).Select(m => (m.Groups[1].Value, m.Groups[2].Value))]);
    }

    // 17 of 12 are 141.67%: of a target of 150%, and of 6 and 7 points.
    [Theory]
    [InlineData(2018, "5.67", "6", "财预〔2013〕53号 实际完成率")]
    [InlineData(2019, "6.61", "5", "财预〔2013〕53号 实际完成率 分值：示例文号")]
    public void The_example_scores_by_its_year(int year, string score, string weight, string basis)
    {
        var set = family.Sound("kunming-2018", year);
        var project = Assert.Single(EvidenceReader.Read(CliRun.Sample, set).Projects);
        var total = ReferenceEvaluator.Evaluate(set, project).Total;
        Assert.Equal((score, weight), (total.Find("C11")!.Published.ToFixed(2), set.Find("C12")!.Weight.ToShortest(2)));
        Assert.Equal(basis, string.Join(' ', set.Find("C11")!.Basis));
        Assert.Null(set.Find("C12")!.Reading);
        Assert.Equal(new DateOnly(year, 1, 1), set.Period!.From);
        Assert.DoesNotContain(set.Flags, f => f.Code == "F03");
        Assert.Equal(family.Path("kunming-2018", "output.yaml"), set.Find("C13")!.Place.File);
        Assert.Equal(family.Path("kunming-2017", "output.yaml"), set.Find("C21")!.Place.File);
    }

    [Fact]
    public void The_example_has_no_problem_in_any_year() => Assert.Empty(RuleSetLoader.LoadEveryYear(family.Path("kunming-2018")).Problems);

    public void Dispose() => family.Dispose();

    [GeneratedRegex(@"```yaml\n# (\S+\.yaml)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
