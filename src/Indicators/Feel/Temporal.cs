using System.Numerics;

namespace Indicators.Feel;

/// <summary>Date and time arithmetic: on clocks for months, on instants for seconds.</summary>
internal static class Temporal
{
    public const int Day = 86_400;

    /// <summary>Days and the second of the day behind a number of seconds.</summary>
    public static (long Day, Fraction Second) Split(Fraction seconds)
    {
        var day = (seconds / Day).Floor();
        return ((long)day, seconds - new Fraction(day * Day));
    }

    /// <summary>Seconds on the local clock since the first day of year 1.</summary>
    public static Fraction Clock(this Value.DateTime moment) => new Fraction((BigInteger)moment.Day.Number * Day) + moment.Second;

    /// <summary>The instant: seconds of UTC where a zone is known, else of the local clock.</summary>
    public static Fraction Instant(this Value.DateTime moment) =>
        moment.Clock() - (moment.Zone?.OffsetAt(moment.Day, moment.Second) ?? 0);

    public static Fraction Instant(this Value.Time time) => time.Second - (time.Zone?.OffsetAt(null, time.Second) ?? 0);

    /// <summary>The day as the moment at which it begins in UTC.</summary>
    public static Value.DateTime Midnight(this Value.Date date) => new(date.Day, Fraction.Zero, Zone.Utc);

    public static Value Plus(this Value.Date date, Fraction seconds) =>
        Moment(date.Midnight().Clock() + seconds, null) is Value.DateTime { Day: var day } ? new Value.Date(day) : TooFar;

    public static Value Plus(this Value.DateTime moment, Fraction seconds)
    {
        var instant = moment.Instant() + seconds;
        return Fraction.Abs(instant) > Furthest ? TooFar
            : Moment(instant + (moment.Zone?.OffsetAtInstant(instant) ?? 0), moment.Zone);
    }

    public static Value Plus(this Value.Time time, Fraction seconds) => new Value.Time(Modulo(time.Second + seconds, Day), time.Zone);

    public static Value PlusMonths(this CalendarDate day, BigInteger months, Func<CalendarDate, Value> with) =>
        BigInteger.Abs(months) < CalendarDate.LastYear * 24L && day.PlusMonths((long)months) is { } then ? with(then) : TooFar;

    public static Fraction Modulo(Fraction a, Fraction b) => a - b * new Fraction((a / b).Floor());

    private static readonly Fraction Furthest = new((BigInteger)CalendarDate.LastYear * 366 * Day);

    private static Value.Missing TooFar => Value.Undefined(new("年份超过九位数", "the year has more than nine digits"));

    private static Value Moment(Fraction clock, Zone? zone)
    {
        if (Fraction.Abs(clock) > Furthest)
        {
            return TooFar;
        }

        var (number, second) = Split(clock);
        return CalendarDate.FromNumber(number) is { } day ? new Value.DateTime(day, second, zone) : TooFar;
    }
}
