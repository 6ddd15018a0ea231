using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// 删除 in an extension's rule-set.yaml: takes indicators, points, flags, criteria and dimensions out of the base. Points
/// that stay keep their codes, because findings are filed under them.
/// </summary>
internal sealed class Removal(ImmutableArray<YamlText> codes, Laying laying)
{
    private readonly HashSet<string> wanted = [.. codes.Select(c => c.Content)];
    private readonly HashSet<string> found = [];
    private readonly HashSet<string> known = [];

    public static RuleFiles From(RuleFiles under, RuleFiles over, Laying laying, LoadContext context)
    {
        var yaml = over.HeaderMap?.Find(Keys.Remove)?.Value;
        ImmutableArray<YamlText> codes = [.. (yaml is YamlList list ? list.Items : yaml is null ? [] : [yaml]).Select(context.Text).OfType<YamlText>()];
        if (codes.IsEmpty)
        {
            return under;
        }

        var removal = new Removal(codes, laying);
        var left = removal.From(under);
        foreach (var code in codes.Where(c => !removal.found.Contains(c.Content)))
        {
            context.Report(Messages.RemoveUnknown, code.Place, code.Content, DidYouMean.Hint(code.Content, removal.known));
        }

        return left;
    }

    private RuleFiles From(RuleFiles under) => under with
    {
        Dimensions = [.. under.Dimensions.Where(d => !Removes(d, Keys.Dimension, Keys.Code)).Select(d => d is YamlMap map ? Dimension(map).Node : d)],
        Flags = under.Flags is YamlMap flags ? Reconciliations(Flags(Flags(flags, Keys.Flags), Keys.Across)) : under.Flags,
    };

    private (YamlMap Node, bool Lighter) Dimension(YamlMap map) => Group(map, Keys.Criteria, [Keys.Name, Keys.Code], Criterion);

    private (YamlMap Node, bool Lighter) Criterion(YamlMap map) => Group(map, Keys.Indicators, [Keys.Code], indicator => (Indicator(indicator), false));

    /// <summary>Without its 分值 when weights below are gone.</summary>
    private (YamlMap Node, bool Lighter) Group(YamlMap map, Bilingual childrenKey, Bilingual[] idKeys, Func<YamlMap, (YamlMap Node, bool Lighter)> child)
    {
        if (map.Find(childrenKey)?.Value is not YamlList list)
        {
            return (map, false);
        }

        var left = list.Items.Where(c => !Removes(c, idKeys)).Select(c => c is YamlMap node ? child(node) : (Node: c, Lighter: false)).ToList();
        var lighter = left.Count < list.Items.Length || left.Exists(c => c.Lighter);
        return ((lighter ? map.Without(Keys.Weight) : map).WithItems(childrenKey, left.Select(c => c.Node)), lighter);
    }

    private YamlMap Flags(YamlMap map, Bilingual key) => map.Find(key)?.Value is YamlList list
        ? map.WithItems(key, list.Items.Where(f => !Removes(f, Keys.Code)))
        : map;

    private YamlMap Reconciliations(YamlMap map) => Numbered(map, Keys.Reconcile, Keys.Equation, ReconcileReader.CodeOf);

    private YamlMap Indicator(YamlMap map)
    {
        var indicator = laying.Text(map, Keys.Code)?.Content ?? "";
        return Numbered(map, Keys.Points, Keys.Name, i => NodeReader.PointCode(indicator, i));
    }

    /// <summary>Items that have their code from their number, unless they say one.</summary>
    private YamlMap Numbered(YamlMap map, Bilingual listKey, Bilingual textKey, Func<int, string> codeOf)
    {
        var items = map.Items(listKey).Select((item, i) => (Yaml: item, Code: laying.Text(item, Keys.Code)?.Content ?? codeOf(i))).ToList();
        known.UnionWith(items.Select(p => p.Code));
        var left = items.Where(p => !wanted.Contains(p.Code)).ToList();
        if (left.Count == items.Count)
        {
            return map;
        }

        found.UnionWith(items.Select(p => p.Code).Where(wanted.Contains));
        return map.WithItems(listKey, left.Select(p => Coded(p.Yaml, p.Code, textKey)));
    }

    private static YamlMap Coded(YamlValue item, string code, Bilingual textKey)
    {
        var place = item.Place;
        var map = item is YamlMap node && node.Find(textKey) is not null
            ? node
            : new YamlMap([new YamlEntry(new YamlText(textKey.Zh, false, place), item)], place);
        return map.Find(Keys.Code) is null
            ? map.With(new YamlEntry(new YamlText(Keys.Code.Zh, false, place), new YamlText(code, false, place)))
            : map;
    }

    private bool Removes(YamlValue? node, params Bilingual[] idKeys)
    {
        string[] ids = [.. idKeys.Select(k => laying.Text(node, k)?.Content).OfType<string>()];
        known.UnionWith(ids);
        var removed = ids.Where(wanted.Contains).ToList();
        found.UnionWith(removed);
        return removed.Count > 0;
    }
}
