using System.Collections.Immutable;
using Indicators.Cases;
using Indicators.Loading;
using Indicators.NRules;

namespace Indicators.Service;

/// <summary>Reads the folders of rule sets: every folder below one, hidden ones left out.</summary>
/// <param name="folder">The folder that holds them.</param>
/// <param name="executor">One of <see cref="Executors.Names"/>.</param>
internal sealed class RuleSetFolder(string folder, string executor)
{
    /// <summary>Loads all; problems with an error say that something cannot be used.</summary>
    public ImmutableArray<RuleSetEntry> Load(Diagnostics problems)
    {
        CheckExecutor(problems);
        var found = new List<(string Folder, ImmutableArray<RuleSet> Years)>();
        foreach (var directory in Folders())
        {
            // A framework scores nothing itself; what extends it is a folder of its own.
            var loaded = RuleSetLoader.LoadEveryYear(directory);
            problems.AddRange(loaded.Problems);
            Add(directory, loaded.RuleSets, found, problems);
        }

        if (found.Count == 0 && !problems.HasErrors)
        {
            problems.Report(Messages.NoSuchRuleSet, new Place(folder), folder);
        }

        return problems.HasErrors ? [] : [.. found.Select(f => Entry(f.Years, Path.GetFileName(f.Folder), 1))];
    }

    /// <summary>What is in force after the files have changed: of every folder that can be used what it says now, of every other what it said before.</summary>
    public RuleSetSnapshot Reload(RuleSetSnapshot before)
    {
        var (entries, problems) = (new List<RuleSetEntry>(), new List<RuleProblem>());
        var seen = new List<(string Folder, ImmutableArray<RuleSet> Years)>();
        foreach (var directory in Folders())
        {
            var name = Path.GetFileName(directory);
            var old = before.Entries.FirstOrDefault(e => e.Folder == name);
            var loaded = RuleSetLoader.LoadEveryYear(directory);
            var found = new Diagnostics();
            found.AddRange(loaded.Problems);
            Add(directory, loaded.RuleSets, seen, found);
            var years = found.HasErrors ? [] : loaded.RuleSets;
            if (!years.IsEmpty && old is not null && old.IsSame(years))
            {
                entries.Add(old with { Rejected = [] });
                continue;
            }

            var rejected = found.HasErrors ? [.. found.Where(p => p.Severity == Severity.Error).Select(RuleProblem.Of)] : FailedCases(directory, years);
            if (rejected.IsEmpty && !years.IsEmpty)
            {
                entries.Add(Entry(years, name, (before.Find(years[^1].Id)?.Version ?? 0) + 1));
            }
            else if (old is not null && !rejected.IsEmpty)
            {
                entries.Add(old with { Rejected = rejected });
            }
            else
            {
                problems.AddRange(rejected);
            }
        }

        return new RuleSetSnapshot(entries, problems);
    }

    /// <summary>The cases that come out otherwise than they say.</summary>
    public static ImmutableArray<RuleProblem> FailedCases(string directory, ImmutableArray<RuleSet> years)
    {
        var problems = new Diagnostics();
        var cases = CaseReader.Read(directory, problems);
        var failed = from test in cases
                     let year = years.FirstOrDefault(y => y.Year == (test.Year ?? years[^1].Year))
                     where year is null || !new CaseRun(year, Language.Chinese).Run(test).Passed
                     select RuleProblem.OfCase(test.Name, test.Place);
        return [.. problems.Where(p => p.Severity == Severity.Error).Select(RuleProblem.Of), .. years.IsEmpty ? [] : failed];
    }

    /// <summary>Names, sizes and times of all rule files: whether anything was edited.</summary>
    public ImmutableArray<(string Path, long Length, DateTime Written)> Stamp() =>
    [
        .. Folders().SelectMany(f => new DirectoryInfo(f).EnumerateFiles("*", SearchOption.AllDirectories))
            .Select(f => (f.FullName, f.Length, f.LastWriteTimeUtc))
            .OrderBy(f => f.FullName, StringComparer.Ordinal),
    ];

    private static void Add(string directory, ImmutableArray<RuleSet> years, List<(string Folder, ImmutableArray<RuleSet> Years)> found, Diagnostics problems)
    {
        if (years.IsEmpty)
        {
            return;
        }

        if (found.Find(f => f.Years[0].Id == years[0].Id) is { Years: { IsDefault: false } twin })
        {
            problems.Report(Messages.DuplicateRuleSet, new Place(directory), years[0].Id, twin[0].Root.Place.File);
            return;
        }

        found.Add((directory, years));
    }

    private RuleSetEntry Entry(ImmutableArray<RuleSet> years, string name, long version) =>
        new(years[^1].Id, name, [.. years.Select(y => new LoadedRuleSet(y, executor))], version, []);

    private void CheckExecutor(Diagnostics problems)
    {
        var setting = new Place(nameof(ServiceSettings.Executor));
        if (!Executors.Names.Contains(executor))
        {
            problems.Report(Messages.UnknownExecutor, setting, executor, string.Join(", ", Executors.Names));
        }
        else if (executor == Executors.NRules && !NRulesExecutor.IsBuilt)
        {
            problems.Report(Messages.NRulesAbsent, setting);
        }
    }

    private IEnumerable<string> Folders() => !Directory.Exists(folder) ? [] : Directory
        .EnumerateDirectories(folder)
        .Where(d => !Path.GetFileName(d).StartsWith('.'))
        .Order(StringComparer.Ordinal);
}
