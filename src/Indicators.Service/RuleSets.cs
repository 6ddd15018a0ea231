using System.Collections.Frozen;
using Indicators.Loading;
using Indicators.NRules;

namespace Indicators.Service;

/// <summary>The rule sets that the service scores with, by id, each with its executor. They do not change while it runs.</summary>
public sealed class RuleSets(params IEnumerable<LoadedRuleSet> loaded)
{
    private readonly FrozenDictionary<string, LoadedRuleSet> byId = loaded.ToFrozenDictionary(l => l.RuleSet.Id);

    public IEnumerable<string> Ids => byId.Keys.Order(StringComparer.Ordinal);

    public LoadedRuleSet? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// Loads every folder below this one, hidden ones left out; null if one has an error, if there is none, or if the
    /// executor (<c>compiled</c>, <c>reference</c> or <c>nrules</c>) is not to be had.
    /// </summary>
    public static RuleSets? Load(string folder, out Diagnostics problems, string executor = Executors.Compiled)
    {
        problems = [];
        CheckExecutor(executor, problems);
        var loaded = new List<RuleSet>();
        foreach (var directory in Folders(folder))
        {
            // A framework scores nothing itself; what extends it is a folder of its own.
            var (ruleSet, found) = RuleSetLoader.LoadDirectory(directory);
            problems.AddRange(found);
            if (ruleSet is not null && loaded.Find(r => r.Id == ruleSet.Id) is { } twin)
            {
                problems.Report(Messages.DuplicateRuleSet, new Place(directory), ruleSet.Id, twin.Root.Place.File);
            }
            else if (ruleSet is not null)
            {
                loaded.Add(ruleSet);
            }
        }

        if (loaded.Count == 0 && !problems.HasErrors)
        {
            problems.Report(Messages.NoSuchRuleSet, new Place(folder), folder);
        }

        return problems.HasErrors
            ? null
            : new RuleSets(loaded.Select(r => new LoadedRuleSet(r, Executors.Create(executor, r))));
    }

    private static void CheckExecutor(string executor, Diagnostics problems)
    {
        var setting = new Place(ServiceHost.ExecutorSetting);
        if (!Executors.Names.Contains(executor))
        {
            problems.Report(Messages.UnknownExecutor, setting, executor, string.Join(", ", Executors.Names));
        }
        else if (executor == Executors.NRules && !NRulesExecutor.IsBuilt)
        {
            problems.Report(Messages.NRulesAbsent, setting);
        }
    }

    private static IEnumerable<string> Folders(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateDirectories(folder)
        .Where(d => !Path.GetFileName(d).StartsWith('.'))
        .Order(StringComparer.Ordinal);
}

/// <summary>A rule set and what runs it.</summary>
public sealed record LoadedRuleSet(RuleSet RuleSet, IExecutor Executor);
