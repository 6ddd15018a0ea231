using System.Collections.Immutable;
using Indicators.Csv;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Benchmarks;

/// <summary>The seed's rule set and evidence, found from wherever the benchmarks run.</summary>
internal static class SeedFiles
{
    private static readonly string Root = FindRoot();

    public static string Results => Path.Combine(Root, "benchmarks", "results");

    /// <summary>The shipped rule sets that score, frameworks left out.</summary>
    public static IEnumerable<string> Scoring => Directory.EnumerateDirectories(Path.Combine(Root, "rules")).Select(d => Path.GetFileName(d)!)
        .Where(name => RuleSetLoader.LoadDirectory(FolderOf(name)).RuleSet is not null).Order(StringComparer.Ordinal);

    public static string FolderOf(string ruleSet) => Path.Combine(Root, "rules", ruleSet);

    public static RuleSet LoadRules(string name = "kunming-2017") =>
        RuleSetLoader.LoadDirectory(FolderOf(name)).RuleSet ?? throw new InvalidOperationException($"{name} does not load.");

    public static Project ReadEvidence(RuleSet ruleSet) => EvidenceReader.Read(Path.Combine(Root, "samples", "kunming-2017"), ruleSet).Projects.Single();

    /// <summary>The seed's project with other numbers of contests, trades and money each time; made up, the same in every run.</summary>
    public static ImmutableArray<Project> Variations(RuleSet ruleSet, int count)
    {
        var seed = ReadEvidence(ruleSet);
        Cell Cell(int value) => new(Value.Of(value), Standing.Evidence, "made up", new Place("made up"));
        return [.. Enumerable.Range(0, count).Select(i => new Project
        {
            Id = $"P{i}",
            Fields = seed.Fields
                .SetItem("实际竞赛场次", Cell(i % 19)).SetItem("计划竞赛场次", Cell(5 + i % 11))
                .SetItem("实际工种", Cell(i % 61)).SetItem("实际支出资金", Cell(200_000 + i % 97 * 1000)),
            Tables = seed.Tables,
            Findings = seed.Findings,
        })];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Indicators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the benchmarks from a clone of the repository.");
        }

        return folder.FullName;
    }
}
