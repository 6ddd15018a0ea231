using System.Globalization;

namespace Indicators.Feel;

/// <summary>A day of the Gregorian calendar, run on before 1582 and beyond year 9999; FEEL's years have up to nine digits.</summary>
public readonly record struct CalendarDate(int Year, int Month, int Day) : IComparable<CalendarDate>
{
    public const int LastYear = 999_999_999;

    private const int DaysOfFourCenturies = 146_097;

    public static implicit operator CalendarDate(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>The number of days since the first day of year 1, which is day 0.</summary>
    public long Number
    {
        get
        {
            // Years that begin in March put the leap day last.
            var year = (long)Year - (Month < 3 ? 1 : 0);
            var inMarchYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
            return 365 * year + Floor(year, 4) - Floor(year, 100) + Floor(year, 400) + inMarchYear - 306;
        }
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public int Weekday => (int)(Number - Floor(Number, 7) * 7) + 1;

    public int DayOfYear => (int)(Number - new CalendarDate(Year, 1, 1).Number) + 1;

    /// <summary>The ISO week: the one with the year's first Thursday is week 1.</summary>
    public int WeekOfYear => (FromNumber(Number + 4 - Weekday)!.Value.DayOfYear + 6) / 7;

    public static bool IsValid(long year, long month, long day) =>
        Math.Abs(year) <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn((int)year, (int)month);

    /// <summary>The day with this number, or null where its year has more than nine digits.</summary>
    public static CalendarDate? FromNumber(long number)
    {
        if (Math.Abs(number) > LastYear * 366L)
        {
            return null;
        }

        var shifted = number + 306;
        var era = Floor(shifted, DaysOfFourCenturies);
        var inEra = shifted - era * DaysOfFourCenturies;
        var yearOfEra = (inEra - inEra / 1460 + inEra / 36_524 - inEra / (DaysOfFourCenturies - 1)) / 365;
        var dayOfYear = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var fromMarch = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * fromMarch + 2) / 5 + 1;
        var month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return Math.Abs(year) <= LastYear ? new CalendarDate((int)year, (int)month, (int)day) : null;
    }

    /// <summary>The same day so many months later, or the last of a shorter month; null beyond nine-digit years.</summary>
    public CalendarDate? PlusMonths(long months)
    {
        var all = Year * 12L + Month - 1 + months;
        var year = Floor(all, 12);
        var month = (int)(all - year * 12) + 1;
        return Math.Abs(year) > LastYear ? null : new CalendarDate((int)year, month, Math.Min(Day, DaysIn((int)year, month)));
    }

    public int CompareTo(CalendarDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    public override string ToString() =>
        (Year < 0 ? "-" : "") + string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Year):0000}-{Month:00}-{Day:00}");

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long Floor(long a, long b) => a / b - (a % b < 0 ? 1 : 0);
}
