using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>Takes known keys out of a map, in either language, and reports what is left at the end.</summary>
internal sealed class MapReader(YamlMap map, LoadContext context)
{
    private readonly HashSet<YamlEntry> taken = [];
    private readonly List<Bilingual> known = [];

    public Place Place => map.Entries.IsEmpty ? map.Place : map.Entries[0].Key.Place;

    public LoadContext Context => context;

    /// <summary>The value under a key, or null; the same key in both languages is one key twice.</summary>
    public YamlValue? Take(Bilingual key) => TakeEntry(key)?.Value;

    public YamlEntry? TakeEntry(Bilingual key)
    {
        known.Add(key);
        YamlEntry? found = null;
        foreach (var entry in map.Entries.Where(e => key.Matches(e.Key.Content)))
        {
            taken.Add(entry);
            if (found is not null)
            {
                context.Report(Messages.DuplicateKey, entry.Key.Place, entry.Key.Content, found.Key.Place.Line);
            }

            found ??= entry;
        }

        return found;
    }

    public YamlText? TakeText(Bilingual key) => context.Text(Take(key));

    /// <summary>The value under a key; null after reporting that the key is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="only">The only value that can stand there, if there is just one.</param>
    public YamlValue? Require(Bilingual key, string? only = null)
    {
        var value = Take(key);
        if (value is null)
        {
            context.Diagnostics.Report(Messages.MissingKey, Place, only is null ? [] : [Inserted(key, only)], key);
        }

        return value;
    }

    public YamlText? RequireText(Bilingual key, string? only = null) => context.Text(Require(key, only));

    public T? Word<T>(Bilingual key, ImmutableDictionary<T, Bilingual> words)
        where T : struct, Enum =>
        TakeText(key) is { } text ? context.Word(text, words) : null;

    public ImmutableArray<YamlEntry> TakeAll()
    {
        taken.UnionWith(map.Entries);
        return map.Entries;
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries.Where(e => !taken.Contains(e)))
        {
            var name = entry.Key.Content;
            context.Diagnostics.Report(
                Messages.UnknownKey,
                entry.Key.Place,
                Respelled(entry.Key),
                name,
                DidYouMean.Hint(name, known.SelectMany(k => new[] { k.Zh, k.En })),
                Words.Choices(known));
        }
    }

    /// <summary>A key before all others, in the language of the first of them.</summary>
    private Fix Inserted(Bilingual key, string value)
    {
        var english = !map.Entries.IsEmpty && map.Entries[0].Key.Content.All(char.IsAscii);
        return new Fix(Place, 0, $"{(english ? key.En : key.Zh)}: {value}\n{new string(' ', (int)Place.Column - 1)}");
    }

    /// <summary>A key with one slip of the finger, if only one key that can stand here, and does not yet, is so near.</summary>
    private ImmutableArray<Fix> Respelled(YamlText key)
    {
        var near = known.Where(k => !taken.Any(t => k.Matches(t.Key.Content)))
            .SelectMany(k => new[] { k.Zh, k.En }).Distinct()
            .Where(k => DidYouMean.IsSlip(key.Content, k)).ToList();
        return near is [var meant] && known.Count(k => DidYouMean.IsSlip(key.Content, k.Zh) || DidYouMean.IsSlip(key.Content, k.En)) == 1
            ? [new Fix(key.Place, key.Content.Length, meant)] : [];
    }
}
