using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>The smallest part in which two pieces of canonical YAML differ.</summary>
/// <param name="Path">The keys down to it.</param>
/// <param name="Under">The key that it is read by.</param>
internal sealed partial record Change(ImmutableArray<Bilingual> Path, string Under, YamlValue? Before, YamlValue? After)
{
    /// <summary>Such as 增减.每低.</summary>
    public Bilingual Part => new(string.Join('.', Path.Select(p => p.Zh)), string.Join('.', Path.Select(p => p.En)));

    /// <summary>Whether the same is written on both sides but for its numbers.</summary>
    public bool OnlyNumbers => Before is not null && After is not null
        && DifferInNumbers(Canonical.Print(Before)!, Canonical.Print(After)!);

    /// <summary>Whether two texts are the same but for their numbers.</summary>
    public static bool DifferInNumbers(string before, string after) => Number().Replace(before, "#") == Number().Replace(after, "#");

    public Difference As(DifferenceKind kind, Subject subject) => new(
        kind, subject, Part, WrittenText.Of(Before, Under), WrittenText.Of(After, Under), Before?.Place, After?.Place);

    /// <param name="before">Canonical.</param>
    /// <param name="after">Canonical.</param>
    /// <param name="path">The keys down to both.</param>
    /// <param name="under">The key under which both stand.</param>
    public static IEnumerable<Change> Between(YamlValue? before, YamlValue? after, ImmutableArray<Bilingual> path, string under) =>
        Canonical.Print(before) == Canonical.Print(after) ? []
            : before is not YamlMap one || after is not YamlMap other ? [new Change(path, under, before, after)]
            : Canonical.IsOrdered(under) ? InOrder(one, other, path, under)
            : ByKey(one, other, path, under);

    private static IEnumerable<Change> ByKey(YamlMap before, YamlMap after, ImmutableArray<Bilingual> path, string under) =>
        before.Entries.Concat(after.Entries).Select(e => e.Key.Content).Distinct().SelectMany(key => Between(
            before.Find(key)?.Value, after.Find(key)?.Value, path.Add(WrittenText.Key(key, under)), WrittenText.Below(key, under)));

    /// <summary>Bands whose thresholds moved go together by their order; otherwise the whole is another.</summary>
    private static IEnumerable<Change> InOrder(YamlMap before, YamlMap after, ImmutableArray<Bilingual> path, string under)
    {
        if (before.Entries.Length != after.Entries.Length || IsReordered(before, after))
        {
            return [new Change(path, under, before, after)];
        }

        return before.Entries.Zip(after.Entries).SelectMany(pair => pair.First.Key.Content == pair.Second.Key.Content
            ? Between(pair.First.Value, pair.Second.Value, path.Add(WrittenText.Key(pair.First.Key.Content, under)), "")
            : [new Change(path, under, Alone(pair.First), Alone(pair.Second))]);
    }

    private static bool IsReordered(YamlMap before, YamlMap after) => before.Entries.Zip(after.Entries)
        .Any(pair => pair.First.Key.Content != pair.Second.Key.Content && after.Find(pair.First.Key.Content) is not null);

    private static YamlMap Alone(YamlEntry entry) => new([entry], entry.Key.Place);

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
