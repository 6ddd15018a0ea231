using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>A set of numbers between two bounds; a null bound is infinite.</summary>
public sealed record Interval(Fraction? Low, bool LowClosed, Fraction? High, bool HighClosed)
{
    public static readonly Interval Everything = new(null, false, null, false);

    public bool Contains(Fraction x) =>
        (Low is not { } low || (LowClosed ? x >= low : x > low))
        && (High is not { } high || (HighClosed ? x <= high : x < high));

    /// <summary>No number lies within.</summary>
    public bool IsEmpty => Low is { } low && High is { } high && (low > high || (low == high && !(LowClosed && HighClosed)));

    /// <summary>The numbers that lie in both.</summary>
    public Interval And(Interval other)
    {
        var (low, lowClosed) = other.Low is null || Low > other.Low || (Low == other.Low && !LowClosed) ? (Low, LowClosed) : (other.Low, other.LowClosed);
        var (high, highClosed) = other.High is null || High < other.High || (High == other.High && !HighClosed) ? (High, HighClosed) : (other.High, other.HighClosed);
        return new(low, lowClosed, high, highClosed);
    }

    /// <summary>The numbers that pass constant unary tests; null if a test is not a constant.</summary>
    public static ImmutableArray<Interval>? Of(ImmutableArray<Expression> tests)
    {
        var all = ImmutableArray.CreateBuilder<Interval>();
        foreach (var test in tests)
        {
            if (Of(test) is not { } intervals)
            {
                return null;
            }

            all.AddRange(intervals);
        }

        return all.ToImmutable();
    }

    private static ImmutableArray<Interval>? Of(Expression test) => test switch
    {
        Expression.Test t when Constant(t.Operand) is { } x => t.Operator switch
        {
            Operator.Less => [new(null, false, x, false)],
            Operator.LessOrEqual => [new(null, false, x, true)],
            Operator.Greater => [new(x, false, null, false)],
            Operator.GreaterOrEqual => [new(x, true, null, false)],
            Operator.Equal => [new(x, true, x, true)],
            Operator.NotEqual => [new(null, false, x, false), new(x, false, null, false)],
            _ => null,
        },
        Expression.Range r when Constant(r.Low) is { } low && Constant(r.High) is { } high => [new(low, r.LowClosed, high, r.HighClosed)],
        _ => Constant(test) is { } x ? [new(x, true, x, true)] : null,
    };

    /// <summary>The value of an expression of literals only.</summary>
    public static Fraction? Constant(Expression expression) =>
        expression.All.Any(e => e is Expression.Name or Expression.Call or Expression.For or Expression.Quantified) ? null
        : expression is Expression.Test ? null
        : Evaluator.Evaluate(expression, new Scope()) is Value.Number n ? n.Amount : null;
}
