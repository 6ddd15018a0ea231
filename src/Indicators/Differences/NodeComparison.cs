using System.Collections.Frozen;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>What changed in the keys of one node, as weight, basis, wording, threshold, method, value or setting.</summary>
internal sealed class NodeComparison(Node? before, Node? after)
{
    private static readonly FrozenDictionary<string, DifferenceKind> Kinds = new Dictionary<Bilingual, DifferenceKind>
    {
        [Keys.Weight] = DifferenceKind.Weight,
        [Keys.Share] = DifferenceKind.Weight,
        [Keys.Bonus] = DifferenceKind.Weight,
        [Keys.Penalty] = DifferenceKind.Weight,
        [Keys.Basis] = DifferenceKind.Basis,
        [Keys.Dimension] = DifferenceKind.Wording,
        [Keys.Name] = DifferenceKind.Wording,
        [Keys.Code] = DifferenceKind.Wording,
        [Keys.Reading] = DifferenceKind.Wording,
        [Keys.Reverse] = DifferenceKind.Wording,
    }.ToFrozenDictionary(k => k.Key.Zh, k => k.Value);

    private readonly FrozenDictionary<string, Node> before = ByCode(before);
    private readonly FrozenDictionary<string, Node> after = ByCode(after);

    /// <summary>The node as it was read.</summary>
    public Node? Before(WrittenNode node) => before.GetValueOrDefault(node.Code);

    /// <inheritdoc cref="Before"/>
    public Node? After(WrittenNode node) => after.GetValueOrDefault(node.Code);

    public IEnumerable<Difference> Between(WrittenNode old, WrittenNode node, Subject about)
    {
        var keys = MethodKeys(old, node);
        var rest = Change.Between(old.Own.Without(keys), node.Own.Without(keys), [], "")
            .Select(c => c.As(Kinds.GetValueOrDefault(c.Path[0].Zh, DifferenceKind.Setting), about));
        return rest.Concat(Scoring(old, node, keys, about));
    }

    private IEnumerable<Difference> Scoring(WrittenNode old, WrittenNode node, Bilingual[] keys, Subject about)
    {
        var changes = Change.Between(Only(old.Own, keys), Only(node.Own, keys), [], "").ToList();
        var (values, rules) = (changes.Where(IsValue).ToList(), changes.Where(c => !IsValue(c)).ToList());
        var another = old.Children.IsEmpty != node.Children.IsEmpty;
        if (!another && rules.All(c => c.OnlyNumbers))
        {
            return rules.Select(c => c.As(DifferenceKind.Threshold, about)).Concat(values.Select(c => c.As(DifferenceKind.Value, about)));
        }

        // In words, unless they are the same: what is written differs although it reads alike.
        var (was, now) = (Before(old)?.Standard, After(node)?.Standard);
        return was is not null && now is not null && was.In(Language.Chinese) != now.In(Language.Chinese)
            ? [IsThreshold(was, now)
                ? new Difference(DifferenceKind.Threshold, about, Bilingual.Same(""), was, now, PlaceOf(old, keys), PlaceOf(node, keys))
                : new Difference(DifferenceKind.Method, about, Keys.MethodName, was, now, PlaceOf(old, keys), PlaceOf(node, keys))]
            : changes.Select(c => c.As(DifferenceKind.Method, about));
    }

    /// <summary>The same standard with another number, in whichever form it is written: <c>按比例: 100%</c>, <c>按比例: {目标: 90%}</c>.</summary>
    private static bool IsThreshold(Phrase before, Phrase after) => Change.DifferInNumbers(before.In(Language.Chinese), after.In(Language.Chinese));

    private static bool IsValue(Change change) => change.Path[0].Zh == Keys.Value.Zh;

    /// <summary>占比 shares out rows beside 逐行, and points elsewhere.</summary>
    private static Bilingual[] MethodKeys(WrittenNode old, WrittenNode node) =>
        [.. MethodTable.NodeKeys.Where(k => k != Keys.Points && (k != Keys.Share || old.Own.Find(Keys.Each) is not null || node.Own.Find(Keys.Each) is not null))];

    private static YamlMap Only(YamlMap map, Bilingual[] keys) =>
        map with { Entries = map.Entries.RemoveAll(e => !keys.Any(k => k.Matches(e.Key.Content))) };

    private static Place PlaceOf(WrittenNode node, Bilingual[] keys) =>
        Only(node.Own, keys).Entries.Select(e => e.Key.Place).OrderBy(p => p.Line).FirstOrDefault() ?? node.Place;

    private static FrozenDictionary<string, Node> ByCode(Node? root) =>
        (root?.All ?? []).DistinctBy(n => n.Code).ToFrozenDictionary(n => n.Code);
}
