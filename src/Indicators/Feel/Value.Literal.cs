using System.Globalization;

namespace Indicators.Feel;

/// <summary>Values as FEEL writes them.</summary>
public abstract partial record Value
{
    /// <summary>The value as a FEEL literal; a number that does not end is shown with 28 digits.</summary>
    public sealed override string ToString() => this switch
    {
        Number n => Literal(n.Amount),
        Text t => Quoted(t.Content),
        Truth t => t.Holds ? "true" : "false",
        Date => $"date(\"{Plain}\")",
        Time => $"time(\"{Plain}\")",
        DateTime => $"date and time(\"{Plain}\")",
        DayTimeDuration or YearMonthDuration => $"duration(\"{Plain}\")",
        List l => $"[{string.Join(", ", l.Items)}]",
        Context c => $"{{{string.Join(", ", c.Keys.Select(key => $"{Printer.Key(key)}: {c.Members[key]}"))}}}",
        Range { Low: { } low, High: { } high } r => $"{(r.LowClosed ? '[' : '(')}{low}..{high}{(r.HighClosed ? ']' : ')')}",
        Range { High: { } high } r => $"({(r.HighClosed ? "<=" : "<")} {high})",
        Range r => $"({(r.LowClosed ? ">=" : ">")} {r.Low})",
        Test t => $"({(t.Equal ? "=" : "!=")} {t.Operand})",
        Function { Written: { } written } => Printer.Print(written),
        Function f => f.BuiltIn!.Name,
        _ => "null",
    };

    /// <summary>What FEEL's <c>string()</c> gives: like the literal, but a text without quotes and a date without its constructor.</summary>
    public string Plain => this switch
    {
        Text t => t.Content,
        Date d => d.Day.ToString(),
        Time t => TemporalText.Clock(t.Second) + t.Zone,
        DateTime d => $"{d.Day}T{TemporalText.Clock(d.Second)}{d.Zone}",
        DayTimeDuration d => TemporalText.Seconds(d.Seconds),
        YearMonthDuration d => TemporalText.Months(d.Months),
        _ => ToString(),
    };

    internal static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t")}\"";

    internal static string Literal(Fraction amount)
    {
        var integerDigits = Fraction.Abs(amount).Floor() is { IsZero: false } whole
            ? whole.ToString(CultureInfo.InvariantCulture).Length
            : 0;
        return amount.ToShortest(Math.Max(0, Limits.Digits - integerDigits));
    }
}
