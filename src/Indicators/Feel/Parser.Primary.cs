using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>What an expression can begin with: literals, names, calls, brackets, and the constructs that begin with a keyword.</summary>
internal sealed partial class Parser
{
    private Expression Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.Percent:
                return new Expression.Number(token.Number, token.Kind == TokenKind.Percent, token.Span);
            case TokenKind.Text:
                return new Expression.Text(token.Content, token.Span);
            case TokenKind.Name when token.Content == "function" && Current.Is("("):
                return Lambda(token);
            case TokenKind.Name when Current.Is("("):
                var (arguments, names) = Arguments();
                return new Expression.Call(token.Content, arguments, names, token.Span.To(tokens[at - 1].Span));
            case TokenKind.Name:
                return new Expression.Name(token.Content, token.Span);
            case TokenKind.Symbol when token.Content == "-":
                Deeper();
                var operand = Postfix(Prefix());
                depth--;
                return new Expression.Negate(operand, token.Span.To(operand.Span));
            case TokenKind.Symbol when token.Content == "(":
                return Parenthesis(token);
            case TokenKind.Symbol when token.Content == "[":
                return ListOrRange(token);
            case TokenKind.Symbol when token.Content == "]":
                return RangeAfter(token, Expression(Precedence.Sum));
            case TokenKind.Symbol when token.Content == "{":
                return Context(token);
            case TokenKind.Symbol when token.Content == "@":
                var text = Expect(TokenKind.Text);
                return new Expression.At(text.Content, TemporalText.Any(text.Content), token.Span.To(text.Span));
            case TokenKind.Keyword:
                return Keyword(token);
            default:
                throw Unexpected(token);
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
                throw Unexpected(token);
        }
    }

    private SyntaxError Unexpected(Token token) => Fail(Messages.UnexpectedToken, token, Show(token));

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
        if (Bracketed(Comparison) is { } test)
        {
            Expect(")");
            return test;
        }

        var inner = Bracketed(() => Expression());
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

        var items = Bracketed(() => Separated(() => Expression()));
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
        var outer = inUpperBound;
        inUpperBound = true;
        var high = Expression(Precedence.Sum);
        inUpperBound = outer;
        var close = Take();
        if (!close.Is("]") && !close.Is(")") && !close.Is("["))
        {
            throw Fail(Messages.ExpectedToken, close, "] )", Show(close));
        }

        return new Expression.Range(low, open.Is("["), high, close.Is("]"), open.Span.To(close.Span));
    }

    private Expression.Context Context(Token open)
    {
        var entries = Current.Is("}") ? [] : Bracketed(() => Separated(Entry));
        return new Expression.Context([.. entries], open.Span.To(Expect("}").Span));
    }

    private Entry Entry()
    {
        var key = Current.Kind == TokenKind.Text ? Take().Content : NameBeforeColon() ?? throw Fail(
            Messages.ExpectedToken, Current, new Bilingual("一个名称", "a name"), Show(Current));
        Expect(":");
        return new Entry(key, Expression());
    }

    /// <summary>The words before a colon as one name; null where something else stands here.</summary>
    private string? NameBeforeColon()
    {
        var end = at;
        while (tokens[end].Kind is TokenKind.Name or TokenKind.Keyword)
        {
            end++;
        }

        if (end == at || !tokens[end].Is(":"))
        {
            return null;
        }

        var name = string.Join(' ', tokens[at..end].Select(t => t.Content));
        at = end;
        return name;
    }

    private (ImmutableArray<Expression> Arguments, ImmutableArray<string> Names) Arguments()
    {
        Expect("(");
        var names = ImmutableArray.CreateBuilder<string>();
        var arguments = Current.Is(")") ? [] : Bracketed(() => Separated(Argument));
        if (names.Count > 0 && names.Count < arguments.Count)
        {
            throw Unexpected(Current);
        }

        Expect(")");
        return ([.. arguments], names.ToImmutable());

        Expression Argument()
        {
            if (NameBeforeColon() is { } name)
            {
                at++;
                names.Add(name);
            }

            return Expression();
        }
    }

    private Expression.Lambda Lambda(Token function)
    {
        Expect("(");
        var parameters = Current.Is(")") ? [] : Separated(Parameter);
        Expect(")");
        var body = Expression();
        return new Expression.Lambda([.. parameters], body, function.Span.To(body.Span));
    }

    private Parameter Parameter()
    {
        var name = Expect(TokenKind.Name).Content;
        if (!Current.Is(":"))
        {
            return new Parameter(name, null);
        }

        at++;
        return new Parameter(name, Type());
    }
}
