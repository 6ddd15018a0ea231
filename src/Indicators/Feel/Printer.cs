using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Indicators.Feel;

/// <summary>Writes a tree as FEEL text with no more brackets than reading it back needs.</summary>
internal static class Printer
{
    private const int Loosest = 0;
    private const int Prefixed = 7;
    private const int Tightest = 8;

    public static string Print(Expression expression) => Write(expression, Loosest);

    /// <summary>A key of a context: bare where it would be read as a name.</summary>
    public static string Key(string key) => Lexer.IsName(key) ? key : Value.Quoted(key);

    private static string Write(Expression expression, int minimum)
    {
        var (text, strength) = Text(expression);
        return strength < minimum ? $"({text})" : text;
    }

    private static (string Text, int Strength) Text(Expression expression) => expression switch
    {
        Expression.Number n => (n.Percent ? Digits(n.Value * Fraction.Hundred) + "%" : Digits(n.Value), Tightest),
        Expression.Text t => (Value.Quoted(t.Value), Tightest),
        Expression.Truth t => (t.Value ? "true" : "false", Tightest),
        Expression.Null => ("null", Tightest),
        Expression.At a => ("@" + Value.Quoted(a.Written), Tightest),
        Expression.Name n => (n.Id, Tightest),
        Expression.Path p => ($"{Write(p.Of, Tightest)}.{p.Member}", Tightest),
        Expression.Negate n => ("-" + Write(n.Operand, Prefixed), Prefixed),
        Expression.Binary b => Binary(b),
        Expression.If i => ($"if {Print(i.Condition)} then {Print(i.Then)} else {Print(i.Else)}", Loosest),
        Expression.Between b => ($"{Compared(b.Operand)} between {Write(b.Low, Precedence.Sum)} and {Write(b.High, Precedence.Sum)}", Precedence.Comparison),
        Expression.In i => ($"{Compared(i.Operand)} in {Tests(i.Tests)}", Precedence.Comparison),
        Expression.InstanceOf i => ($"{Compared(i.Operand)} instance of {i.Type.Text}", Precedence.Comparison),
        Expression.Test t => ($"({Test(t)})", Tightest),
        Expression.Range r => ($"{(r.LowClosed ? '[' : '(')}{Print(r.Low)}..{High(r.High)}{(r.HighClosed ? ']' : ')')}", Tightest),
        Expression.List l => ($"[{Joined(l.Items)}]", Tightest),
        Expression.Context c => ($"{{{string.Join(", ", c.Entries.Select(e => $"{Key(e.Key)}: {Print(e.Value)}"))}}}", Tightest),
        Expression.Filter f => ($"{Write(f.Of, Tightest)}[{Print(f.Condition)}]", Tightest),
        Expression.Quantified q => ($"{(q.Every ? "every" : "some")} {Loops(q.Iterations)} satisfies {Print(q.Condition)}", Loosest),
        Expression.For f => ($"for {Loops(f.Iterations)} return {Print(f.Body)}", Loosest),
        Expression.Call c => ($"{c.Function}({Arguments(c.Arguments, c.Names)})", Tightest),
        // A bare name before a bracket would be read as a call by name.
        Expression.Invoke { Function: Expression.Name name } i => ($"({name.Id})({Arguments(i.Arguments, i.Names)})", Tightest),
        Expression.Invoke i => ($"{Write(i.Function, Tightest)}({Arguments(i.Arguments, i.Names)})", Tightest),
        Expression.Lambda l => ($"function({string.Join(", ", l.Parameters.Select(Parameter))}) {Print(l.Body)}", Loosest),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} cannot be written."),
    };

    private static (string, int) Binary(Expression.Binary b)
    {
        var strength = Precedence.Of(b.Operator);
        return ($"{Write(b.Left, strength)} {Precedence.SymbolOf(b.Operator)} {Write(b.Right, strength + 1)}", strength);
    }

    private static string Compared(Expression operand) => Write(operand, Precedence.Comparison);

    private static string Test(Expression.Test test) => $"{Precedence.SymbolOf(test.Operator)} {Write(test.Operand, Precedence.Sum)}";

    private static string Tests(ImmutableArray<Expression> tests)
    {
        var all = string.Join(", ", tests.Select(t => t is Expression.Test test ? Test(test) : Write(t, Precedence.Sum)));
        return tests.Length == 1 && !all.StartsWith('(') ? all : $"({all})";
    }

    /// <summary>A bracket after an upper bound closes the range, so a filter there stands in brackets of its own.</summary>
    private static string High(Expression high) =>
        high.All.Any(e => e is Expression.Filter) ? $"({Print(high)})" : Write(high, Precedence.Sum);

    private static string Loops(ImmutableArray<Iteration> iterations) =>
        string.Join(", ", iterations.Select(i => $"{i.Name} in {Print(i.Over)}" + (i.To is { } to ? $"..{Print(to)}" : "")));

    private static string Arguments(ImmutableArray<Expression> arguments, ImmutableArray<string> names) => names.IsEmpty
        ? Joined(arguments)
        : string.Join(", ", names.Zip(arguments, (name, argument) => $"{name}: {Print(argument)}"));

    private static string Joined(IEnumerable<Expression> expressions) => string.Join(", ", expressions.Select(Print));

    private static string Parameter(Parameter parameter) =>
        parameter.Type is { } type ? $"{parameter.Name}: {type.Text}" : parameter.Name;

    /// <summary>The digits of a number that ends, with an exponent where there would be too many.</summary>
    private static string Digits(Fraction number)
    {
        var places = 0;
        // The denominator has no factors but 2 and 5; each of them takes one decimal at most.
        while (!(number * new Fraction(BigInteger.Pow(10, places))).IsInteger)
        {
            places = places == 0 ? 1 : places < 64 ? places + 1 : places * 2;
        }

        var digits = (number * new Fraction(BigInteger.Pow(10, places))).Numerator.ToString(CultureInfo.InvariantCulture);
        if (Math.Max(digits.Length, places + 1) <= Limits.Digits)
        {
            return number.ToShortest(places);
        }

        var shortened = digits.TrimEnd('0');
        return $"{shortened}e{(digits.Length - shortened.Length - places).ToString(CultureInfo.InvariantCulture)}";
    }
}
