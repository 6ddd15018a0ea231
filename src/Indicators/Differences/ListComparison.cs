using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>疑点 and 核对: lists of which an item is found by its 编号, or by what it says.</summary>
internal sealed class ListComparison(Bilingual key, Func<int, string> codeOf)
{
    private static readonly Bilingual Section = new("疑点和核对", "Flags and reconciliations");

    /// <summary>In which items are the same, the surest first.</summary>
    private static readonly Func<Item, Item, bool>[] Ways =
    [
        (o, n) => o.Own is not null && o.Own == n.Own,
        (o, n) => o.Print == n.Print,
        (o, n) => o.Own is null && n.Own is null && o.Code == n.Code,
    ];

    public IEnumerable<Difference> Between(YamlMap? before, YamlMap? after)
    {
        var (olds, news) = (Read(before), Read(after));
        var pairs = Pairs(olds, news);
        var came = news.Where(n => !pairs.Any(p => p.New == n)).Select(n => Whole(n, null, n.Yaml));
        var went = olds.Where(o => !pairs.Any(p => p.Old == o)).Select(o => Whole(o, o.Yaml, null));
        var order = pairs.Select(p => p.New).OrderBy(news.IndexOf).ToList();
        var moved = pairs.Select(p => p.New).SequenceEqual(order) ? []
            : new[] { new Difference(DifferenceKind.Order, new Subject(Section, "", key.Zh), key, Listed(pairs.Select(p => p.New)), Listed(order), before?.Place, after?.Place) };
        return [.. pairs.OrderBy(p => news.IndexOf(p.New)).SelectMany(Changes), .. came, .. went, .. moved];
    }

    private IEnumerable<Difference> Changes((Item Old, Item New) pair) =>
        Change.Between(pair.Old.Yaml, pair.New.Yaml, [], key.Zh)
            .Select(c => c.As(DifferenceKind.Flag, About(pair.New)) with { Part = c.Path.IsEmpty ? key : c.Part });

    private static List<(Item Old, Item New)> Pairs(List<Item> olds, List<Item> news)
    {
        var pairs = new List<(Item Old, Item New)>();
        foreach (var same in Ways)
        {
            foreach (var old in olds.Where(o => !pairs.Any(p => p.Old == o)).ToList())
            {
                if (news.FirstOrDefault(n => !pairs.Any(p => p.New == n) && same(old, n)) is { } found)
                {
                    pairs.Add((old, found));
                }
            }
        }

        return [.. pairs.OrderBy(p => olds.IndexOf(p.Old))];
    }

    private List<Item> Read(YamlMap? map) => [.. (map?.Items(key) ?? []).Select((yaml, i) => new Item(
        Text(yaml, Keys.Code), Text(yaml, Keys.Code) ?? codeOf(i), Text(yaml, Keys.Name) ?? "", yaml, Canonical.Print(yaml), i))];

    private Difference Whole(Item item, YamlValue? before, YamlValue? after) =>
        new(DifferenceKind.Flag, About(item), key, WrittenText.Of(before, key.Zh), WrittenText.Of(after, key.Zh), before?.Place, after?.Place);

    private static Subject About(Item item) => new(Section, item.Code, item.Name);

    private static Phrase Listed(IEnumerable<Item> items) => WrittenText.Same(Words.Listed([.. items.Select(i => i.Code)]));

    private static string? Text(YamlValue yaml, Bilingual key) => ((yaml as YamlMap)?.Find(key)?.Value as YamlText)?.Content;

    private sealed record Item(string? Own, string Code, string Name, YamlValue Yaml, string Print, int Index);
}
