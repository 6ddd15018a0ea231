using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Feel.Functions;

/// <summary>Dates, times and durations. There is no clock: <c>now</c> and <c>today</c> are refused.</summary>
internal static class Dates
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("date", null, "from: string -> date | from: date -> date | from: date and time -> date | year: number, month: number, day: number -> date", Date),
        Function.Of("time", null,
            "from: string -> time | from: time -> time | from: date -> time | from: date and time -> time | "
            + "hour: number, minute: number, second: number, offset?: days and time duration? -> time", Time),
        Function.Of("date and time", null,
            "from: string -> date and time | from: date and time -> date and time | date: date, time: time -> date and time | date: date and time, time: time -> date and time", DateTime),
        Function.Of("duration", null, "from: string -> Any", a =>
            TemporalText.Duration(a.Text(0)) ?? NotRead(a, new("P1DT2H 或 P1Y2M 这样的时长", "a duration such as P1DT2H or P1Y2M"))),
        Function.Of("years and months duration", null,
            "from: date, to: date -> years and months duration | from: date and time, to: date and time -> years and months duration | "
            + "from: date, to: date and time -> years and months duration | from: date and time, to: date -> years and months duration",
            a => Between(Day(a[0]), Day(a[1]))),
        OfDay("day of year", "number", d => Value.Of(d.DayOfYear)),
        OfDay("day of week", "string", d => Value.Of(Weekdays[d.Weekday - 1])),
        OfDay("week of year", "number", d => Value.Of(d.WeekOfYear)),
        OfDay("month of year", "string", d => Value.Of(Months[d.Month - 1])),
        Function.Of("is", null, "value1: Any?, value2?: Any? -> boolean", a => Value.Of(IsSame(a, a[0], a.All[1] ?? Value.WrittenNull))),
        Function.Of("now", null, " -> date and time", _ => NoClock) with { NeedsClock = true },
        Function.Of("today", null, " -> date", _ => NoClock) with { NeedsClock = true },
    ];

    private static Value.Missing NoClock => Value.Undefined(new("这里没有时钟", "there is no clock here"));

    private static Function OfDay(string name, string result, Func<CalendarDate, Value> apply) =>
        Function.Of(name, null, $"date: date -> {result} | date: date and time -> {result}", a => apply(Day(a[0])));

    private static CalendarDate Day(Value value) => value is Value.Date date ? date.Day : ((Value.DateTime)value).Day;

    private static Value.Missing NotRead(Arguments a, Bilingual expected) =>
        Value.Undefined(new($"“{a.Text(0)}”不是 {expected.Zh}", $"“{a.Text(0)}” is not {expected.En}"));

    private static Value Date(Arguments a) => a.Way switch
    {
        0 => TemporalText.Date(a.Text(0)) ?? (Value?)(TemporalText.DateTime(a.Text(0)) is Value.DateTime moment ? new Value.Date(moment.Day) : null)
            ?? NotRead(a, new("2017-04-25 这样的日期", "a date such as 2017-04-25")),
        3 => a.Exact(0) is { } year && a.Exact(1) is { } month && a.Exact(2) is { } day && CalendarDate.IsValid(year, month, day)
            ? new Value.Date(new CalendarDate(year, month, day))
            : Value.Undefined(new($"没有 {a[0]} 年 {a[1]} 月 {a[2]} 日", $"there is no day {a[2]} of month {a[1]} of year {a[0]}")),
        _ => new Value.Date(Day(a[0])),
    };

    private static Value Time(Arguments a) => a.Way switch
    {
        0 => TemporalText.Time(a.Text(0)) ?? NotRead(a, new("10:30:00 这样的时间", "a time such as 10:30:00")),
        4 => OfParts(a),
        _ => a[0] switch
        {
            Value.DateTime d => new Value.Time(d.Second, d.Zone),
            Value.Date => new Value.Time(Fraction.Zero, Zone.Utc),
            var time => time,
        },
    };

    private static Value OfParts(Arguments a)
    {
        var zone = a.Has(3) ? Zone.Of(((Value.DayTimeDuration)a[3]).Seconds) : null;
        return a.Exact(0) is >= 0 and < 24 and var hour && a.Exact(1) is >= 0 and < 60 and var minute
            && a.Number(2) is var second && second >= 0 && second < 60 && second.Denominator <= BigInteger.Pow(10, 9) && (zone is not null || !a.Has(3))
                ? new Value.Time(hour * 3600 + minute * 60 + second, zone)
                : Value.Undefined(new("没有这个时间", "there is no such time"));
    }

    private static Value DateTime(Arguments a) => a.Way switch
    {
        0 => TemporalText.DateTime(a.Text(0)) ?? NotRead(a, new("2017-04-25T10:30:00 这样的日期时间", "a date and time such as 2017-04-25T10:30:00")),
        1 => a[0],
        _ => new Value.DateTime(Day(a[0]), ((Value.Time)a[1]).Second, ((Value.Time)a[1]).Zone),
    };

    /// <summary>Whole months from one day to the other; the time of day does not count.</summary>
    private static Value.YearMonthDuration Between(CalendarDate from, CalendarDate to)
    {
        if (from.CompareTo(to) > 0)
        {
            return new(-Between(to, from).Months);
        }

        var months = (to.Year - (long)from.Year) * 12 + to.Month - from.Month;
        return new(to.Day < from.Day ? months - 1 : months);
    }

    /// <summary>The same value in the same words: an equal instant in another zone is not the same.</summary>
    private static bool IsSame(Arguments a, Value x, Value y) => (x, y) switch
    {
        (Value.Time p, Value.Time q) => p == q,
        (Value.DateTime p, Value.DateTime q) => p == q,
        _ => a.AreEqual(x, y),
    };
}
