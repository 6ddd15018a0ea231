using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>flags.yaml over that of the base: a flag with a base code replaces it whole and keeps its 名称; others are added. So with 核对 and 跨项目.</summary>
internal static class FlagsOverlay
{
    /// <summary>What flags.yaml consists of: lists of things with a code.</summary>
    public static readonly Bilingual[] Lists = [Keys.Flags, Keys.Reconcile, Keys.Across];

    public static YamlValue? Lay(YamlValue? under, YamlValue? over, BaseNames names, Laying laying)
    {
        foreach (var flag in Lists.SelectMany(key => (over as YamlMap)?.Items(key) ?? []).OfType<YamlMap>())
        {
            names.Check(flag, Keys.Name);
        }

        if (under is not YamlMap old || over is not YamlMap given)
        {
            return over ?? under;
        }

        var laid = laying.Over(old.Without(Lists), given.Without(Lists));
        foreach (var key in Lists)
        {
            laid = (old.Find(key), given.Find(key)) switch
            {
                ({ Value: YamlList before }, { Value: YamlList after } entry) => laid.With(entry).WithItems(key, Items(before, after, laying)),
                (null, null) => laid,
                var (before, after) => laid.With((after ?? before)!),
            };
        }

        return laid;
    }

    private static IEnumerable<YamlValue> Items(YamlList under, YamlList over, Laying laying)
    {
        var added = over.Items.ToList();
        var laid = under.Items.Select(flag =>
        {
            var again = laying.Text(flag, Keys.Code) is { } code ? added.Find(f => laying.Text(f, Keys.Code)?.Content == code.Content) : null;
            return again is not null && added.Remove(again) ? Named((YamlMap)again, (YamlMap)flag) : flag;
        }).ToList();
        return laid.Concat(added);
    }

    private static YamlMap Named(YamlMap flag, YamlMap old) =>
        flag.Find(Keys.Name) is null && old.Find(Keys.Name) is { } name ? flag.With(name) : flag;
}
