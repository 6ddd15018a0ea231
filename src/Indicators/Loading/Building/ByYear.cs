using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// Puts in the place of each <c>{按年度: {2016: 5, 2017: 6}}</c> the value for one fiscal year: its own, or the latest
/// before it. All entries are checked, whatever the year, so that a mistake shows before its year comes.
/// </summary>
internal sealed class ByYear(LoadContext context, int? year)
{
    private static readonly Bilingual[] NodeLists = [Keys.Indicators, Keys.Points, Keys.Flags, Keys.Across];

    /// <summary>Maps whose keys are names of the analyst's, among which 按年度 may be one.</summary>
    private static readonly Bilingual[] NameMaps = [Keys.Fields, Keys.Tables, Keys.Computed, Keys.Columns];

    private static readonly Bilingual[] NeverByYear = [Keys.Format, Keys.Id, Keys.FiscalYears, Keys.Extends, Keys.Remove, Keys.Closed];

    public RuleFiles Resolve(RuleFiles files) => files with
    {
        Header = files.Header is YamlMap map ? Header(map) : files.Header,
        Evidence = Child("", files.Evidence, null),
        Flags = Child("", files.Flags, null),
        Dimensions = [.. files.Dimensions.Select(d => Child("", d, null))],
    };

    /// <summary>The text for the year without any report, for look-ups before the values are resolved.</summary>
    public YamlText? Peek(YamlValue? value) => value switch
    {
        YamlText text => text,
        YamlMap map when Years(map) is { Value: YamlMap years } => Latest(years)?.Value switch
        {
            YamlText text => text,
            YamlMap given => given.Find(Keys.YearValue)?.Value as YamlText,
            _ => null,
        },
        _ => null,
    };

    /// <summary>A reason for a value in the header is one of the regulations that the rule set follows.</summary>
    private YamlMap Header(YamlMap map)
    {
        var reasons = new Reasons();
        var resolved = map with
        {
            Entries = [.. map.Entries.Select(e => NeverByYear.Any(k => k.Matches(e.Key.Content)) ? e : Entry(e, reasons))],
        };
        return reasons.AddTo(resolved, Keys.Authority);
    }

    private YamlEntry Entry(YamlEntry entry, Reasons? reasons) => entry with { Value = Child(entry.Key.Content, entry.Value, reasons)! };

    private YamlValue? Child(string key, YamlValue? value, Reasons? reasons) => value switch
    {
        YamlList list => list with { Items = [.. list.Items.Select(item => Item(key, item, reasons))] },
        YamlMap map when !NameMaps.Any(k => k.Matches(key)) && Years(map) is { } years => Choose(key, map, years, reasons),
        YamlMap map => map with { Entries = [.. map.Entries.Select(e => Entry(e, reasons))] },
        _ => value,
    };

    private YamlValue Item(string key, YamlValue item, Reasons? around)
    {
        if (item is not YamlMap map || Years(map) is not null || !NodeLists.Any(k => k.Matches(key)))
        {
            return Child(key, item, around)!;
        }

        var reasons = new Reasons();
        return reasons.AddTo((YamlMap)Child(key, map, reasons)!, Keys.Basis);
    }

    private static YamlEntry? Years(YamlMap map) => map.Find(Keys.ByYear);

    private YamlValue Choose(string key, YamlMap around, YamlEntry years, Reasons? reasons)
    {
        if (around.Entries.Length > 1)
        {
            context.Report(Messages.ByYearNotAlone, years.Key.Place, years.Key.Content, around.Entries.First(e => e != years).Key.Content);
            return around;
        }

        if (context.Map(years.Value) is null || !((YamlMap)years.Value).Entries.All(Sound))
        {
            return around;
        }

        var map = (YamlMap)years.Value;
        if (Latest(map) is not { } found)
        {
            context.Report(
                year is null ? Messages.ByYearWithoutYears : Messages.ByYearNone,
                years.Key.Place,
                year ?? 0,
                string.Join(", ", map.Entries.Select(e => e.Key.Content)));
            return around;
        }

        if (found.Value is not YamlMap given)
        {
            return found.Value;
        }

        Explain(key, given, years.Key, reasons);
        return given.Find(Keys.YearValue)!.Value;
    }

    private void Explain(string key, YamlMap given, YamlText word, Reasons? reasons)
    {
        if (given.Find(Keys.Basis) is not { } basis)
        {
            return;
        }

        if (reasons is null)
        {
            context.Report(Messages.ByYearBasisUnused, basis.Key.Place, basis.Key.Content);
            return;
        }

        var chinese = word.Content == Keys.ByYear.Zh;
        reasons.Word = text => text.In(chinese ? Language.Chinese : Language.English);
        foreach (var text in basis.Value is YamlList list ? list.Items.OfType<YamlText>() : [(YamlText)basis.Value])
        {
            reasons.Add(text with { Content = key + (chinese ? "：" : ": ") + text.Content });
        }
    }

    /// <summary>A year, and a text or <c>{值, 依据}</c>.</summary>
    private bool Sound(YamlEntry entry)
    {
        var before = context.Diagnostics.Count;
        if (FiscalYear.Parse(entry.Key.Content) is null)
        {
            context.Report(Messages.ExpectedYear, entry.Key.Place, entry.Key.Content);
        }

        if (entry.Value is YamlMap map)
        {
            var reader = new MapReader(map, context);
            reader.RequireText(Keys.YearValue);
            context.Texts(reader.Take(Keys.Basis));
            reader.Finish();
        }
        else
        {
            context.Text(entry.Value);
        }

        return context.Diagnostics.Count == before;
    }

    private YamlEntry? Latest(YamlMap years) => years.Entries
        .Where(e => FiscalYear.Parse(e.Key.Content) <= year)
        .MaxBy(e => FiscalYear.Parse(e.Key.Content));
}
