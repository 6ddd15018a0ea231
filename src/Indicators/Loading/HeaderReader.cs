using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;
using Indicators.Loading.Building;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>rule-set.yaml: who the rule set is, and the defaults for all its nodes.</summary>
internal sealed record Header(
    string Id,
    string Name,
    ImmutableArray<string> Authority,
    ImmutableArray<int> FiscalYears,
    Period? Period,
    string? Note,
    GradeScale? Grades,
    ImmutableArray<ClosedYear> Closed,
    ImmutableArray<Acceptance> Accepted,
    ImmutableArray<Consequence> Consequences,
    YamlValue? Beside);

internal static class HeaderReader
{
    private const string SupportedFormat = "1";

    public static Header Read(MapReader map)
    {
        var context = map.Context;
        if (map.RequireText(Keys.Format, only: SupportedFormat) is { } format && format.Content != SupportedFormat)
        {
            context.Report(Messages.UnknownFormat, format.Place, format.Content, SupportedFormat);
        }

        var id = map.RequireText(Keys.Id)?.Content ?? "";
        var name = map.RequireText(Keys.Name)?.Content ?? "";
        var authority = context.Texts(map.Take(Keys.Authority));
        var years = Years(map.Take(Keys.FiscalYears), context);
        var period = Period(map.Take(Keys.Period), context);
        var note = map.TakeText(Keys.Note)?.Content;
        var grades = Grades(map.Require(Keys.Grades), context);
        context.Round = map.TakeText(Keys.Round) is { } round ? context.Places(round) ?? context.Round : context.Round;
        var steps = map.TakeText(Keys.Steps);
        // A word that is none is told once, and not again by every 增减.
        context.Steps = steps is null ? null : context.Word(steps, Words.StepModes) ?? StepMode.Continuous;
        context.Missing = MissingReader.Read(map, context.Missing);
        context.PartialAllowed = map.TakeText(Keys.Partial) is { } partial
            && context.YesOrNo(partial, Keys.Allowed, Keys.NotAllowed) == true;
        foreach (var method in context.Entries(map.Take(Keys.Methods)))
        {
            context.NamedMethods[method.Key.Content] = method.Value;
        }

        var closed = ClosedYear.Read(map.Take(Keys.Closed), years, context);
        var accepted = Accepted(map.Take(Keys.Accept), context);
        var consequences = ConsequenceReader.Read(map.Take(Keys.Consequences), grades, context);
        // Expressions over the evidence, which is read later.
        var beside = map.Take(Keys.Beside);
        // Done before any reader runs.
        map.Take(Keys.Extends);
        map.Take(Keys.Remove);
        map.Finish();
        return new Header(id, name, authority, years, period, note, grades, closed, accepted, consequences, beside);
    }

    /// <summary>A warning's code, perhaps with the node or name that it is about, and the reason.</summary>
    private static ImmutableArray<Acceptance> Accepted(YamlValue? yaml, LoadContext context)
    {
        var accepted = ImmutableArray.CreateBuilder<Acceptance>();
        foreach (var (key, value) in context.Entries(yaml))
        {
            if (context.Text(value) is not { } reason)
            {
                continue;
            }

            var words = key.Content.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var code = words.FirstOrDefault() ?? "";
            if (Messages.All.Any(m => m.Code == code && m.Severity == Severity.Warning))
            {
                accepted.Add(new Acceptance(code, words.ElementAtOrDefault(1), reason.Content, key.Place));
            }
            else
            {
                context.Report(Messages.AcceptNotWarning, key.Place, code, DidYouMean.Hint(code, Messages.All.Where(m => m.Severity == Severity.Warning).Select(m => m.Code)));
            }
        }

        return accepted.ToImmutable();
    }

    private static ImmutableArray<int> Years(YamlValue? yaml, LoadContext context)
    {
        var texts = yaml is YamlList list ? list.Items.Select(context.Text) : [context.Text(yaml)];
        return [.. texts.OfType<YamlText>().Select(context.Year).OfType<int>()];
    }

    private static Period? Period(YamlValue? yaml, LoadContext context)
    {
        if (yaml is YamlText text)
        {
            context.Report(Messages.ExpectedPeriod, text.Place, text.Content);
        }

        if (yaml is YamlText || context.Map(yaml) is not { } map)
        {
            return null;
        }

        var from = Day(map.RequireText(Keys.From), context);
        var to = Day(map.RequireText(Keys.To), context);
        map.Finish();
        if (from > to)
        {
            context.Report(Messages.PeriodReversed, map.Place, from.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return from is null || to is null ? null : new Period(from.Value, to.Value);
    }

    private static DateOnly? Day(YamlText? text, LoadContext context)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Content, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        context.Report(Messages.ExpectedDay, text.Place, text.Content);
        return null;
    }

    private static GradeScale? Grades(YamlValue? yaml, LoadContext context)
    {
        if (yaml is not YamlMap map)
        {
            context.Map(yaml);
            return null;
        }

        var before = context.Diagnostics.Count;
        var bands = ImmutableArray.CreateBuilder<BandShape>();
        foreach (var entry in map.Entries)
        {
            if (context.Text(entry.Value) is not { } text)
            {
                continue;
            }

            var rest = Keys.Otherwise.Matches(text.Content);
            var intervals = rest ? null : context.Tests(text, FeelType.Bare)?.Intervals;
            if (!rest && intervals is null && context.Diagnostics.Count == before)
            {
                context.Report(Messages.GradeNotConstant, text.Place, text.Content);
            }

            bands.Add(new BandShape(text.Content, rest, intervals, entry.Key.Place));
        }

        if (context.Diagnostics.Count > before)
        {
            return null;
        }

        Bands.Check(bands.ToImmutable(), map.Place, context, new Interval(Fraction.Zero, true, Fraction.Hundred, true));
        return new GradeScale([.. map.Entries.Zip(bands, (entry, band) => new Grade(entry.Key.Content, band.Label, band.Intervals ?? [Interval.Everything]))]);
    }
}
