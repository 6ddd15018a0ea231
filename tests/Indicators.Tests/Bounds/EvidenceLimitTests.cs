using System.Text;
using Indicators.Contracts;
using Indicators.Csv;

namespace Indicators.Tests.Bounds;

/// <summary>The limits of evidence, just reached and just passed: what is over one rejects its own project and no other.</summary>
public sealed class EvidenceLimitTests : IDisposable
{
    private readonly TestRuleSet rules = TestRuleSet.WithNode("符合: 已验收");

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "record-too-long" })]
    public void Bytes_of_a_record(int over, string[] codes)
    {
        // What counts is the row without its line break.
        var start = "P1,是,";
        var row = start + new string('x', Limits.CsvRecordBytes - Encoding.UTF8.GetByteCount(start) + over);
        Check(codes, $"项目,已验收,说明书\n{row}\nP2,是,短\n");
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "bad-number" })]
    [InlineData(500_000, new[] { "bad-number" })]
    public void Digits_of_a_number(int over, string[] codes) =>
        Check(codes, $"项目,实际\nP1,{new string('9', Limits.Digits + over)}\nP2,1\n");

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "bad-number" })]
    [InlineData(500_000, new[] { "number-not-plain" })]
    public void Digits_of_a_number_on_the_wire(int over, string[] codes)
    {
        var value = new V1.Value { Number = new string('9', Limits.Digits + over) };
        Assert.Equal(codes, Sent(new V1.Project { Id = "P1", Fields = { new V1.Field { Name = "实际", Value = value, Source = "文件1" } } }));
    }

    [Fact]
    public void Digits_of_a_share_on_the_wire()
    {
        var finding = new V1.Finding { Code = "A1", Conclusion = V1.Conclusion.PartlyMet, Share = "0." + new string('1', 500_000) };
        Assert.Equal(["bad-share"], Sent(new V1.Project { Id = "P1", Findings = { finding } }));
    }

    public void Dispose() => rules.Dispose();

    private void Check(string[] codes, string projects)
    {
        using var folder = new TestFolder(("项目.csv", projects));
        var evidence = EvidenceReader.Read(folder.Path, rules.Sound());
        Assert.Equal(codes, evidence.Problems.Select(p => p.Code));
        Assert.Equal(codes.Length == 0 ? ["P1", "P2"] : ["P2"], evidence.Projects.Select(p => p.Id));
    }

    private IEnumerable<string> Sent(V1.Project project)
    {
        var problems = new Diagnostics();
        project.ToProject(rules.Sound(), problems);
        return problems.Select(p => p.Code);
    }
}
