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

    public sealed record Name(string Id, Span Span) : Expression(Span);

    public sealed record Path(Expression Of, string Member, Span Span) : Expression(Span);

    public sealed record Negate(Expression Operand, Span Span) : Expression(Span);

    public sealed record Binary(Operator Operator, Expression Left, Expression Right, Span Span) : Expression(Span);

    public sealed record If(Expression Condition, Expression Then, Expression Else, Span Span) : Expression(Span);

    public sealed record Between(Expression Operand, Expression Low, Expression High, Span Span) : Expression(Span);

    public sealed record In(Expression Operand, ImmutableArray<Expression> Tests, Span Span) : Expression(Span);

    /// <summary>A unary test such as <c>≥ 90%</c>: compares whatever is tested with the operand.</summary>
    public sealed record Test(Operator Operator, Expression Operand, Span Span) : Expression(Span);

    public sealed record Range(Expression Low, bool LowClosed, Expression High, bool HighClosed, Span Span) : Expression(Span);

    public sealed record List(ImmutableArray<Expression> Items, Span Span) : Expression(Span);

    public sealed record Filter(Expression Of, Expression Condition, Span Span) : Expression(Span);

    public sealed record Quantified(bool Every, ImmutableArray<Iteration> Iterations, Expression Condition, Span Span) : Expression(Span);

    public sealed record For(ImmutableArray<Iteration> Iterations, Expression Body, Span Span) : Expression(Span);

    public sealed record Call(string Function, ImmutableArray<Expression> Arguments, Span Span) : Expression(Span);

    /// <summary>The direct parts of this node.</summary>
    public IEnumerable<Expression> Parts => this switch
    {
        Path p => [p.Of],
        Negate n => [n.Operand],
        Binary b => [b.Left, b.Right],
        If i => [i.Condition, i.Then, i.Else],
        Between b => [b.Operand, b.Low, b.High],
        In i => [i.Operand, .. i.Tests],
        Test t => [t.Operand],
        Range r => [r.Low, r.High],
        List l => l.Items,
        Filter f => [f.Of, f.Condition],
        Quantified q => [.. q.Iterations.Select(i => i.Over), q.Condition],
        For f => [.. f.Iterations.Select(i => i.Over), f.Body],
        Call c => c.Arguments,
        _ => [],
    };

    /// <summary>This node and all below it.</summary>
    public IEnumerable<Expression> All => Parts.SelectMany(p => p.All).Prepend(this);
}

/// <summary><c>name in over</c> of a loop or quantifier; <see cref="To"/> closes a numeric iteration <c>1..5</c>.</summary>
public sealed record Iteration(string Name, Expression Over, Expression? To = null);
