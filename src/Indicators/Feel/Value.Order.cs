namespace Indicators.Feel;

/// <summary>Equality and order of values.</summary>
public abstract partial record Value
{
    /// <summary>FEEL equality: null for values of different kinds; null equals only null.</summary>
    public static bool? AreEqual(Value a, Value b) => (a, b) switch
    {
        (Missing, Missing) => true,
        (Missing, _) or (_, Missing) => false,
        (Number x, Number y) => x.Amount == y.Amount,
        (Text x, Text y) => x.Content == y.Content,
        (Truth x, Truth y) => x.Holds == y.Holds,
        (Date x, Date y) => x.Day == y.Day,
        (Time or DateTime, Time or DateTime) when a.GetType() == b.GetType() => Compare(a, b) == 0,
        (DayTimeDuration x, DayTimeDuration y) => x.Seconds == y.Seconds,
        (YearMonthDuration x, YearMonthDuration y) => x.Months == y.Months,
        (List x, List y) => x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(p => AreEqual(p.First, p.Second) == true),
        (Context x, Context y) => x.Members.Count == y.Members.Count
            && x.Members.All(m => y.Members.TryGetValue(m.Key, out var other) && AreEqual(m.Value, other) == true),
        (Range x, Range y) => x.LowClosed == y.LowClosed && x.HighClosed == y.HighClosed && EndsEqual(x.Low, y.Low) && EndsEqual(x.High, y.High),
        (Test x, Test y) => x.Equal == y.Equal && AreEqual(x.Operand, y.Operand) == true,
        (Range or Test, Range or Test) => false,
        (Function x, Function y) => ReferenceEquals(x, y),
        _ => null,
    };

    /// <summary>
    /// The order of two values of the same ordered kind, else null. Times are compared by whole seconds, as the standard
    /// counts them; a local time has no order beside one with a zone.
    /// </summary>
    public static int? Compare(Value a, Value b) => (a, b) switch
    {
        (Number x, Number y) => x.Amount.CompareTo(y.Amount),
        (Text x, Text y) => string.CompareOrdinal(x.Content, y.Content),
        (Date x, Date y) => x.Day.CompareTo(y.Day),
        (Time x, Time y) when x.Zone is null == y.Zone is null => x.Instant().Floor().CompareTo(y.Instant().Floor()),
        (DateTime x, DateTime y) when x.Zone is null == y.Zone is null => x.Instant().Floor().CompareTo(y.Instant().Floor()),
        (DayTimeDuration x, DayTimeDuration y) => x.Seconds.CompareTo(y.Seconds),
        (YearMonthDuration x, YearMonthDuration y) => x.Months.CompareTo(y.Months),
        _ => null,
    };

    private static bool EndsEqual(Value? a, Value? b) => a is null || b is null ? a is null && b is null : AreEqual(a, b) == true;
}
