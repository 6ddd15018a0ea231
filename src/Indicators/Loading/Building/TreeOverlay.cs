using System.Collections.Immutable;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// Dimensions over those of the base: a dimension is found by its 一级指标, a criterion by its 名称, an indicator by its
/// 编号. A 分值 above an indicator is a sum: the base's falls away where the extension changes what is below it.
/// </summary>
internal sealed class TreeOverlay(BaseNames names, Laying laying, LoadContext context)
{
    /// <param name="under">The base's, without what is removed.</param>
    /// <param name="over">The extension's.</param>
    /// <param name="pruned">Whether something was removed: criteria and dimensions that are left empty go too.</param>
    public ImmutableArray<YamlValue?> Lay(ImmutableArray<YamlValue?> under, ImmutableArray<YamlValue?> over, bool pruned)
    {
        var laid = under.ToList();
        foreach (var given in over)
        {
            var at = Find(under, given, Keys.Dimension);
            if (at >= 0)
            {
                laid[at] = Dimension((YamlMap)laid[at]!, (YamlMap)given!).Node;
            }
            else
            {
                CheckNew(given);
                laid.Add(given);
            }
        }

        return [.. pruned ? laid.Select(Pruned).Where(d => d is not YamlMap map || !IsEmpty(map, Keys.Criteria)) : laid];
    }

    private Laid Dimension(YamlMap under, YamlMap over) => Group(under, over, Keys.Dimension, Keys.Criteria, (laid, given) =>
        given.Select(criterion => Child(laid, criterion is YamlMap map ? WithoutMoved(under, map) : criterion, Keys.Name, Criterion)));

    private Laid Criterion(YamlMap under, YamlMap over) =>
        Group(under, over, Keys.Name, Keys.Indicators, (laid, given) => given.Select(indicator => Child(laid, indicator, Keys.Code, Indicator)));

    /// <summary>The keys of a dimension or criterion, and its children, each of which says whether a weight changed.</summary>
    private Laid Group(YamlMap under, YamlMap over, Bilingual nameKey, Bilingual childrenKey, Func<List<YamlValue>, ImmutableArray<YamlValue>, IEnumerable<bool>> lay)
    {
        laying.Fix(Keys.Code, laying.Text(under, Keys.Code) ?? laying.Text(under, nameKey), laying.Text(over, Keys.Code), Laying.SameMeaning);
        var laid = laying.Over(under.Without(childrenKey), over.Without(childrenKey));
        if (under.Find(childrenKey) is not { Value: YamlList } old || over.Find(childrenKey) is not { Value: YamlList } given)
        {
            var entry = over.Find(childrenKey) ?? under.Find(childrenKey);
            return new(entry is null ? laid : laid.With(entry), over.Find(Keys.Weight) is not null);
        }

        var children = under.Items(childrenKey).ToList();
        var weightsChanged = lay(children, over.Items(childrenKey)).ToList().Contains(true);
        if (weightsChanged && !laying.Gives(over, Keys.Weight))
        {
            laid = laid.Without(Keys.Weight);
        }

        return new(laid.With(given).WithItems(childrenKey, children), weightsChanged || over.Find(Keys.Weight) is not null);
    }

    private bool Child(List<YamlValue> laid, YamlValue given, Bilingual idKey, Func<YamlMap, YamlMap, Laid> lay)
    {
        var at = Find(laid, given, idKey);
        if (at < 0)
        {
            CheckNew(given);
            laid.Add(given);
            return true;
        }

        (laid[at], var changed) = lay((YamlMap)laid[at], (YamlMap)given);
        return changed;
    }

    private Laid Indicator(YamlMap under, YamlMap over)
    {
        names.Check(over, Keys.Name);
        // How a node scores is one thing: when a part of it is given, all of the base's falls away.
        var other = MethodTable.NodeKeys.Any(key => laying.Gives(over, key));
        return new(laying.Over(other ? under.Without(MethodTable.NodeKeys) : under, over), over.Find(Keys.Weight) is not null);
    }

    private int Find(IEnumerable<YamlValue?> nodes, YamlValue? given, Bilingual key) => laying.Text(given, key) is { } id
        ? nodes.ToList().FindIndex(n => laying.Text(n, key)?.Content == id.Content)
        : -1;

    /// <summary>An indicator that stands elsewhere in the base would be there twice; that is reported, once.</summary>
    private YamlMap WithoutMoved(YamlMap under, YamlMap criterion) => criterion.Find(Keys.Indicators)?.Value is YamlList list
        ? criterion.WithItems(Keys.Indicators, list.Items.Where(indicator => !IsMoved(under, criterion, indicator)))
        : criterion;

    private bool IsMoved(YamlMap under, YamlMap criterion, YamlValue indicator)
    {
        foreach (var home in under.Items(Keys.Criteria).OfType<YamlMap>())
        {
            var at = Find(home.Items(Keys.Indicators), indicator, Keys.Code);
            if (at >= 0 && laying.Text(home, Keys.Name) is { } name && laying.Text(criterion, Keys.Name) is { } given && name.Content != given.Content)
            {
                var code = laying.Text(indicator, Keys.Code)!;
                context.Report(Messages.ExtendsMoved, code.Place, code.Content, name.Content, laying.Text(home.Items(Keys.Indicators)[at], Keys.Code)!.Place, given.Content);
                return true;
            }
        }

        return false;
    }

    private void CheckNew(YamlValue? given)
    {
        if (given is not YamlMap map)
        {
            return;
        }

        names.Check(map, map.Find(Keys.Dimension) is null ? Keys.Name : Keys.Dimension);
        foreach (var child in map.Items(Keys.Criteria).Concat(map.Items(Keys.Indicators)))
        {
            CheckNew(child);
        }
    }

    private static YamlValue? Pruned(YamlValue? dimension) => dimension is YamlMap map && map.Find(Keys.Criteria)?.Value is YamlList
        ? map.WithItems(Keys.Criteria, map.Items(Keys.Criteria).Where(c => c is not YamlMap criterion || !IsEmpty(criterion, Keys.Indicators)))
        : dimension;

    private static bool IsEmpty(YamlMap map, Bilingual key) => map.Find(key)?.Value is YamlList { Items.IsEmpty: true };

    /// <summary>A node of both, and whether the extension says something of its weight or of one below it.</summary>
    private sealed record Laid(YamlMap Node, bool WeightsChanged);
}
