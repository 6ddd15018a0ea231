using System.Collections.Frozen;
using System.Numerics;

namespace Indicators.Feel;

/// <summary>The members that dates, times, durations and ranges have, such as <c>date("2017-04-25").year</c>.</summary>
internal static class Properties
{
    private static readonly Property[] All =
    [
        Day("year", d => d.Year),
        Day("month", d => d.Month),
        Day("day", d => d.Day),
        Day("weekday", d => d.Weekday),
        Clock("hour", s => s / 3600),
        Clock("minute", s => s / 60 % 60),
        Clock("second", s => s % 60),
        new("time offset", FeelType.Days, [FeelType.Clock, FeelType.Moment], v => v switch
        {
            Value.Time { Zone: { } zone } t => new Value.DayTimeDuration(zone.OffsetAt(null, t.Second)),
            Value.DateTime { Zone: { } zone } d => new Value.DayTimeDuration(zone.OffsetAt(d.Day, d.Second)),
            _ => Value.Null,
        }),
        new("timezone", FeelType.String, [FeelType.Clock, FeelType.Moment], v =>
            (v is Value.Time t ? t.Zone : ((Value.DateTime)v).Zone)?.Name is { } name ? Value.Of(name) : Value.Null),
        Days("days", s => s / Temporal.Day),
        Days("hours", s => s / 3600 % 24),
        Days("minutes", s => s / 60 % 60),
        Days("seconds", s => s % 60),
        Months("years", m => m / 12),
        Months("months", m => m % 12),
        End("start", r => r.Low ?? Value.Null),
        End("end", r => r.High ?? Value.Null),
        End("start included", r => Value.Of(r.LowClosed)),
        End("end included", r => Value.Of(r.HighClosed)),
    ];

    /// <summary>Those with a space in their name.</summary>
    public static readonly FrozenSet<string> Long = All.Select(p => p.Name).Where(n => n.Contains(' ')).ToFrozenSet();

    /// <summary>The member of a value; null where it has none of that name.</summary>
    public static Value? Of(Value value, string member) =>
        All.FirstOrDefault(p => p.Name == member && p.Owners.Any(o => o.Includes(value)))?.Read(value);

    /// <summary>The type of a member; null where that type has none of that name.</summary>
    public static FeelType? Of(FeelType type, string member) =>
        All.FirstOrDefault(p => p.Name == member && p.Owners.Any(o => o.Accepts(type))) is not { } property ? null
            : type is FeelType.Range range && property.Type is FeelType.Any ? range.Bound : property.Type;

    /// <summary>The members that a type has.</summary>
    public static IEnumerable<string> NamesOf(FeelType type) => All.Where(p => p.Owners.Any(o => o.Accepts(type))).Select(p => p.Name);

    private static Property Day(string name, Func<CalendarDate, int> read) => new(name, FeelType.Bare, [FeelType.Day, FeelType.Moment], v =>
        Value.Of(read(v is Value.Date date ? date.Day : ((Value.DateTime)v).Day)));

    private static Property Clock(string name, Func<int, int> read) => new(name, FeelType.Bare, [FeelType.Clock, FeelType.Moment], v =>
        Value.Of(read((int)(v is Value.Time time ? time.Second : ((Value.DateTime)v).Second).Floor())));

    private static Property Days(string name, Func<BigInteger, BigInteger> read) => new(name, FeelType.Bare, [FeelType.Days], v =>
    {
        var seconds = ((Value.DayTimeDuration)v).Seconds;
        return Value.Of(new Fraction(read(BigInteger.Divide(seconds.Numerator, seconds.Denominator))));
    });

    private static Property Months(string name, Func<BigInteger, BigInteger> read) => new(name, FeelType.Bare, [FeelType.Months], v =>
        Value.Of(new Fraction(read(((Value.YearMonthDuration)v).Months))));

    private static Property End(string name, Func<Value.Range, Value> read) =>
        new(name, name.Contains(' ') ? FeelType.Boolean : FeelType.Unknown, [FeelType.AnyRange], v => v switch
        {
            Value.Test { Equal: true, Operand: var x } => read(new Value.Range(x, true, x, true)),
            Value.Range range => read(range),
            _ => Value.Null,
        });

    private sealed record Property(string Name, FeelType Type, FeelType[] Owners, Func<Value, Value> Read);
}
