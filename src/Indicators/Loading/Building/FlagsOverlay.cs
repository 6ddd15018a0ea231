using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>flags.yaml over that of the base: a flag with a base code replaces it whole and keeps its 名称; others are added.</summary>
internal static class FlagsOverlay
{
    public static YamlValue? Lay(YamlValue? under, YamlValue? over, BaseNames names, Laying laying)
    {
        foreach (var flag in (over as YamlMap)?.Items(Keys.Flags).OfType<YamlMap>() ?? [])
        {
            names.Check(flag, Keys.Name);
        }

        if (under is not YamlMap old || over is not YamlMap given || old.Find(Keys.Flags) is null || given.Find(Keys.Flags) is not { Value: YamlList } list)
        {
            return over ?? under;
        }

        var added = given.Items(Keys.Flags).ToList();
        var laid = old.Items(Keys.Flags).Select(flag =>
        {
            var again = laying.Text(flag, Keys.Code) is { } code ? added.Find(f => laying.Text(f, Keys.Code)?.Content == code.Content) : null;
            return again is not null && added.Remove(again) ? Named((YamlMap)again, (YamlMap)flag) : flag;
        }).ToList();
        return laying.Over(old.Without(Keys.Flags), given.Without(Keys.Flags)).With(list).WithItems(Keys.Flags, laid.Concat(added));
    }

    private static YamlMap Named(YamlMap flag, YamlMap old) =>
        flag.Find(Keys.Name) is null && old.Find(Keys.Name) is { } name ? flag.With(name) : flag;
}
