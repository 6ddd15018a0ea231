using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>Finds and replaces entries of a map by their key in either language; the rest keeps its order and places.</summary>
internal static class YamlEntries
{
    private static readonly ImmutableArray<Bilingual> Known = [.. Keys.All, .. Words.MissingStates.Values];

    public static bool SameKey(string one, string other) => one == other || Known.Any(k => k.Matches(one) && k.Matches(other));

    public static YamlEntry? Find(this YamlMap map, Bilingual key) => map.Entries.FirstOrDefault(e => key.Matches(e.Key.Content));

    public static YamlEntry? Find(this YamlMap map, string name) => map.Entries.FirstOrDefault(e => e.Key.Content == name);

    /// <summary>The items of a list under a key; none where there is no list.</summary>
    public static ImmutableArray<YamlValue> Items(this YamlMap map, Bilingual key) => map.Find(key)?.Value is YamlList list ? list.Items : [];

    public static YamlMap Without(this YamlMap map, params IEnumerable<Bilingual> keys) =>
        map with { Entries = map.Entries.RemoveAll(e => keys.Any(k => k.Matches(e.Key.Content))) };

    /// <summary>With this entry in the place of the one with the same key, or at the end.</summary>
    public static YamlMap With(this YamlMap map, YamlEntry entry)
    {
        var old = map.Entries.FirstOrDefault(e => SameKey(e.Key.Content, entry.Key.Content));
        return map with { Entries = old is null ? map.Entries.Add(entry) : map.Entries.Replace(old, entry) };
    }

    /// <summary>With another list under this key, which the map has.</summary>
    public static YamlMap WithItems(this YamlMap map, Bilingual key, IEnumerable<YamlValue> items)
    {
        var entry = map.Find(key)!;
        return map.With(entry with { Value = new YamlList([.. items], entry.Value.Place) });
    }
}
