using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Feel.Functions;

/// <summary>Functions of numbers. What is irrational is worked out to 34 digits.</summary>
internal static class Numbers
{
    private static readonly Fraction Half = new(1, 2);

    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("abs", null,
            "n: number -> same | n: days and time duration -> same | n: years and months duration -> same", Abs),
        Rounding("decimal", null, "n: number, scale: number -> number", HalfEven),
        Rounding("floor", null, "n: number, scale?: number -> number", x => x.Floor()),
        Rounding("ceiling", null, "n: number, scale?: number -> number", x => x.Ceiling()),
        Rounding("round up", null, "n: number, scale: number -> same", x => x.Sign * Fraction.Abs(x).Ceiling()),
        Rounding("round down", null, "n: number, scale: number -> same", x => x.Sign * Fraction.Abs(x).Floor()),
        Rounding("round half up", "四舍五入", "n: number, scale: number -> same", x => x.Sign * (Fraction.Abs(x) + Half).Floor()),
        Rounding("round half down", null, "n: number, scale: number -> same", x => x.Sign * (Fraction.Abs(x) - Half).Ceiling()),
        Function.Of("modulo", null, "dividend: number, divisor: number -> same", a =>
            a.Number(1).IsZero ? Arithmetic.ByZero : Arithmetic.Made(Temporal.Modulo(a.Number(0), a.Number(1)), a.Budget)),
        Irrationally("sqrt", Irrational.SquareRoot),
        Irrationally("log", Irrational.Logarithm),
        Irrationally("exp", Irrational.Exponential),
        Function.Of("odd", null, "number: number -> boolean", a => Value.Of(a.Number(0).IsInteger && !a.Number(0).Numerator.IsEven)),
        Function.Of("even", null, "number: number -> boolean", a => Value.Of(a.Number(0).IsInteger && a.Number(0).Numerator.IsEven)),
        Function.Of("number", null,
            "from: string -> number | from: string, grouping separator: string?, decimal separator: string? -> number", Read),
    ];

    private static Function Irrationally(string name, Func<Fraction, Fraction?> compute) =>
        Function.Of(name, null, "number: number -> number", a =>
        {
            a.Budget.Spend(500 + a.Number(0).Bits);
            return compute(a.Number(0)) is { } result ? Arithmetic.Made(result, a.Budget) : Arithmetic.NoSuchNumber;
        });

    private static Function Rounding(string name, string? chinese, string signature, Func<Fraction, BigInteger> whole) =>
        Function.Of(name, chinese, signature, a =>
        {
            if (!a.Has(1))
            {
                return a.All is [_, Value.Missing missing] ? missing : Value.Of(new Fraction(whole(a.Number(0))));
            }

            if (a.Whole(1) is not { } places || places < Limits.LowestScale || places > Limits.Scale)
            {
                return Value.Undefined(new(
                    $"小数位 {a[1]} 不在 {Limits.LowestScale} 到 {Limits.Scale} 之间", $"the scale {a[1]} is not between {Limits.LowestScale} and {Limits.Scale}"));
            }

            a.Budget.Spend(Math.Abs(places));
            var unit = new Fraction(BigInteger.Pow(10, Math.Abs(places)));
            return Arithmetic.Made(
                places >= 0 ? new Fraction(whole(a.Number(0) * unit)) / unit : new Fraction(whole(a.Number(0) / unit)) * unit, a.Budget);
        });

    private static BigInteger HalfEven(Fraction x)
    {
        var low = x.Floor();
        var rest = (x - new Fraction(low)).CompareTo(Half);
        return rest > 0 || (rest == 0 && !low.IsEven) ? low + 1 : low;
    }

    private static Value Abs(Arguments a) => a[0] switch
    {
        Value.DayTimeDuration d => new Value.DayTimeDuration(Fraction.Abs(d.Seconds)),
        Value.YearMonthDuration d => new Value.YearMonthDuration(BigInteger.Abs(d.Months)),
        _ => Value.Of(Fraction.Abs(a.Number(0))),
    };

    private static Value Read(Arguments a)
    {
        var (text, group, point) = (a.Text(0), a.Way == 0 ? "" : a.TextOr(1, ""), a.Way == 0 ? "." : a.TextOr(2, "."));
        if (group is not ("" or " " or "," or ".") || point is not ("," or ".") || group == point)
        {
            return Arithmetic.WrongArguments;
        }

        var plain = group.Length > 0 ? text.Replace(group, "") : text;
        return (point == "." || !plain.Contains('.')) && Parse(plain.Replace(point, ".")) is { } number
            ? Value.Of(number)
            : Value.Undefined(new($"“{text}”不是数", $"“{text}” is not a number"));
    }

    /// <summary>A number as an expression writes it, with a sign.</summary>
    private static Fraction? Parse(string text)
    {
        if (!text.All(c => char.IsAsciiDigit(c) || c is '.' or '-' or '+' or 'e' or 'E'))
        {
            return null;
        }

        var negative = text.StartsWith('-');
        var tokens = new Lexer(new Source(negative ? text[1..] : text, new Place("")), []).Read();
        return tokens is [{ Kind: TokenKind.Number, Number: var number }, { Kind: TokenKind.End }] ? negative ? -number : number : null;
    }
}
