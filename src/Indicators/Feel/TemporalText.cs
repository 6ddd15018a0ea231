using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Indicators.Feel;

/// <summary>Reads dates, times and durations as ISO 8601 writes them, with the zone forms of FEEL, and writes them back.</summary>
internal static partial class TemporalText
{
    private const int LongestText = 128;

    /// <summary>Whatever an at-literal such as <c>@"2017-04-25"</c> or <c>@"P1D"</c> stands for; null if it is none.</summary>
    public static Value? Any(string text) => Date(text) ?? Time(text) ?? (text.Contains('T') ? DateTime(text) : null) ?? Duration(text);

    public static Value? Date(string text) => Read(DatePattern(), text, m => Day(m) is { } day ? new Value.Date(day) : null);

    public static Value? Time(string text) => Read(TimePattern(), text, m =>
        Second(m) is { } second && ZoneOf(m, out var zone) ? new Value.Time(second == Temporal.Day ? Fraction.Zero : second, zone) : null);

    /// <summary>A date and time, or a date alone, which is then its midnight.</summary>
    public static Value? DateTime(string text) =>
        Date(text) is Value.Date date ? new Value.DateTime(date.Day, Fraction.Zero, null) : Read(DateTimePattern(), text, m =>
        {
            if (Day(m) is not { } day || Second(m) is not { } second || !ZoneOf(m, out var zone))
            {
                return null;
            }

            var moment = new Value.DateTime(day, Fraction.Zero, zone);
            // 24:00:00 is the midnight that ends the day.
            return second != Temporal.Day ? moment with { Second = second }
                : CalendarDate.FromNumber(day.Number + 1) is { } next ? moment with { Day = next } : null;
        });

    public static Value? Duration(string text) =>
        Read(MonthsPattern(), text, m => Any(m, "y", "m") ? new Value.YearMonthDuration(Sign(m) * (Whole(m, "y") * 12 + Whole(m, "m"))) : null)
        ?? Read(DaysPattern(), text, m => Any(m, "d", "h", "n", "s") && (!m.Groups["t"].Success || Any(m, "h", "n", "s"))
            ? new Value.DayTimeDuration(new Fraction(Sign(m)) * (new Fraction(Whole(m, "d") * Temporal.Day + Whole(m, "h") * 3600 + Whole(m, "n") * 60)
                + Decimal(m.Groups["s"].Value)))
            : null);

    public static string Clock(Fraction second)
    {
        var whole = (int)second.Floor();
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3600:00}:{whole / 60 % 60:00}:{whole % 60:00}") + Part(second - whole);
    }

    public static string Months(BigInteger months)
    {
        var (years, rest) = BigInteger.DivRem(BigInteger.Abs(months), 12);
        return (months.Sign < 0 ? "-" : "") + "P" + Unit(years, "Y") + (rest.IsZero && !years.IsZero ? "" : $"{Plain(rest)}M");
    }

    public static string Seconds(Fraction seconds)
    {
        var all = Fraction.Abs(seconds);
        var (day, second) = ((all / Temporal.Day).Floor(), Temporal.Modulo(all, Temporal.Day));
        var whole = (int)second.Floor();
        var part = Part(second - whole);
        var time = Unit(whole / 3600, "H") + Unit(whole / 60 % 60, "M") + (whole % 60 == 0 && part.Length == 0 ? "" : $"{Plain(whole % 60)}{part}S");
        return (seconds.Sign < 0 ? "-" : "") + "P" + Unit(day, "D") + (time.Length > 0 ? "T" + time : day.IsZero ? "T0S" : "");
    }

    private static string Unit(BigInteger number, string unit) => number.IsZero ? "" : Plain(number) + unit;

    private static string Plain(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The decimals of a second, cut and not rounded: 23:59:59.9999999999 is not 24:00:00.</summary>
    private static string Part(Fraction part)
    {
        var billionths = (part * 1_000_000_000).Floor();
        return billionths.IsZero ? "" : "." + billionths.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static Value? Read(Regex pattern, string text, Func<Match, Value?> value) =>
        text.Length <= LongestText && pattern.Match(text) is { Success: true } match ? value(match) : null;

    private static CalendarDate? Day(Match match)
    {
        var (year, month, day) = ((long)Whole(match, "y") * Sign(match), (int)Whole(match, "m"), (int)Whole(match, "d"));
        return CalendarDate.IsValid(year, month, day) ? new CalendarDate((int)year, month, day) : null;
    }

    private static Fraction? Second(Match match)
    {
        var (hour, minute, second) = ((int)Whole(match, "h"), (int)Whole(match, "n"), Decimal(match.Groups["s"].Value));
        var all = hour * 3600 + minute * 60 + second;
        return minute < 60 && second < 60 && all <= Temporal.Day ? all : null;
    }

    private static bool ZoneOf(Match match, out Zone? zone)
    {
        var text = match.Groups["z"].Value;
        zone = text.Length == 0 ? null : Zone.Read(text);
        return text.Length == 0 || zone is not null;
    }

    private static int Sign(Match match) => match.Groups["sign"].Value == "-" ? -1 : 1;

    private static bool Any(Match match, params string[] groups) => groups.Any(g => match.Groups[g].Success);

    private static BigInteger Whole(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits } ? BigInteger.Parse(digits, CultureInfo.InvariantCulture) : BigInteger.Zero;

    private static Fraction Decimal(string text) => Fraction.TryParse(text.TrimEnd('.'), out var number) ? number : Fraction.Zero;

    private const string DateForm = @"(?<sign>-?)(?<y>[1-9][0-9]{4,8}|[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})";
    private const string TimeForm = @"(?<h>[0-9]{2}):(?<n>[0-9]{2}):(?<s>[0-9]{2}(\.[0-9]{1,28})?)(?<z>[zZ]|[-+][0-9:]+|@[^@]+)?";

    [GeneratedRegex("^" + DateForm + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern();

    [GeneratedRegex("^" + TimeForm + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TimePattern();

    [GeneratedRegex("^" + DateForm + "T" + TimeForm + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(@"^(?<sign>-?)P((?<y>[0-9]{1,18})Y)?((?<m>[0-9]{1,18})M)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex(@"^(?<sign>-?)P((?<d>[0-9]{1,18})D)?(?<t>T((?<h>[0-9]{1,18})H)?((?<n>[0-9]{1,18})M)?((?<s>[0-9]{1,18}(\.[0-9]{0,28})?)S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DaysPattern();
}
