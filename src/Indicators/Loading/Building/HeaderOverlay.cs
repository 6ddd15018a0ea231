using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>rule-set.yaml over that of the base: a rule set has a 格式, 编号 and 名称 of its own; 继承, 删除 and 封存 are not inherited.</summary>
internal static class HeaderOverlay
{
    private static readonly Bilingual[] Own = [Keys.Format, Keys.Id, Keys.Name, Keys.Extends, Keys.Remove, Keys.Closed];

    public static YamlValue? Lay(YamlValue? under, YamlValue? over, LoadContext context)
    {
        if (under is not YamlMap old || over is not YamlMap given)
        {
            return over;
        }

        // Nothing in a header is chosen by year before it is laid.
        var laying = new Laying(new ByYear(context, null), context);
        laying.Fix(Keys.Format, laying.Text(old, Keys.Format), laying.Text(given, Keys.Format), new(
            "两个指标体系用同一个格式", "both rule sets are written in the same format"));
        foreach (var key in new[] { Keys.Id, Keys.Name })
        {
            if (laying.Text(old, key) is { } theirs && laying.Text(given, key) is { } own && theirs.Content == own.Content)
            {
                context.Report(Messages.ExtendsOwn, own.Place, key, own.Content, theirs.Place.ToString());
            }
        }

        var laid = laying.Over(old.Without(Own), given);
        // Its own keys first: what is said of the header as a whole is said of the extension's.
        return laid with { Entries = [.. laid.Entries.OrderBy(e => given.Entries.Contains(e) ? 0 : 1)] };
    }
}
