using System.Collections.Frozen;
using System.Globalization;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// One spelling for all spellings of the same YAML: known keys and fixed words in Chinese, keys sorted, each text with
/// its length before it, so that no text can pass for structure. What analysts name and the text of expressions stays.
/// </summary>
internal static class Canonical
{
    private static readonly FrozenDictionary<string, string> KeyWords = Keys.All
        .Where(k => k != Keys.YearValue && k != Keys.PeersFrom)
        .ToFrozenDictionary(k => k.En, k => k.Zh, StringComparer.OrdinalIgnoreCase);

    /// <summary>Maps under these keys have keys that are not ours: names, grades, tests.</summary>
    private static readonly Bilingual[] NameMaps = [Keys.Fields, Keys.Tables, Keys.Computed, Keys.Columns, Keys.SurveyOptions, Keys.Methods, Keys.Consequences, Keys.Beside];

    private static readonly Bilingual[] OrderedMaps = [Keys.Grades, Keys.Bands, Keys.Levels];

    /// <summary>Keys whose values are fixed words.</summary>
    private static readonly (Bilingual Key, Bilingual[] Words)[] Vocabulary =
    [
        (Keys.Steps, [.. Words.StepModes.Values]),
        (Keys.Missing, [.. Words.MissingPolicies.Values]),
        (Keys.ExcludeTo, [Words.Total]),
        (Keys.Partial, [Keys.Allowed, Keys.NotAllowed]),
        (Keys.Required, [Keys.Yes, Keys.No]),
        (Keys.Of, [Keys.ThisNode, Keys.Indicator]),
        (Keys.Kind, [Keys.RedLine, Keys.Doubt]),
        (Keys.Grades, [Keys.Otherwise]),
        (Keys.ComparedBy, [Keys.Mean, Keys.MinMax, Keys.Rank]),
        (Keys.PeersFrom, [Keys.Portfolio, Keys.Given]),
    ];

    /// <summary>The canonical spelling as one text, for the digest.</summary>
    public static string Text(YamlValue? yaml) => Print(Of(yaml));

    /// <summary>The same YAML in the canonical spelling, with the places of the original.</summary>
    public static YamlValue? Of(YamlValue? yaml, string under = "") => yaml switch
    {
        null => null,
        YamlText text => text with { Content = Value(under, text) },
        YamlList list => list with { Items = [.. list.Items.Select(item => Of(item, under)!)] },
        YamlMap map => map with { Entries = [.. Entries(map, under)] },
        _ => throw new ArgumentException($"{yaml.GetType()} is no YAML."),
    };

    /// <summary>YAML that is canonical already, as one text.</summary>
    public static string Print(YamlValue? canonical) => canonical switch
    {
        null => "-",
        YamlText text => Quote(text.Content),
        YamlList list => $"[{string.Join(',', list.Items.Select(Print))}]",
        YamlMap map => $"{{{string.Join(',', map.Entries.Select(e => $"{Quote(e.Key.Content)}:{Print(e.Value)}"))}}}",
        _ => throw new ArgumentException($"{canonical.GetType()} is no YAML."),
    };

    /// <summary>Whether the keys below this one are names of the analyst's.</summary>
    public static bool IsNamed(string under) => Is(NameMaps, under);

    /// <summary>Whether the order of the keys below this one decides.</summary>
    public static bool IsOrdered(string under) => Is(OrderedMaps, under);

    private static IEnumerable<YamlEntry> Entries(YamlMap map, string under)
    {
        var entries = map.Entries.Select(e => new YamlEntry(e.Key with { Content = Key(under, e.Key.Content) }, e.Value));
        return (IsOrdered(under) ? entries : entries.OrderBy(e => e.Key.Content, StringComparer.Ordinal))
            .Select(e => e with { Value = Of(e.Value, IsNamed(under) || IsOrdered(under) || Keys.Missing.Matches(under) ? Child(under) : e.Key.Content)! });
    }

    /// <summary>What stands under a key of the analyst's is read by the key around: a type under 数据 and 列.</summary>
    private static string Child(string under) => under switch
    {
        _ when Keys.Fields.Matches(under) || Keys.Columns.Matches(under) => Keys.Type.Zh,
        _ when Keys.Missing.Matches(under) || Keys.Grades.Matches(under) => under,
        _ => "",
    };

    private static string Key(string under, string key) => under switch
    {
        _ when Is(NameMaps, under) => key,
        _ when Is(OrderedMaps, under) => Word([Keys.Otherwise], key),
        _ when Keys.Missing.Matches(under) => Word(Words.MissingStates.Values, key),
        // “from” is also the first day of a period.
        _ when Keys.Peers.Matches(under) && Keys.PeersFrom.Matches(key) => Keys.PeersFrom.Zh,
        _ => KeyWords.GetValueOrDefault(key, key),
    };

    private static string Value(string under, YamlText value) => Keys.Type.Matches(under) && !FieldReader.IsComputed(value)
        ? FieldTypes.Canonical(value.Content)
        : Vocabulary.Where(v => v.Key.Matches(under)).Select(v => Word(v.Words, value.Content)).FirstOrDefault(value.Content);

    private static string Word(IEnumerable<Bilingual> words, string text) => words.FirstOrDefault(w => w.Matches(text))?.Zh ?? text;

    private static bool Is(Bilingual[] keys, string key) => keys.Any(k => k.Matches(key));

    private static string Quote(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}\"{text}\"");
}
