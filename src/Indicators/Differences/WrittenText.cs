using System.Collections.Frozen;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>Canonical YAML as one line for people, with its keys in either language.</summary>
internal static class WrittenText
{
    private static readonly FrozenDictionary<string, Bilingual> KeyWords = Keys.All.Concat(Words.MissingStates.Values)
        .DistinctBy(k => k.Zh).ToFrozenDictionary(k => k.Zh);

    /// <summary>Keys of a flag that are other words elsewhere in English.</summary>
    private static readonly Bilingual[] InFlag = [Keys.Code, Keys.Says];

    public static Phrase? Of(YamlValue? yaml, string under) => yaml is null ? null : Same(new Bilingual(
        Text(yaml, under, Language.Chinese), Text(yaml, under, Language.English)));

    public static Phrase Same(object text) => new(new("{0}", "{0}"), text);

    /// <summary>A key for people; what the analyst names stays.</summary>
    public static Bilingual Key(string key, string under) =>
        InFlag.FirstOrDefault(k => k.Zh == key) is { } own && FlagsOverlay.Lists.Any(k => k.Zh == under) ? own
        : !Canonical.IsNamed(under) && KeyWords.TryGetValue(key, out var word) ? word : Bilingual.Same(key);

    /// <summary>The words by which what stands under a key is read.</summary>
    public static string Below(string key, string under) => Canonical.IsNamed(under) || Canonical.IsOrdered(under) ? "" : key;

    private static string Text(YamlValue yaml, string under, Language language, bool inside = false) => yaml switch
    {
        YamlText text => text.Content,
        YamlList list => string.Join(language == Language.Chinese ? "、" : ", ", list.Items.Select(item => Text(item, under, language, inside: true))),
        YamlMap map when inside => $"{{{Entries(map, under, language)}}}",
        YamlMap map => Entries(map, under, language),
        _ => "",
    };

    private static string Entries(YamlMap map, string under, Language language) => string.Join(
        language == Language.Chinese ? "，" : ", ",
        map.Entries.Select(e => Key(e.Key.Content, under).In(language) + (language == Language.Chinese ? "：" : ": ")
            + Text(e.Value, Below(e.Key.Content, under), language, inside: true)));
}
