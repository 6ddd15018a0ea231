using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>What all overlays share: keys laid over keys, and the check of what a base has fixed.</summary>
internal sealed class Laying(ByYear byYear, LoadContext context)
{
    public static readonly Bilingual SameMeaning = new(
        "同一编号的含义不能变；新的含义用新的编号", "what a code means stays the same; give the new meaning a new code");

    public static readonly Bilingual SameType = new(
        "同名数据的类型不能变；新的类型用新的名称", "evidence of the same name keeps its type; give the new type a new name");

    /// <summary>The text for the year, or null.</summary>
    public YamlText? Text(YamlValue? map, Bilingual key) => byYear.Peek((map as YamlMap)?.Find(key)?.Value);

    public bool Gives(YamlMap map, Bilingual key) => map.Find(key) is { } entry && !IsRemoval(entry.Value);

    /// <summary>
    /// The entries of the base in their order, those that are given again replaced, new ones at the end. A key written
    /// twice is kept twice, so that its reader reports it.
    /// </summary>
    public YamlMap Over(YamlMap under, YamlMap over)
    {
        var entries = under.Entries.ToList();
        foreach (var entry in over.Entries)
        {
            var at = entries.FindIndex(e => under.Entries.Contains(e) && YamlEntries.SameKey(e.Key.Content, entry.Key.Content));
            if (IsRemoval(entry.Value))
            {
                Remove(entries, at, entry, under);
            }
            else if (at < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[at] = entry with { Value = Value(entry.Key.Content, entries[at].Value, entry.Value) };
            }
        }

        return new YamlMap([.. entries], over.Place);
    }

    /// <summary>Reports a key of the extension that does not say what the base says.</summary>
    public void Fix(Bilingual key, YamlText? under, YamlText? over, Bilingual why)
    {
        if (under is not null && over is not null && under.Content != over.Content)
        {
            context.Report(Messages.ExtendsFixed, over.Place, key, over.Content, under.Content, under.Place.ToString(), why);
        }
    }

    /// <summary>缺失 names some states and leaves the others as they are, on an indicator as in an extension; 方法 adds to the named methods.</summary>
    private YamlValue Value(string key, YamlValue under, YamlValue over) =>
        (Keys.Missing.Matches(key) || Keys.Methods.Matches(key)) && under is YamlMap old && over is YamlMap given ? Over(old, given) : over;

    private void Remove(List<YamlEntry> entries, int at, YamlEntry removal, YamlMap under)
    {
        if (at >= 0)
        {
            entries.RemoveAt(at);
            return;
        }

        context.Report(Messages.RemoveAbsent, removal.Key.Place, removal.Key.Content, under.Entries.IsEmpty ? under.Place : under.Entries[0].Key.Place);
    }

    private static bool IsRemoval(YamlValue value) => value is YamlText text && Keys.Remove.Matches(text.Content);
}
