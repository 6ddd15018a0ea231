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
    private static readonly Bilingual[] NameMaps = [Keys.Fields, Keys.Tables, Keys.Computed, Keys.Columns, Keys.SurveyOptions, Keys.Methods];

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

    public static string Text(YamlValue? yaml, string under = "") => yaml switch
    {
        null => "-",
        YamlText text => Quote(Value(under, text)),
        YamlList list => $"[{string.Join(',', list.Items.Select(item => Text(item, under)))}]",
        YamlMap map => $"{{{string.Join(',', Entries(map, under))}}}",
        _ => throw new ArgumentException($"{yaml.GetType()} is no YAML."),
    };

    private static IEnumerable<string> Entries(YamlMap map, string under)
    {
        var entries = map.Entries.Select(e => (Key: Key(under, e.Key.Content), e.Value));
        return (Is(OrderedMaps, under) ? entries : entries.OrderBy(e => e.Key, StringComparer.Ordinal))
            .Select(e => $"{Quote(e.Key)}:{Text(e.Value, Is(NameMaps, under) || Is(OrderedMaps, under) || Keys.Missing.Matches(under) ? Child(under) : e.Key)}");
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
