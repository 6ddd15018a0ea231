using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>A Pratt parser for FEEL. It stops at the first syntax error of an expression and reports it.</summary>
internal sealed partial class Parser
{
    private readonly Source source;
    private readonly Diagnostics diagnostics;
    private readonly List<Token> tokens;
    private int at;
    private int depth;
    private bool inUpperBound;

    private Parser(Source source, Diagnostics diagnostics, List<Token> tokens)
    {
        this.source = source;
        this.diagnostics = diagnostics;
        this.tokens = tokens;
    }

    private Token Current => tokens[at];

    private Token? Following => at + 1 < tokens.Count ? tokens[at + 1] : null;

    /// <summary>Reads one expression, or reports what is wrong and returns null.</summary>
    public static Expression? ParseExpression(Source source, Diagnostics diagnostics) =>
        Parse(source, diagnostics, p => p.Expression());

    /// <summary>Reads unary tests such as <c>≥ 90%</c> or <c>&lt; 60%, [70%..80%)</c>.</summary>
    public static ImmutableArray<Expression>? ParseTests(Source source, Diagnostics diagnostics) =>
        Parse(source, diagnostics, p => p.Separated(p.Test)) is { } tests ? [.. tests] : null;

    private static T? Parse<T>(Source source, Diagnostics diagnostics, Func<Parser, T> parse)
        where T : class
    {
        if (source.Text.Length > Limits.ExpressionLength)
        {
            diagnostics.Report(Messages.ExpressionTooLong, source.Start, source.Text.Length, Limits.ExpressionLength);
            return null;
        }

        if (new Lexer(source, diagnostics).Read() is not { } tokens)
        {
            return null;
        }

        var parser = new Parser(source, diagnostics, FunctionNames.Join(tokens));
        try
        {
            var result = parse(parser);
            parser.Expect(TokenKind.End);
            return result;
        }
        catch (SyntaxError)
        {
            return null;
        }
    }

    private Expression Expression(int minimum = 0)
    {
        Deeper();
        var left = Postfix(Prefix());
        while (Infix(left, minimum) is { } longer)
        {
            left = longer;
        }

        depth--;
        return left;
    }

    private void Deeper()
    {
        if (++depth > Limits.Depth)
        {
            throw Fail(Messages.ExpressionTooDeep, Current, Limits.Depth);
        }
    }

    private Expression? Infix(Expression left, int minimum)
    {
        var token = Current;
        if (token is { Kind: TokenKind.Name, Content: "instance" } && Following is { Kind: TokenKind.Name, Content: "of" })
        {
            return minimum > Precedence.Comparison ? null : InstanceOf(left);
        }

        if (token.Kind is not (TokenKind.Symbol or TokenKind.Keyword))
        {
            return null;
        }

        if (token.Content is "between" or "in")
        {
            return minimum > Precedence.Comparison ? null : token.Content == "in" ? In(left) : Between(left);
        }

        if (Precedence.Of(token.Content) is not var (binary, strength) || strength < minimum)
        {
            return null;
        }

        at++;
        var right = Expression(strength + 1);
        return new Expression.Binary(binary, left, right, left.Span.To(right.Span));
    }

    private Expression.Between Between(Expression operand)
    {
        at++;
        var low = Expression(Precedence.Sum);
        Expect("and");
        var high = Expression(Precedence.Sum);
        return new Expression.Between(operand, low, high, operand.Span.To(high.Span));
    }

    private Expression.InstanceOf InstanceOf(Expression operand)
    {
        at += 2;
        var type = Type();
        return new Expression.InstanceOf(operand, type, operand.Span.To(tokens[at - 1].Span));
    }

    private Expression.In In(Expression operand)
    {
        at++;
        if (!Current.Is("("))
        {
            var test = Test();
            return new Expression.In(operand, [test], operand.Span.To(test.Span));
        }

        var open = Take();
        var tests = Bracketed(() => Separated(Test));
        if (tests.Count == 1 && Current.Is(".."))
        {
            var range = RangeAfter(open, tests[0]);
            return new Expression.In(operand, [range], operand.Span.To(range.Span));
        }

        var close = Expect(")");
        return new Expression.In(operand, [.. tests], operand.Span.To(close.Span));
    }

    private Expression Test() => Comparison() is { } test ? test : Expression(Precedence.Sum);

    /// <summary>A test such as <c>≥ 90%</c>, if one begins here.</summary>
    private Expression.Test? Comparison()
    {
        var token = Current;
        if (token.Kind != TokenKind.Symbol || Precedence.Of(token.Content) is not var (comparison, strength) || strength != Precedence.Comparison)
        {
            return null;
        }

        at++;
        var operand = Expression(Precedence.Sum);
        return new Expression.Test(comparison, operand, token.Span.To(operand.Span));
    }

    private Expression Postfix(Expression left)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                at++;
                left = Path(left);
            }
            else if (Current.Is("[") && !inUpperBound)
            {
                at++;
                var condition = Bracketed(() => Expression());
                left = new Expression.Filter(left, condition, left.Span.To(Expect("]").Span));
            }
            else if (Current.Is("("))
            {
                var (arguments, names) = Arguments();
                left = new Expression.Invoke(left, arguments, names, left.Span.To(tokens[at - 1].Span));
            }
            else
            {
                return left;
            }
        }
    }

    /// <summary>A member; the properties of two words are the only names with a space.</summary>
    private Expression.Path Path(Expression of)
    {
        var member = Expect(TokenKind.Name);
        if (Current.Kind == TokenKind.Name && Properties.Long.Contains($"{member.Content} {Current.Content}"))
        {
            var second = Take();
            return new Expression.Path(of, $"{member.Content} {second.Content}", of.Span.To(second.Span));
        }

        return new Expression.Path(of, member.Content, of.Span.To(member.Span));
    }

    /// <summary>Inside a bracket of its own an upper bound has ended: <c>[1..(a[1])]</c>.</summary>
    private T Bracketed<T>(Func<T> inner)
    {
        var outer = inUpperBound;
        inUpperBound = false;
        var result = inner();
        inUpperBound = outer;
        return result;
    }

    private List<T> Separated<T>(Func<T> item)
    {
        var items = new List<T> { item() };
        while (Current.Is(","))
        {
            at++;
            items.Add(item());
        }

        return items;
    }

    private Token Take() => Current.Kind == TokenKind.End ? Current : tokens[at++];

    private Token Expect(string symbol) => Current.Is(symbol) ? Take() : throw Fail(Messages.ExpectedToken, Current, symbol, Show(Current));

    private Token Expect(TokenKind kind) => Current.Kind == kind ? Take() : throw (kind == TokenKind.End
        ? Fail(Messages.UnexpectedToken, Current, Show(Current))
        : Fail(Messages.ExpectedToken, Current, new Bilingual("一个名称", "a name"), Show(Current)));

    private object Show(Token token) =>
        token.Kind == TokenKind.End ? new Bilingual("（结尾）", "(end)") : source.Of(token.Span);

    private SyntaxError Fail(Message message, Token token, params object[] arguments)
    {
        diagnostics.Report(message, source.At(token.Span), arguments);
        return new SyntaxError();
    }

    /// <summary>Leaves the recursion after the error is reported; never leaves this class.</summary>
    private sealed class SyntaxError : Exception;
}
