using System.Globalization;

namespace Indicators.Feel;

/// <summary>What a time or date and time is counted from: a fixed offset from UTC in seconds, or a place of the IANA data base.</summary>
public sealed record Zone(int Seconds, string? Name = null)
{
    public static readonly Zone Utc = new(0);

    private const int Widest = 18 * 3600;

    /// <summary>Reads <c>Z</c>, <c>+08:00</c> or <c>@Asia/Shanghai</c>; null if it is none of them.</summary>
    public static Zone? Read(string text)
    {
        if (text is "Z" or "z")
        {
            return Utc;
        }

        return text.StartsWith('@') ? Named(text[1..]) : Offset(text);
    }

    /// <summary>The fixed offset, if it is within a day's reach.</summary>
    public static Zone? Of(Fraction seconds) =>
        seconds.IsInteger && Fraction.Abs(seconds) <= Widest ? new Zone((int)seconds.Numerator) : null;

    /// <summary>The offset from UTC when clocks there show this; without a date, the one outside summer time.</summary>
    public int OffsetAt(CalendarDate? date, Fraction second)
    {
        if (Name is null || !TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone))
        {
            return Seconds;
        }

        return date is { } day
            ? (int)zone.GetUtcOffset(Local(day, second)).TotalSeconds
            : (int)zone.BaseUtcOffset.TotalSeconds;
    }

    /// <summary>The offset from UTC at an instant, counted in seconds from the first day of year 1.</summary>
    public int OffsetAtInstant(Fraction instant)
    {
        if (Name is null || !TimeZoneInfo.TryFindSystemTimeZoneById(Name, out var zone))
        {
            return Seconds;
        }

        var (day, second) = Temporal.Split(instant);
        return CalendarDate.FromNumber(day) is { } date
            ? (int)zone.GetUtcOffset(DateTime.SpecifyKind(Local(date, second), DateTimeKind.Utc)).TotalSeconds
            : (int)zone.BaseUtcOffset.TotalSeconds;
    }

    public override string ToString()
    {
        if (Name is not null)
        {
            return "@" + Name;
        }

        var all = Math.Abs(Seconds);
        return all == 0 ? "Z" : (Seconds < 0 ? "-" : "+")
            + string.Create(CultureInfo.InvariantCulture, $"{all / 3600:00}:{all / 60 % 60:00}")
            + (all % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{all % 60:00}"));
    }

    private static Zone? Named(string name) =>
        name.Length <= 64 && name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && char.IsAsciiLetterUpper(name[0])
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? new Zone((int)zone.BaseUtcOffset.TotalSeconds, name)
            : null;

    private static Zone? Offset(string text)
    {
        var parts = text.Length > 0 && text[0] is '+' or '-' ? text[1..].Split(':') : [];
        if (parts.Length is not (2 or 3) || parts.Any(p => p.Length != 2 || !p.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.Length == 3 ? numbers[2] : 0);
        return numbers.Skip(1).All(n => n < 60) && seconds <= Widest ? new Zone(text[0] == '-' ? -seconds : seconds) : null;
    }

    /// <summary>The clock time as the platform's type; years that it lacks are answered as its first or last.</summary>
    private static DateTime Local(CalendarDate day, Fraction second)
    {
        var year = day.Year is >= 1 and <= 9999 ? day.Year : day.Year < 1 ? 4 : 9996;
        return new DateTime(year, day.Month, day.Day).AddSeconds((int)second.Floor());
    }
}
