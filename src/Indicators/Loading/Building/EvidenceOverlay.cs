using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// evidence.yaml over that of the base: fields, tables, columns and computed values are found by name. Evidence keeps its
/// type, because the figures collected under its name do; further 别名 stand beside the base's.
/// </summary>
internal static class EvidenceOverlay
{
    private static readonly Bilingual[] Families = [Keys.Fields, Keys.Tables, Keys.Computed];

    public static YamlValue? Lay(YamlValue? under, YamlValue? over, Laying laying)
    {
        // A base that cannot be read is reported; the extension's evidence alone would make everything else unknown.
        if (under is not YamlMap old || over is null)
        {
            return under;
        }

        if (over is not YamlMap given)
        {
            return over;
        }

        foreach (var (family, entry) in Families.SelectMany(f => Entries(given, f).Select(e => (f, e))))
        {
            foreach (var other in Families.Where(f => f != family))
            {
                // Of another kind altogether.
                laying.Fix(new(entry.Key.Content, entry.Key.Content), Kind(old, other, entry.Key.Content), entry.Key with { Content = given.Find(family)!.Key.Content }, Laying.SameType);
            }
        }

        var laid = laying.Over(old.Without(Families), given.Without(Families));
        foreach (var (family, lay) in new (Bilingual, Func<YamlValue, YamlValue, YamlValue>)[]
        {
            (Keys.Fields, (a, b) => Field(a, b, laying)),
            (Keys.Tables, (a, b) => Table(a, b, laying)),
            (Keys.Computed, (_, b) => b),
        })
        {
            laid = (old.Find(family), given.Find(family)) switch
            {
                ({ } a, { } b) => laid.With(b with { Value = Named(a.Value, b.Value, lay) }),
                (null, null) => laid,
                var (a, b) => laid.With((b ?? a)!),
            };
        }

        return laid;
    }

    private static IEnumerable<YamlEntry> Entries(YamlMap evidence, Bilingual family) => evidence.Find(family)?.Value is YamlMap map ? map.Entries : [];

    private static YamlText? Kind(YamlMap evidence, Bilingual family, string name) =>
        Entries(evidence, family).FirstOrDefault(e => e.Key.Content == name) is { } entry ? entry.Key with { Content = evidence.Find(family)!.Key.Content } : null;

    private static YamlValue Named(YamlValue under, YamlValue over, Func<YamlValue, YamlValue, YamlValue> lay)
    {
        if (under is not YamlMap old || over is not YamlMap given)
        {
            return over;
        }

        var entries = old.Entries.Select(e => given.Find(e.Key.Content) is { } again ? again with { Value = lay(e.Value, again.Value) } : e);
        return given with { Entries = [.. entries, .. given.Entries.Where(e => old.Find(e.Key.Content) is null)] };
    }

    private static YamlValue Field(YamlValue under, YamlValue over, Laying laying)
    {
        // A column worked out from its row may be worked out otherwise, as a computed value may.
        if (FieldReader.IsComputed(under) && FieldReader.IsComputed(over))
        {
            return over;
        }

        if (Type(under, laying) is { } old && Type(over, laying) is { } given && FieldTypes.Canonical(old.Content) != FieldTypes.Canonical(given.Content))
        {
            laying.Fix(Keys.Type, old, given, Laying.SameType);
        }

        if (under is YamlMap map && over is YamlText)
        {
            return map;
        }

        if (over is not YamlMap more)
        {
            return over;
        }

        var before = under as YamlMap ?? new YamlMap([new YamlEntry(new YamlText(Keys.Type.Zh, false, under.Place), under)], under.Place);
        var laid = laying.Over(before, more);
        return more.Find(Keys.Aliases) is { } aliases && before.Find(Keys.Aliases) is { } known && laying.Gives(more, Keys.Aliases)
            ? laid.With(aliases with { Value = new YamlList([.. Items(known.Value), .. Items(aliases.Value)], aliases.Value.Place) })
            : laid;
    }

    private static YamlText? Type(YamlValue field, Laying laying) => field as YamlText ?? laying.Text(field, Keys.Type);

    private static IEnumerable<YamlValue> Items(YamlValue value) => value is YamlList list ? list.Items : [value];

    private static YamlValue Table(YamlValue under, YamlValue over, Laying laying)
    {
        if (under is not YamlMap old || over is not YamlMap given)
        {
            return over;
        }

        var laid = laying.Over(old, given);
        return old.Find(Keys.Columns) is { } a && given.Find(Keys.Columns) is { } b
            ? laid.With(b with { Value = Named(a.Value, b.Value, (x, y) => Field(x, y, laying)) })
            : laid;
    }
}
