using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Sampling;

/// <summary>
/// Made-up cells of a project. Its money is of one size and its counts of another, so that rates come out near 100%; what is
/// called actual is a little less than what is planned. All of it keeps to the 范围 of the fields.
/// </summary>
internal sealed class SampleValues(ulong seed, int year, EvidenceSchema schema, SampleTexts texts)
{
    private static readonly ImmutableArray<MissingState?> Missing =
        [null, null, null, null, MissingState.Withheld, MissingState.Withheld, MissingState.Unassessable, MissingState.NotApplicable];

    /// <summary>Money without a unit of its own says it in each cell.</summary>
    private const string Wan = "万元";

    /// <summary>By attempt: so many times smaller is what has been drawn again and again and still does not go together with the rest.</summary>
    private static readonly int[] Times = [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>The attempts after the first at a cell of the same size, and those at smaller ones.</summary>
    public static readonly IEnumerable<int> OfOwnSize = [.. Enumerable.Range(1, 8)];
    public static readonly IEnumerable<int> Smaller = [.. Enumerable.Range(9, Times.Length - 9)];

    private readonly FrozenDictionary<FieldDefinition, SampleSense> senses = schema.Fields.Concat(schema.Tables.SelectMany(t => t.Columns))
        .ToFrozenDictionary<FieldDefinition, FieldDefinition, SampleSense>(f => f, SampleSenses.Of, ReferenceEqualityComparer.Instance);

    /// <summary>The text of a cell, as somebody would write it.</summary>
    /// <param name="field">The field or column.</param>
    /// <param name="project">The number of the project.</param>
    /// <param name="row">The row of a table; empty for a field.</param>
    /// <param name="attempt">0; more for a cell that does not go together with others, which is then neither missing nor dirty.</param>
    public string Cell(FieldDefinition field, long project, string row, int attempt)
    {
        var about = $"{row}/{field.Name}";
        var dice = new Dice(seed, project, attempt == 0 ? about : $"{about} {attempt.ToString(CultureInfo.InvariantCulture)}");
        if (attempt > 0)
        {
            return Sound(field, project, Times[attempt], ref dice);
        }

        // Of a table that somebody has filled in, fewer cells are open.
        if (!field.Required && dice.Chance(row.Length == 0 ? 30 : 5))
        {
            return dice.Pick(Missing) is { } state ? Words.MissingStates[state].In(texts.Language) : "";
        }

        return SampleDirt.Of(field.Type, texts.Language) is { IsEmpty: false } dirt && dice.Chance(1) ? dice.Pick(dirt) : Sound(field, project, Times[0], ref dice);
    }

    /// <summary>A figure to the places to which people write one of its type.</summary>
    public static Fraction Rounded(FieldType type, Fraction figure) => figure.Round(type.Kind switch
    {
        FieldKind.Money => 0,
        FieldKind.Percent => 4,
        _ => 2,
    });

    /// <summary>A figure as its column wants it.</summary>
    public static string Written(FieldType type, Fraction figure) => type.Kind switch
    {
        FieldKind.Money => (figure / MoneyUnits.Find(type.Unit ?? Wan)!.Value).ToShortest(8) + (type.Unit is null ? Wan : ""),
        FieldKind.Percent => (figure * Fraction.Hundred).ToShortest(2) + "%",
        _ => figure.ToShortest(2),
    };

    private string Sound(FieldDefinition field, long project, int smaller, ref Dice dice)
    {
        switch (field.Type.Kind)
        {
            case FieldKind.Money:
                var size = new Dice(seed, project, "金额");
                var yuan = new Fraction(size.Pick([10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000]) * size.Between(10, 99), 10 * smaller) * Share(field, ref dice);
                if (senses[field] == SampleSense.Price)
                {
                    yuan /= size.Between(50, 300);
                }

                var written = Written(field.Type, Within(field, (yuan / Fraction.Hundred).Round(0) * Fraction.Hundred));
                return field.Type.Unit is { } unit && dice.Chance(300) ? written + unit : written;
            case FieldKind.Percent:
                // Most are high.
                var below = dice.Next(1000);
                return Written(field.Type, Within(field, new Fraction(1000 - (600 * below * below / 1_000_000), 1000)));
            case FieldKind.Number when senses[field] == SampleSense.Year:
                return year.ToString(CultureInfo.InvariantCulture);
            case FieldKind.Number:
                return Written(field.Type, Within(field, Count(field, project, smaller, ref dice)));
            case FieldKind.Target:
                return $"≥{Written(field.Type, Count(field, project, smaller, ref dice))}";
            case FieldKind.Date:
                var day = Within(field, Day(field, project, ref dice), dice.Next(365));
                return day.ToString(dice.Pick(["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"]), CultureInfo.InvariantCulture);
            case FieldKind.YesNo:
                return (dice.Chance(880) ? Keys.Yes : Keys.No).In(texts.Language);
            default:
                return dice.Pick(texts.Of(field.Name));
        }
    }

    /// <summary>Of the months of the project; what is called actual is a little before or after what is planned.</summary>
    private DateOnly Day(FieldDefinition field, long project, ref Dice dice)
    {
        var end = new Dice(seed, project, "日期").Between(200, 330);
        var day = senses[field] == SampleSense.Start ? end - dice.Between(100, 190) : senses[field] == SampleSense.Actual ? end + dice.Between(-25, 20) : end;
        return new DateOnly(year, 1, 1).AddDays(day);
    }

    private Fraction Count(FieldDefinition field, long project, int smaller, ref Dice dice)
    {
        if (senses[field] == SampleSense.Points)
        {
            return new Fraction(dice.Between(3, 25), smaller).Round(1);
        }

        var size = new Dice(seed, project, field.Type.Unit ?? "数");
        return new Fraction((new Fraction(size.Pick([4, 10, 25, 60, 200]) * size.Between(5, 15), 10 * smaller) * Share(field, ref dice)).Ceiling());
    }

    /// <summary>Of the size of the project; now and then ten times that, as where a unit is mistaken.</summary>
    private Fraction Share(FieldDefinition field, ref Dice dice)
    {
        var share = senses[field] == SampleSense.Actual ? dice.Between(620, 1080) : dice.Between(960, 1040);
        return new Fraction(share * (dice.Chance(4) ? 10 : 1), 1000);
    }

    /// <summary>The nearest value that its 范围 allows.</summary>
    private static Fraction Within(FieldDefinition field, Fraction value) =>
        field.Range?.Intervals is not { IsEmpty: false } intervals || intervals.Any(i => i.Contains(value))
            ? value
            : intervals.Select(i => Within(i, value)).MinBy(v => Fraction.Abs(v - value));

    /// <summary>The same or the next day of the year that the 范围 allows; failing that, a day that it names.</summary>
    private DateOnly Within(FieldDefinition field, DateOnly drawn, int from)
    {
        if (field.Range is null)
        {
            return drawn;
        }

        var days = Enumerable.Range(0, 365).Select(i => new DateOnly(year, 1, 1).AddDays((from + i) % 365));
        var named = field.Range.All.SelectMany(t => t.All).OfType<Expression.At>().Select(a => a.Value).OfType<Value.Date>()
            .Select(d => d.Day).Where(d => d.Year is > 0 and < 10_000).Select(d => new DateOnly(d.Year, d.Month, d.Day));
        return days.Prepend(drawn).Concat(named).FirstOrDefault(d => EvidenceCheck.Passes(field.Range, new Value.Date(d)), drawn);
    }

    private static Fraction Within(Interval interval, Fraction value) => interval switch
    {
        { Low: { } low, LowClosed: true } when value <= low => low,
        { High: { } high, HighClosed: true } when value >= high => high,
        { Low: { } low, High: { } high } => (low + high) / 2,
        { Low: { } low } => low + 1,
        { High: { } high } => high - 1,
        _ => value,
    };
}
