using System.Collections.Immutable;

namespace Indicators.Feel;

public enum Operator
{
    Or, And, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Add, Subtract, Multiply, Divide, Power,
}

/// <summary>The syntax tree of a FEEL expression; every node knows its stretch of the text.</summary>
public abstract record Expression(Span Span)
{
    /// <param name="Percent">Whether it was written with a percent sign; the value is already divided by 100.</param>
    public sealed record Number(Fraction Value, bool Percent, Span Span) : Expression(Span);

    public sealed record Text(string Value, Span Span) : Expression(Span);

    public sealed record Truth(bool Value, Span Span) : Expression(Span);

    public sealed record Null(Span Span) : Expression(Span);

    /// <summary>A date, time or duration such as <c>@"2017-04-25"</c>; <see cref="Value"/> is null where the text is none.</summary>
    public sealed record At(string Written, Value? Value, Span Span) : Expression(Span);

    public sealed record Name(string Id, Span Span) : Expression(Span);

    public sealed record Path(Expression Of, string Member, Span Span) : Expression(Span);

    public sealed record Negate(Expression Operand, Span Span) : Expression(Span);

    public sealed record Binary(Operator Operator, Expression Left, Expression Right, Span Span) : Expression(Span);

    public sealed record If(Expression Condition, Expression Then, Expression Else, Span Span) : Expression(Span);

    public sealed record Between(Expression Operand, Expression Low, Expression High, Span Span) : Expression(Span);

    public sealed record In(Expression Operand, ImmutableArray<Expression> Tests, Span Span) : Expression(Span);

    /// <summary><c>operand instance of type</c>; the type is null where its name is not known.</summary>
    public sealed record InstanceOf(Expression Operand, TypeName Type, Span Span) : Expression(Span);

    /// <summary>A unary test such as <c>≥ 90%</c>: compares whatever is tested with the operand. In brackets it is a range.</summary>
    public sealed record Test(Operator Operator, Expression Operand, Span Span) : Expression(Span);

    public sealed record Range(Expression Low, bool LowClosed, Expression High, bool HighClosed, Span Span) : Expression(Span);

    public sealed record List(ImmutableArray<Expression> Items, Span Span) : Expression(Span);

    public sealed record Context(ImmutableArray<Entry> Entries, Span Span) : Expression(Span);

    public sealed record Filter(Expression Of, Expression Condition, Span Span) : Expression(Span);

    public sealed record Quantified(bool Every, ImmutableArray<Iteration> Iterations, Expression Condition, Span Span) : Expression(Span);

    public sealed record For(ImmutableArray<Iteration> Iterations, Expression Body, Span Span) : Expression(Span);

    /// <summary>A call by name; <see cref="Names"/> are those of the arguments where they are named, else empty.</summary>
    public sealed record Call(string Function, ImmutableArray<Expression> Arguments, ImmutableArray<string> Names, Span Span) : Expression(Span);

    /// <summary>A call of whatever an expression gives, such as <c>(function(a) a + 1)(2)</c>.</summary>
    public sealed record Invoke(Expression Function, ImmutableArray<Expression> Arguments, ImmutableArray<string> Names, Span Span) : Expression(Span);

    public sealed record Lambda(ImmutableArray<Parameter> Parameters, Expression Body, Span Span) : Expression(Span);

    /// <summary>The direct parts of this node.</summary>
    public IEnumerable<Expression> Parts => this switch
    {
        Path p => [p.Of],
        Negate n => [n.Operand],
        Binary b => [b.Left, b.Right],
        If i => [i.Condition, i.Then, i.Else],
        Between b => [b.Operand, b.Low, b.High],
        In i => [i.Operand, .. i.Tests],
        InstanceOf i => [i.Operand],
        Test t => [t.Operand],
        Range r => [r.Low, r.High],
        List l => l.Items,
        Context c => c.Entries.Select(e => e.Value),
        Filter f => [f.Of, f.Condition],
        Quantified q => [.. Over(q.Iterations), q.Condition],
        For f => [.. Over(f.Iterations), f.Body],
        Call c => c.Arguments,
        Invoke i => [i.Function, .. i.Arguments],
        Lambda l => [l.Body],
        _ => [],
    };

    /// <summary>This node and all below it, outermost first. A long sum is a deep tree, so this walks without recursion.</summary>
    public IEnumerable<Expression> All
    {
        get
        {
            var open = new Stack<Expression>([this]);
            while (open.TryPop(out var next))
            {
                yield return next;
                foreach (var part in next.Parts.Reverse())
                {
                    open.Push(part);
                }
            }
        }
    }

    private static IEnumerable<Expression> Over(ImmutableArray<Iteration> iterations) =>
        iterations.SelectMany(i => i.To is { } to ? new[] { i.Over, to } : [i.Over]);
}

/// <summary><c>name in over</c> of a loop or quantifier; <see cref="To"/> closes a numeric iteration <c>1..5</c>.</summary>
public sealed record Iteration(string Name, Expression Over, Expression? To = null);

/// <summary>A member of a context, <c>key: value</c>.</summary>
public sealed record Entry(string Key, Expression Value);

/// <summary>A parameter of a function that is written in an expression; without a type it takes anything.</summary>
public sealed record Parameter(string Name, TypeName? Type);

/// <summary>A type as written, such as <c>list&lt;number&gt;</c>, and what it means; null where nobody knows it.</summary>
public sealed record TypeName(string Text, FeelType? Type);
