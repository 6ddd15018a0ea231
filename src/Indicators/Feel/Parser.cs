using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>A Pratt parser for FEEL. It stops at the first syntax error of an expression and reports it.</summary>
internal sealed class Parser
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
        if (++depth > Limits.Depth)
        {
            throw Fail(Messages.ExpressionTooDeep, Current, Limits.Depth);
        }

        var left = Postfix(Prefix());
        while (Infix(left, minimum) is { } longer)
        {
            left = longer;
        }

        depth--;
        return left;
    }

    private Expression? Infix(Expression left, int minimum)
    {
        var token = Current;
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

    private Expression.In In(Expression operand)
    {
        at++;
        if (!Current.Is("("))
        {
            var test = Test();
            return new Expression.In(operand, [test], operand.Span.To(test.Span));
        }

        var open = Take();
        var tests = Separated(Test);
        if (tests.Count == 1 && Current.Is(".."))
        {
            var range = RangeAfter(open, tests[0]);
            return new Expression.In(operand, [range], operand.Span.To(range.Span));
        }

        var close = Expect(")");
        return new Expression.In(operand, [.. tests], operand.Span.To(close.Span));
    }

    private Expression Test()
    {
        var token = Current;
        if (token.Kind == TokenKind.Symbol && Precedence.Of(token.Content) is var (comparison, strength) && strength == Precedence.Comparison)
        {
            at++;
            var operand = Expression(Precedence.Sum);
            return new Expression.Test(comparison, operand, token.Span.To(operand.Span));
        }

        return Expression(Precedence.Sum);
    }

    private Expression Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Percent:
                return new Expression.Number(token.Number, token.Kind == TokenKind.Percent, token.Span);
            case TokenKind.Text:
                return new Expression.Text(token.Content, token.Span);
            case TokenKind.Name:
                return Current.Is("(") ? Call(token) : new Expression.Name(token.Content, token.Span);
            case TokenKind.Symbol when token.Content == "-":
                var operand = Postfix(Prefix());
                return new Expression.Negate(operand, token.Span.To(operand.Span));
            case TokenKind.Symbol when token.Content == "(":
                return Parenthesis(token);
            case TokenKind.Symbol when token.Content == "[":
                return ListOrRange(token);
            case TokenKind.Symbol when token.Content == "]":
                return RangeAfter(token, Expression(Precedence.Sum));
            case TokenKind.Keyword:
                return Keyword(token);
            default:
                at--;
                throw Fail(Messages.UnexpectedToken, token, Show(token));
        }
    }

    private Expression Keyword(Token token)
    {
        switch (token.Content)
        {
            case "true" or "false":
                return new Expression.Truth(token.Content == "true", token.Span);
            case "null":
                return new Expression.Null(token.Span);
            case "if":
                var condition = Expression();
                Expect("then");
                var then = Expression();
                Expect("else");
                var otherwise = Expression();
                return new Expression.If(condition, then, otherwise, token.Span.To(otherwise.Span));
            case "some" or "every":
                var iterations = Separated(Iteration);
                Expect("satisfies");
                var satisfied = Expression();
                return new Expression.Quantified(token.Content == "every", [.. iterations], satisfied, token.Span.To(satisfied.Span));
            case "for":
                var loops = Separated(Iteration);
                Expect("return");
                var body = Expression();
                return new Expression.For([.. loops], body, token.Span.To(body.Span));
            default:
                at--;
                throw Fail(Messages.UnexpectedToken, token, Show(token));
        }
    }

    private Iteration Iteration()
    {
        var name = Expect(TokenKind.Name).Content;
        Expect("in");
        var over = Expression();
        if (!Current.Is(".."))
        {
            return new Iteration(name, over);
        }

        at++;
        return new Iteration(name, over, Expression());
    }

    private Expression Parenthesis(Token open)
    {
        var inner = Expression();
        if (Current.Is(".."))
        {
            return RangeAfter(open, inner);
        }

        Expect(")");
        return inner;
    }

    private Expression ListOrRange(Token open)
    {
        if (Current.Is("]"))
        {
            return new Expression.List([], open.Span.To(Take().Span));
        }

        var items = Separated(() => Expression());
        if (items.Count == 1 && Current.Is(".."))
        {
            return RangeAfter(open, items[0]);
        }

        return new Expression.List([.. items], open.Span.To(Expect("]").Span));
    }

    private Expression.Range RangeAfter(Token open, Expression low)
    {
        Expect("..");
        // In ]1..3[ the last bracket closes the range; it does not begin a filter.
        inUpperBound = true;
        var high = Expression(Precedence.Sum);
        inUpperBound = false;
        var close = Take();
        if (!close.Is("]") && !close.Is(")") && !close.Is("["))
        {
            throw Fail(Messages.ExpectedToken, close, "] )", Show(close));
        }

        return new Expression.Range(low, open.Is("["), high, close.Is("]"), open.Span.To(close.Span));
    }

    private Expression Postfix(Expression left)
    {
        while (true)
        {
            if (Current.Is("."))
            {
                at++;
                var member = Expect(TokenKind.Name);
                left = new Expression.Path(left, member.Content, left.Span.To(member.Span));
            }
            else if (Current.Is("[") && !inUpperBound)
            {
                at++;
                var condition = Expression();
                left = new Expression.Filter(left, condition, left.Span.To(Expect("]").Span));
            }
            else
            {
                return left;
            }
        }
    }

    private Expression.Call Call(Token name)
    {
        Expect("(");
        var arguments = Current.Is(")") ? [] : Separated(() => Expression());
        return new Expression.Call(name.Content, [.. arguments], name.Span.To(Expect(")").Span));
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
