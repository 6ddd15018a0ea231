using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// The 名称 of everything with a code in a base, taken before anything is removed: a code that is removed and used again
/// still means what it meant.
/// </summary>
internal sealed class BaseNames
{
    private readonly Dictionary<string, YamlText> names = [];
    private readonly Laying laying;

    private BaseNames(Laying laying) => this.laying = laying;

    public static BaseNames Of(RuleFiles files, Laying laying)
    {
        var names = new BaseNames(laying);
        foreach (var dimension in files.Dimensions.OfType<YamlMap>())
        {
            names.Add(dimension, Keys.Dimension);
            foreach (var criterion in dimension.Items(Keys.Criteria).OfType<YamlMap>())
            {
                names.Add(criterion, Keys.Name);
                foreach (var indicator in criterion.Items(Keys.Indicators).OfType<YamlMap>())
                {
                    names.Add(indicator, Keys.Name);
                }
            }
        }

        foreach (var flag in FlagsOverlay.Lists.SelectMany(key => (files.Flags as YamlMap)?.Items(key) ?? []).OfType<YamlMap>())
        {
            names.Add(flag, Keys.Name);
        }

        return names;
    }

    /// <summary>Reports a node of the extension that has a code of the base and another name.</summary>
    public void Check(YamlMap over, Bilingual nameKey)
    {
        if (laying.Text(over, Keys.Code) is { } code && names.TryGetValue(code.Content, out var name))
        {
            laying.Fix(nameKey, name, laying.Text(over, nameKey), Laying.SameMeaning);
        }
    }

    private void Add(YamlMap node, Bilingual nameKey)
    {
        if (laying.Text(node, Keys.Code) is { } code && laying.Text(node, nameKey) is { } name)
        {
            names.TryAdd(code.Content, name);
        }
    }
}
