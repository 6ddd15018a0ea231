using System.Globalization;
using CsCheck;
using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Sampling;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Sampling;

/// <summary>Made-up evidence that goes together as its rules ask.</summary>
public sealed class SamplePortfolioTests(ITestOutputHelper output) : IDisposable
{
    private const int Projects = 300;

    /// <summary>The problems that a sample has on purpose.</summary>
    internal static readonly string[] Dirt = ["bad-number", "bad-target", "bad-yes-no", "bad-date", "wrong-unit", "percent-without-sign", "unknown-conclusion"];

    private readonly TestFolder folder = new();

    public static TheoryData<string> ShippedRuleSets => [.. ShippedCases.Scoring];

    /// <summary>An analyst who tries rules out sees scores as a bureau has them, and each flag in a few projects, not in all or none.</summary>
    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public void Made_up_projects_mostly_do_well_and_raise_each_flag_seldom(string name)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        new SamplePortfolio(ruleSet, 3).Write(folder.Path, Projects, TestContext.Current.CancellationToken);
        var read = EvidenceReader.Read(folder.Path, ruleSet);
        var scored = new CompiledExecutor(ruleSet).Evaluate(read.Projects, Portfolio.Of(ruleSet, read.Projects), TestContext.Current.CancellationToken).Select(r => r.Evaluation!).ToList();

        var mean = Fraction.Sum(scored.Select(e => e.Total.Published)) / scored.Count;
        Assert.True(mean >= 60 && mean <= 95, $"On the average they score {mean.ToFixed(2)}.");
        var raised = ruleSet.Flags.ToDictionary(f => f.Code, f => scored.Count(e => e.Flags.Any(r => r.Code == f.Code)));
        Assert.All(raised, r => Assert.True(r.Value * 100 <= 15 * scored.Count, $"{r.Key} is raised in {r.Value} of {scored.Count} projects."));
        Assert.True(raised.Values.Count(r => r > 0) * 2 >= raised.Count, $"Of {raised.Count} flags most are never raised.");
    }

    /// <summary>Whatever rules somebody writes, and whatever 范围 its fields have.</summary>
    [Fact]
    public void A_sample_of_random_rules_is_read_but_for_dirty_cells() => RandomRuleSet.Files.Sample(
        files =>
        {
            using var set = new TestRuleSet(files);
            using var own = new TestFolder();
            var ruleSet = set.Load().RuleSet!;
            new SamplePortfolio(ruleSet, 1).Write(own.Path, 12, TestContext.Current.CancellationToken);
            Assert.All(EvidenceReader.Read(own.Path, ruleSet).Problems, p => Assert.Contains(p.Code, Dirt));
        },
        iter: 20, writeLine: output.WriteLine);

    [Theory]
    [InlineData("文本")]
    [InlineData("数")]
    [InlineData("金额")]
    [InlineData("百分比")]
    [InlineData("日期")]
    public void A_key_of_any_type_tells_the_rows_apart(string type)
    {
        using var set = TestRuleSet.WithNode("符合: count(表一) > 1", evidence: $"""
            表:
              表一: {"{"}键: 甲, 列: {"{"}甲: {type}, 乙: 数{"}}"}
            """);
        var (ruleSet, problems) = set.Load();
        Assert.False(problems.HasErrors, string.Join("\n", problems));

        new SamplePortfolio(ruleSet!, 4).Write(folder.Path, Projects, TestContext.Current.CancellationToken);

        var read = EvidenceReader.Read(folder.Path, ruleSet!);
        Assert.All(read.Problems, p => Assert.Contains(p.Code, Dirt));
        Assert.Contains(read.Projects, p => p.Tables["表一"].Length > 1);
    }

    [Fact]
    public void Cells_keep_to_the_range_of_their_fields()
    {
        using var set = TestRuleSet.WithNode("符合: 数一 > 0", evidence: """
            数据:
              数一: {类型: 数, 必填: 是, 范围: "(3..5)"}
              数二: {类型: 数, 必填: 是, 范围: "< 2"}
              率: {类型: 百分比, 必填: 是, 范围: "0, 50%, 100%"}
              钱: {类型: 金额, 必填: 是, 范围: "> 100000000000"}
              文: {类型: 文本, 必填: 是, 范围: '"甲", "乙"'}
              日: {类型: 日期, 必填: 是, 范围: '[@"2017-12-01"..@"2017-12-31"]'}
            """);
        var (ruleSet, problems) = set.Load();
        Assert.False(problems.HasErrors, string.Join("\n", problems));

        new SamplePortfolio(ruleSet!, 9).Write(folder.Path, Projects, TestContext.Current.CancellationToken);

        Assert.All(EvidenceReader.Read(folder.Path, ruleSet!).Problems, p => Assert.Contains(p.Code, Dirt));
        var cells = File.ReadLines(Path.Combine(folder.Path, "项目.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(["甲", "乙"], cells.Select(c => c[6]).Distinct().OrderBy(t => t == "甲" ? 0 : 1));
        Assert.True(cells.Select(c => c[4]).Where(c => c.EndsWith('%')).Distinct().Order(StringComparer.Ordinal).SequenceEqual(["100%", "50%"]));
    }

    /// <summary>Read by hand, without our own reader and expressions: parts that are added up in 万元.</summary>
    [Fact]
    public void Parts_are_made_up_to_their_whole()
    {
        new SamplePortfolio(ShippedCases.Load("textbook-2018").RuleSet!, 5).Write(folder.Path, Projects, TestContext.Current.CancellationToken);
        var wholes = File.ReadLines(Path.Combine(folder.Path, "项目.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(l => l[0], l => Wan(l[2]));
        var parts = File.ReadLines(Path.Combine(folder.Path, "资金来源.csv")).Skip(1).Select(l => l.Split(',')).GroupBy(l => l[0]).ToDictionary(g => g.Key, g => g.Select(l => Wan(l[2])).ToList());

        var known = wholes.Where(w => w.Value is not null && !parts[w.Key].Contains(null)).ToList();
        var equal = known.Count(w => w.Value == parts[w.Key].Sum());
        Assert.InRange(known.Count, Projects * 8 / 10, Projects);
        Assert.InRange(equal, known.Count * 90 / 100, known.Count - 1);

        static decimal? Wan(string cell) => decimal.TryParse(cell.Replace("万元", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    [Fact]
    public void A_sample_that_is_stopped_leaves_no_file()
    {
        using var stop = new CancellationTokenSource();
        var sample = new SamplePortfolio(ShippedCases.Load("kunming-2017").RuleSet!, 1);

        Assert.Throws<OperationCanceledException>(() => sample.Write(folder.Path, 2_000, stop.Token, made => { if (made >= 1_000) { stop.Cancel(); } }));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
