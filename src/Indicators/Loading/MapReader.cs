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

    public YamlValue? Require(Bilingual key)
    {
        var value = Take(key);
        if (value is null)
        {
            context.Report(Messages.MissingKey, Place, key);
        }

        return value;
    }

    public YamlText? RequireText(Bilingual key) => context.Text(Require(key));

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
            context.Report(
                Messages.UnknownKey,
                entry.Key.Place,
                name,
                DidYouMean.Hint(name, known.SelectMany(k => new[] { k.Zh, k.En })),
                Words.Choices(known));
        }
    }
}
