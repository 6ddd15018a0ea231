using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>缺失 and 剔除到, on the rule set or on a node: changes the inherited policies.</summary>
internal static class MissingReader
{
    public static MissingPolicies Read(MapReader map, MissingPolicies inherited)
    {
        var context = map.Context;
        var policies = inherited;
        if (map.TakeText(Keys.ExcludeTo) is { } to)
        {
            policies = policies with { ExcludeToTotal = Words.Total.Matches(to.Content) };
            if (!policies.ExcludeToTotal)
            {
                context.Report(Messages.ExpectedWord, to.Place, to.Content, Words.Total);
            }
        }

        if (map.Take(Keys.Missing) is not { } yaml || context.Map(yaml) is null)
        {
            return policies;
        }

        foreach (var (key, value) in ((YamlMap)yaml).Entries)
        {
            if (context.Word(key, Words.MissingStates) is { } state
                && context.Text(value) is { } text
                && context.Word(text, Words.MissingPolicies) is { } policy)
            {
                policies = policies.With(state, policy);
            }
        }

        return policies;
    }
}
