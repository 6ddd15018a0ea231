using System.Collections.Immutable;
using System.Globalization;

namespace Indicators.Feel;

/// <summary>A FEEL value. Null is <see cref="Missing"/>: it remembers in which of the four ways the evidence is missing.</summary>
public abstract record Value
{
    public sealed record Number(Fraction Amount) : Value;

    public sealed record Text(string Content) : Value;

    public sealed record Truth(bool Holds) : Value;

    public sealed record Date(DateOnly Day) : Value;

    public sealed record List(ImmutableArray<Value> Items) : Value;

    public sealed record Context(ImmutableDictionary<string, Value> Members) : Value;

    public sealed record Range(Value Low, bool LowClosed, Value High, bool HighClosed) : Value;

    /// <param name="State">In which way.</param>
    /// <param name="Why">Why a result is undefined although its inputs are there, such as a division by zero.</param>
    public sealed record Missing(MissingState State, Bilingual? Why = null) : Value;

    public static readonly Value True = new Truth(true);
    public static readonly Value False = new Truth(false);
    public static readonly Missing Null = new(MissingState.Blank);

    public static Value Of(bool holds) => holds ? True : False;

    public static Value Of(Fraction amount) => new Number(amount);

    public static Missing Undefined(Bilingual why) => new(MissingState.Blank, why);

    /// <summary>The worst of several missing values; the first of equals, so that the result does not depend on chance.</summary>
    public static Missing Worst(IEnumerable<Missing> missing) =>
        missing.Aggregate((worst, next) => next.State > worst.State ? next : worst);

    /// <summary>FEEL equality: null for values of different kinds; null equals only null.</summary>
    public static bool? AreEqual(Value a, Value b) => (a, b) switch
    {
        (Missing, Missing) => true,
        (Missing, _) or (_, Missing) => false,
        (Number x, Number y) => x.Amount == y.Amount,
        (Text x, Text y) => x.Content == y.Content,
        (Truth x, Truth y) => x.Holds == y.Holds,
        (Date x, Date y) => x.Day == y.Day,
        (List x, List y) => x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(p => AreEqual(p.First, p.Second) == true),
        (Context x, Context y) => x.Members.Count == y.Members.Count
            && x.Members.All(m => y.Members.TryGetValue(m.Key, out var other) && AreEqual(m.Value, other) == true),
        (Range x, Range y) => x.LowClosed == y.LowClosed && x.HighClosed == y.HighClosed
            && AreEqual(x.Low, y.Low) == true && AreEqual(x.High, y.High) == true,
        _ => null,
    };

    /// <summary>The order of two values of the same ordered kind, else null.</summary>
    public static int? Compare(Value a, Value b) => (a, b) switch
    {
        (Number x, Number y) => x.Amount.CompareTo(y.Amount),
        (Text x, Text y) => string.CompareOrdinal(x.Content, y.Content),
        (Date x, Date y) => x.Day.CompareTo(y.Day),
        _ => null,
    };

    /// <summary>The value as a FEEL literal; a number that does not end is shown with 28 digits.</summary>
    public sealed override string ToString() => this switch
    {
        Number n => Literal(n.Amount),
        Text t => $"\"{t.Content.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"",
        Truth t => t.Holds ? "true" : "false",
        Date d => $"date(\"{d.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\")",
        List l => $"[{string.Join(", ", l.Items)}]",
        Context c => $"{{{string.Join(", ", c.Members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}: {m.Value}"))}}}",
        Range r => $"{(r.LowClosed ? '[' : '(')}{r.Low}..{r.High}{(r.HighClosed ? ']' : ')')}",
        _ => "null",
    };

    private static string Literal(Fraction amount)
    {
        var integerDigits = Fraction.Abs(amount).Floor() is { IsZero: false } whole
            ? whole.ToString(CultureInfo.InvariantCulture).Length
            : 0;
        return amount.ToShortest(Math.Max(0, Limits.Digits - integerDigits));
    }
}
