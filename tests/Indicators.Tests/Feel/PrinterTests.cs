using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Indicators.Feel;

namespace Indicators.Tests.Feel;

public sealed class PrinterTests
{
    private static readonly Span Nowhere = new(0, 0);

    [Theory]
    [InlineData("((1+2))*3", "(1 + 2) * 3")]
    [InlineData("1+(2*3)", "1 + 2 * 3")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("(a-b)-c", "a - b - c")]
    [InlineData("-(3)**2", "-3 ** 2")]
    [InlineData("-(3**2)", "-(3 ** 2)")]
    [InlineData("9０％", "90%")]
    [InlineData("x in (≥1)", "x in >= 1")]
    [InlineData("x in (<1,[2..3))", "x in (< 1, [2..3))")]
    [InlineData("(if a then b else c)+1", "(if a then b else c) + 1")]
    [InlineData("]1..(a[1])[", "(1..(a[1]))")]
    [InlineData("{\"a\":1,\"b c\":2}", "{a: 1, \"b c\": 2}")]
    [InlineData("not (a or(b and c))", "not(a or b and c)")]
    public void Writes_minimal_brackets(string text, string expected) => Assert.Equal(expected, Printer.Print(Parse(text)!));

    [Fact]
    public void What_is_printed_reads_back_as_the_same_tree() => Any(4).Sample(
        tree =>
        {
            var text = Printer.Print(tree);
            if (text.Length > Limits.ExpressionLength)
            {
                return true;
            }

            var read = Parse(text);
            return read is not null && Shape(read) == Shape(tree)
                ? true
                : throw new InvalidOperationException($"{Shape(tree)}\n{text}\n{(read is null ? "cannot be read" : Shape(read))}");
        },
        iter: 5000,
        print: Printer.Print);

    [Fact]
    public void No_text_breaks_the_parser_or_the_evaluator() => Gen.Select(
        Any(3).Select(Printer.Print),
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 8], One(Soup)).Array[0, 4],
        One(Soup).Array[1, 12],
        Gen.Bool)
        .Sample(
            (text, cuts, soup, isSoup) =>
            {
                var mangled = isSoup ? string.Join(' ', soup) : cuts.Aggregate(text, Cut);
                if (Parse(mangled) is { } tree)
                {
                    try
                    {
                        _ = Evaluator.Evaluate(tree, new Scope()).ToString();
                    }
                    catch (ExpressionLimitException)
                    {
                    }

                    new TypeChecker(new Source(mangled, new Place("fuzz")), []).Check(tree, new TypeScope(new Dictionary<string, FeelType>()));
                }
            },
            iter: 20_000,
            print: t => t.Item4 ? string.Join(' ', t.Item3) : t.Item2.Aggregate(t.Item1, Cut));

    private static readonly string[] Soup =
    [
        "(", ")", "[", "]", "{", "}", ",", ":", ".", "..", "+", "-", "*", "/", "**", "=", "!=", "<", ">=", "->", "@", "%", "1", "2.5", "1e3", "90%", "\"a\"",
        "\"P1D\"", "\"2017-01-01\"", "\"[a-z]*\"", "a", "item", "partial", "function", "instance of", "list", "number", "if", "then", "else", "for", "in", "return",
        "some", "every", "satisfies", "and", "or", "not", "between", "null", "true", "sum", "count(", "date(", "sort(", "replace(", "matches(", "range<", "、", "，", "≥", "\\", "\"",
        "string join(", "exp(", "context put(", "time offset", "？", "🐎",
    ];

    private static string Cut(string text, (int At, int Length, string Instead) cut)
    {
        var at = Math.Min(cut.At, text.Length);
        return text[..at] + cut.Instead + text[Math.Min(text.Length, at + cut.Length)..];
    }

    private static Gen<T> One<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static Gen<Expression> Any(int depth)
    {
        var leaf = Gen.OneOf<Expression>(
            Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 4], (n, places) =>
                (Expression)new Expression.Number(new Fraction(n) / new Fraction((int)Math.Pow(10, places)), false, Nowhere)),
            Gen.Int[0, 200].Select(n => (Expression)new Expression.Number(new Fraction(n, 100), true, Nowhere)),
            One("a\"b", "c\\d\n", "资金", "").Select(t => (Expression)new Expression.Text(t, Nowhere)),
            One("a", "支出", "sum", "instance", "of", "date").Select(n => (Expression)new Expression.Name(n, Nowhere)),
            One("2017-04-25", "P1D", "10:30:00").Select(t => (Expression)new Expression.At(t, TemporalText.Any(t), Nowhere)),
            Gen.Const((Expression)new Expression.Truth(true, Nowhere)),
            Gen.Const((Expression)new Expression.Null(Nowhere)));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Any(depth - 1);
        var several = inner.Array[1, 3].Select(a => a.ToImmutableArray());
        var test = Gen.OneOf(inner, Gen.Select(One(Operator.Less, Operator.Equal, Operator.GreaterOrEqual), inner, Test));
        var name = One("x", "y", "行");
        var loops = Gen.Select(name, inner, Gen.Bool, inner, (n, over, isRange, to) => new Iteration(n, over, isRange ? to : null)).Array[1, 2];
        return Gen.OneOf(
            leaf,
            Gen.Select(Gen.Enum<Operator>(), inner, inner, (o, l, r) => (Expression)new Expression.Binary(o, l, r, Nowhere)),
            inner.Select(e => (Expression)new Expression.Negate(e, Nowhere)),
            Gen.Select(inner, inner, inner, (c, t, e) => (Expression)new Expression.If(c, t, e, Nowhere)),
            Gen.Select(inner, inner, inner, (o, l, h) => (Expression)new Expression.Between(o, l, h, Nowhere)),
            Gen.Select(inner, test.Array[1, 3], (o, t) => (Expression)new Expression.In(o, [.. t], Nowhere)),
            test,
            Gen.Select(inner, Gen.Bool, inner, Gen.Bool, (l, lc, h, hc) => (Expression)new Expression.Range(l, lc, h, hc, Nowhere)),
            several.Select(items => (Expression)new Expression.List(items, Nowhere)),
            Gen.Select(One("a", "b c", "if", "支出"), inner, (k, v) => (Expression)new Expression.Context([new Entry(k, v)], Nowhere)),
            Gen.Select(inner, One("year", "time offset", "支出"), (o, m) => (Expression)new Expression.Path(o, m, Nowhere)),
            Gen.Select(inner, inner, (o, c) => (Expression)new Expression.Filter(o, c, Nowhere)),
            Gen.Select(Gen.Bool, loops, inner, (e, l, c) => (Expression)new Expression.Quantified(e, [.. l], c, Nowhere)),
            Gen.Select(loops, inner, (l, b) => (Expression)new Expression.For([.. l], b, Nowhere)),
            Gen.Select(One("sum", "round half up", "未知", "date and time"), several, Gen.Bool, (f, a, named) =>
                (Expression)new Expression.Call(f, a, named ? Names(a.Length) : [], Nowhere)),
            Gen.Select(inner, several, (f, a) => (Expression)new Expression.Invoke(f, a, [], Nowhere)),
            Gen.Select(inner, One("number", "list<date>", "function<Any>->string", "context<a: days and time duration>"), (o, t) =>
                (Expression)new Expression.InstanceOf(o, new TypeName(t, null), Nowhere)),
            inner.Select(b => (Expression)new Expression.Lambda([new Parameter("p", null), new Parameter("q", new TypeName("number", null))], b, Nowhere)));
    }

    private static Expression Test(Operator comparison, Expression operand) => new Expression.Test(comparison, operand, Nowhere);

    private static ImmutableArray<string> Names(int count) => [.. Enumerable.Range(0, count).Select(i => i == 0 ? "start position" : $"n{i.ToString(CultureInfo.InvariantCulture)}")];

    /// <summary>The tree with every bracket, without places: what two equal trees have in common.</summary>
    private static string Shape(Expression e) => $"({e.GetType().Name} {Own(e)} {string.Join(' ', e.Parts.Select(Shape))})";

    private static string Own(Expression e) => e switch
    {
        Expression.Number n => $"{n.Value} {n.Percent}",
        Expression.Text t => $"‹{t.Value}›",
        Expression.Truth t => $"{t.Value}",
        Expression.At a => a.Written,
        Expression.Name n => n.Id,
        Expression.Path p => p.Member,
        Expression.Binary b => $"{b.Operator}",
        Expression.Test t => $"{t.Operator}",
        Expression.InstanceOf i => i.Type.Text,
        Expression.In i => $"{i.Tests.Length}",
        Expression.Range r => $"{r.LowClosed} {r.HighClosed}",
        Expression.Context c => string.Join('|', c.Entries.Select(x => x.Key)),
        Expression.Quantified q => $"{q.Every} {Loops(q.Iterations)}",
        Expression.For f => Loops(f.Iterations),
        Expression.Call c => $"{c.Function} {string.Join('|', c.Names)}",
        Expression.Invoke i => string.Join('|', i.Names),
        Expression.Lambda l => string.Join('|', l.Parameters.Select(p => $"{p.Name}:{p.Type?.Text}")),
        _ => "",
    };

    private static string Loops(ImmutableArray<Iteration> iterations) => string.Join('|', iterations.Select(i => $"{i.Name} {i.To is null}"));

    private static Expression? Parse(string text) => Parser.ParseExpression(new Source(text, new Place("test")), []);
}
