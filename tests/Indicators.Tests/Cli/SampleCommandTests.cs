using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Tests.Cases;
using Indicators.Tests.Sampling;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators sample</c>: made-up evidence that its own rule set reads and scores, the same for the same seed.</summary>
public sealed class SampleCommandTests : IDisposable
{
    private const int Projects = 300;

    private readonly TestFolder folder = new();

    public static TheoryData<string> ShippedRuleSets => [.. ShippedCases.Scoring];

    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public async Task A_sample_is_read_and_scored_the_same_by_all_but_for_a_few_cells(string name)
    {
        var rules = Repository.Path("rules", name);
        var run = await CliRun.Of("sample", "--rules", rules, "--projects", $"{Projects}", "--out", Path.Combine(folder.Path, "one"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        var ruleSet = ShippedCases.Load(name).RuleSet!;
        var read = EvidenceReader.Read(Path.Combine(folder.Path, "one"), ruleSet);
        Assert.Equal(Projects, read.Projects.Length + read.Rejected.Length);
        Assert.InRange(read.Rejected.Length, 0, Projects / 4);
        // Dirty cells, and nothing else that would be a mistake of the sample.
        Assert.All(read.Problems.Where(p => p.Severity == Severity.Error), p => Assert.Contains(p.Code, SamplePortfolioTests.Dirt));
        Assert.DoesNotContain(read.Problems, p => p.Severity == Severity.Warning);
        // It throws where the compiled program and the reference differ in any number.
        var totals = new CompiledExecutor(ruleSet).Evaluate(read.Projects, Portfolio.Of(ruleSet, read.Projects), TestContext.Current.CancellationToken).Select(r => r.Evaluation!.Total.Published).ToList();
        Assert.True(totals.Distinct().Count() > 10, "Made-up projects score all the same.");
    }

    [Fact]
    public async Task Rules_in_English_have_a_sample_in_English()
    {
        var run = await CliRun.Of("sample", "--rules", Repository.Path("rules", "us-part"), "--projects", "200", "--out", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["projects.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
        var text = File.ReadAllText(Path.Combine(folder.Path, "projects.csv"));
        Assert.StartsWith("project,name,Q1_1,", text, StringComparison.Ordinal);
        Assert.Contains("\nP00000001,Synthetic project 1,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, c => c is >= '\u2E80' and < '\uFF00');
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_other_ones_and_every_row_says_that_it_is_made_up()
    {
        foreach (var (to, seed, projects) in new[] { ("a", "7", "40"), ("b", "7", "40"), ("c", "8", "40"), ("d", "7", "60") })
        {
            await CliRun.Of("sample", "--rules", CliRun.Rules, "--projects", projects, "--seed", seed, "--out", Path.Combine(folder.Path, to));
        }

        foreach (var file in Directory.GetFiles(Path.Combine(folder.Path, "a")).Select(f => Path.GetFileName(f)!))
        {
            string[] Lines(string of) => File.ReadAllLines(Path.Combine(folder.Path, of, file));
            Assert.Equal(Lines("a"), Lines("b"));
            // A project is the same in a sample of another size.
            Assert.Equal(Lines("a"), Lines("d")[..Lines("a").Length]);
            Assert.All(Lines("a").Skip(1), line => Assert.True(line.Contains("合成", StringComparison.Ordinal) || line.EndsWith(',') || file.StartsWith('评'), line));
        }

        Assert.NotEqual(File.ReadAllText(Path.Combine(folder.Path, "a", "项目.csv")), File.ReadAllText(Path.Combine(folder.Path, "c", "项目.csv")));
    }

    [Theory]
    [InlineData("--projects", "0", "--projects 要写正整数，却是“0”")]
    [InlineData("--seed", "-1", "--seed 要写正整数，却是“-1”")]
    public async Task A_number_that_is_none_is_refused(string option, string value, string message)
    {
        var run = await CliRun.Of("sample", "--rules", CliRun.Rules, "--out", Path.Combine(folder.Path, "x"), option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_something_in_it_is_left_alone()
    {
        folder.Write("old.csv", "a\n");

        var run = await CliRun.Of("sample", "--rules", CliRun.Rules, "--out", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["old.csv"], Directory.GetFiles(folder.Path).Select(f => Path.GetFileName(f)!));
    }

    public void Dispose() => folder.Dispose();
}
