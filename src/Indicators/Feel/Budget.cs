namespace Indicators.Feel;

/// <summary>What one evaluation may still use up; every loop and every step draws on it.</summary>
internal sealed class Budget
{
    private long steps;
    private int items;
    private int calls;

    /// <summary>Whether so many could draw on one budget as this one did, with what else an expression can hold.</summary>
    public bool IsEnoughFor(int parts) => (long)items * parts <= Limits.ListItems && (steps + Limits.ExpressionLength) * parts <= Limits.Steps;

    /// <summary>An item of a loop or filter.</summary>
    public void Visit()
    {
        if (++items > Limits.ListItems)
        {
            throw new ExpressionLimitException();
        }
    }

    /// <summary>Work about as long as that of so many small operations.</summary>
    public void Spend(long cost)
    {
        steps += cost;
        if (steps > Limits.Steps)
        {
            throw new ExpressionLimitException();
        }
    }

    /// <summary>A value that was made: no expression may make one that takes long to write or walk.</summary>
    public Value Made(Value value)
    {
        if (value is Value.List or Value.Context && (value.Extent is { Depth: > Limits.ValueDepth } or { Size: > Limits.ValueSize }))
        {
            throw new ExpressionLimitException();
        }

        return value;
    }

    /// <summary>A function may be given to itself: that is the one way to recursion.</summary>
    public T Call<T>(Func<T> body)
    {
        if (++calls > Limits.CallDepth)
        {
            throw new ExpressionLimitException();
        }

        var result = body();
        calls--;
        return result;
    }
}

/// <summary>An expression uses more than <see cref="Limits"/> allows; the project at hand cannot be scored with it.</summary>
public sealed class ExpressionLimitException : Exception;
