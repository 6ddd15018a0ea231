using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Indicators.Service;

/// <summary>The rule sets in force at one moment. It never changes: a request keeps the one that it met.</summary>
public sealed class RuleSetSnapshot(IEnumerable<RuleSetEntry> entries, IEnumerable<Diagnostic> problems)
{
    private readonly FrozenDictionary<string, RuleSetEntry> byId = entries.ToFrozenDictionary(e => e.Id);

    /// <summary>By id.</summary>
    public ImmutableArray<RuleSetEntry> Entries { get; } = [.. entries.OrderBy(e => e.Id, StringComparer.Ordinal)];

    /// <summary>What is wrong with folders that have no rules in force.</summary>
    public ImmutableArray<Diagnostic> Problems { get; } = [.. problems];

    public bool IsEmpty => byId.Count == 0;

    /// <summary>Whether all that the files say is in force.</summary>
    public bool IsAllInForce => Problems.IsEmpty && Entries.All(e => e.Rejected.IsEmpty);

    public RuleSetEntry? Find(string id) => byId.GetValueOrDefault(id);
}

/// <summary>The rule sets that the service scores with. An edit puts another snapshot in the place of the last, at once for all requests that come after.</summary>
public sealed class RuleSets
{
    private readonly RuleSetFolder folder;
    private readonly Lock reloading = new();
    private volatile RuleSetSnapshot current;

    private RuleSets(RuleSetFolder folder, ImmutableArray<(string, long, DateTime)> loaded, RuleSetSnapshot current) => (this.folder, Loaded, this.current) = (folder, loaded, current);

    public RuleSetSnapshot Current => current;

    /// <summary>Null if a rule set has an error, if there is none, or if the executor is not to be had.</summary>
    public static RuleSets? Load(ServiceSettings settings, out Diagnostics problems)
    {
        problems = [];
        var folder = new RuleSetFolder(settings.Rules, settings.Executor);
        // Taken before, so that an edit while they are read is seen as one.
        var stamp = folder.Stamp();
        var entries = folder.Load(problems);
        return problems.HasErrors ? null : new RuleSets(folder, stamp, new RuleSetSnapshot(entries, []));
    }

    /// <summary>The <see cref="Stamp"/> of the files that were loaded at the start.</summary>
    internal ImmutableArray<(string Path, long Length, DateTime Written)> Loaded { get; }

    /// <summary>Names, sizes and times of all rule files.</summary>
    internal ImmutableArray<(string Path, long Length, DateTime Written)> Stamp() => folder.Stamp();

    /// <summary>Takes what the files say now.</summary>
    /// <returns>What is in force from now on.</returns>
    public RuleSetSnapshot Reload()
    {
        lock (reloading)
        {
            return current = folder.Reload(current);
        }
    }
}
