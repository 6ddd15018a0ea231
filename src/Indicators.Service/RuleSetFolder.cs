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
    /// <summary>Loads all and runs their cases; problems with an error say that something cannot be used.</summary>
    public ImmutableArray<RuleSetEntry> Load(Diagnostics problems)
    {
        CheckExecutor(problems);
        var found = new List<(string Folder, ImmutableArray<RuleSet> Years)>();
        foreach (var directory in Below(folder))
        {
            // A framework scores nothing itself; what extends it is a folder of its own.
            var loaded = RuleSetLoader.LoadEveryYear(directory);
            problems.AddRange(loaded.Problems);
            if (loaded.RuleSets is [.., var latest] && found.Find(f => f.Years[^1].Id == latest.Id) is { Years: { IsDefault: false } twin })
            {
                problems.Report(Messages.DuplicateRuleSet, new Place(directory), latest.Id, twin[^1].Root.Place.File);
            }
            else if (!loaded.RuleSets.IsEmpty)
            {
                found.Add((directory, loaded.RuleSets));
            }
        }

        if (found.Count == 0 && !problems.HasErrors)
        {
            problems.Report(Messages.NoSuchRuleSet, new Place(folder), folder);
        }

        problems.AddRange(found.SelectMany(f => FailedCases(f.Folder, f.Years)));
        return problems.HasErrors ? [] : [.. found.Select(f => Entry(f.Years, Path.GetFileName(f.Folder), 1))];
    }

    /// <summary>What is in force after the files have changed: of every folder that can be used what it says now, of every other what it said before.</summary>
    public RuleSetSnapshot Reload(RuleSetSnapshot before)
    {
        var read = Below(folder).Select(f => Read(f, before.Entries.FirstOrDefault(e => e.Folder == Path.GetFileName(f)))).ToList();
        // What stays in force has its id; an edit that takes the same cannot be used.
        var entries = read.Where(r => r.Kept is not null).Select(r => r.Kept!).ToList();
        var problems = new List<Diagnostic>();
        foreach (var folder in read.Where(r => r.Kept is null))
        {
            if (folder.Years is [.., var latest] && entries.Find(e => e.Id == latest.Id) is { } twin)
            {
                problems.Add(new Diagnostic(Messages.DuplicateRuleSet, new Place(folder.Directory), latest.Id, twin.Latest.RuleSet.Root.Place.File));
            }
            else if (!folder.Years.IsEmpty)
            {
                entries.Add(Entry(folder.Years, Path.GetFileName(folder.Directory), (before.Find(folder.Years[^1].Id)?.Version ?? 0) + 1));
            }

            problems.AddRange(folder.Rejected);
        }

        return new RuleSetSnapshot(entries, problems);
    }

    /// <summary>What a folder says now: new rules, or what is kept of those in force, or why there is neither.</summary>
    private static ReadFolder Read(string directory, RuleSetEntry? old)
    {
        var loaded = RuleSetLoader.LoadEveryYear(directory);
        var years = loaded.Problems.HasErrors ? [] : loaded.RuleSets;
        if (old is not null && !years.IsEmpty && old.IsSame(years))
        {
            return new(directory, [], old with { Rejected = [] }, []);
        }

        ImmutableArray<Diagnostic> rejected = loaded.Problems.HasErrors
            ? [.. loaded.Problems.Where(p => p.Severity == Severity.Error)] : FailedCases(directory, years);
        return rejected.IsEmpty ? new(directory, years, null, [])
            : old is not null ? new(directory, [], old with { Rejected = rejected }, [])
            : new(directory, [], null, rejected);
    }

    /// <summary>The cases that come out otherwise than they say.</summary>
    public static ImmutableArray<Diagnostic> FailedCases(string directory, ImmutableArray<RuleSet> years)
    {
        var problems = new Diagnostics();
        var cases = CaseReader.Read(directory, problems);
        var failed = from test in cases
                     let year = years.FirstOrDefault(y => y.Year == (test.Year ?? years[^1].Year))
                     where year is null || !new CaseRun(year, Language.Chinese).Run(test).Passed
                     select new Diagnostic(Messages.CaseFailed, test.Place, test.Name);
        return [.. problems.Where(p => p.Severity == Severity.Error), .. years.IsEmpty ? [] : failed];
    }

    /// <summary>Names, sizes and times of all rule files: whether anything was edited.</summary>
    public ImmutableArray<(string Path, long Length, DateTime Written)> Stamp() =>
    [
        .. Below(folder).SelectMany(f => new DirectoryInfo(f).EnumerateFiles("*", SearchOption.AllDirectories))
            .Select(f => (f.FullName, f.Length, f.LastWriteTimeUtc))
            .OrderBy(f => f.FullName, StringComparer.Ordinal),
    ];

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

    /// <summary>The folders of rule sets below one.</summary>
    public static IEnumerable<string> Below(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateDirectories(folder)
        .Where(d => !Path.GetFileName(d).StartsWith('.'))
        .Order(StringComparer.Ordinal);

    private sealed record ReadFolder(string Directory, ImmutableArray<RuleSet> Years, RuleSetEntry? Kept, ImmutableArray<Diagnostic> Rejected);
}
