using System.Collections.Frozen;
using Indicators.Loading;

namespace Indicators.Service;

/// <summary>The rule sets that the service scores with, by id. They do not change while it runs.</summary>
public sealed class RuleSets(IEnumerable<RuleSet> ruleSets)
{
    private readonly FrozenDictionary<string, RuleSet> byId = ruleSets.ToFrozenDictionary(r => r.Id);

    public IEnumerable<string> Ids => byId.Keys.Order(StringComparer.Ordinal);

    public RuleSet? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Loads every folder below this one, hidden ones left out; null if one has an error, or there is none.</summary>
    public static RuleSets? Load(string folder, out Diagnostics problems)
    {
        problems = [];
        var loaded = new List<RuleSet>();
        foreach (var directory in Folders(folder))
        {
            var (ruleSet, found) = RuleSetLoader.LoadDirectory(directory);
            problems.AddRange(found);
            if (ruleSet is not null && loaded.Find(r => r.Id == ruleSet.Id) is not null)
            {
                problems.Report(Messages.DuplicateRuleSet, new Place(directory), ruleSet.Id);
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

        return problems.HasErrors ? null : new RuleSets(loaded);
    }

    private static IEnumerable<string> Folders(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateDirectories(folder)
        .Where(d => !Path.GetFileName(d).StartsWith('.'))
        .Order(StringComparer.Ordinal);
}
