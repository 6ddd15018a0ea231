namespace Indicators.Feel;

/// <summary><c>in</c> and unary tests.</summary>
internal sealed partial class Evaluator
{
    private Value In(Expression.In i, Frame? frame)
    {
        var value = Evaluate(i.Operand, frame);
        return i.Tests.Aggregate(Value.False, (any, test) => Logic(Operator.Or, any, () => Test(value, test, frame)));
    }

    private Value Test(Value value, Expression test, Frame? frame)
    {
        if (test is Expression.Test t)
        {
            var operand = Evaluate(t.Operand, frame);
            return t.Operator is Operator.Equal or Operator.NotEqual ? Equality(t.Operator, value, operand) : Order(t.Operator, value, operand);
        }

        return Passes(value, Evaluate(test, frame));
    }

    /// <summary>Whether a value lies in a range, is an item of a list or lies in a range that is one, or is equal.</summary>
    private Value Passes(Value value, Value test)
    {
        switch (test)
        {
            case Value.Range range when value is not Value.Range:
                return Inside(value, range);
            case Value.Test same when value is not Value.Test:
                return Equality(same.Equal ? Operator.Equal : Operator.NotEqual, value, same.Operand);
            case Value.List list:
                budget.Spend(list.Extent.Size);
                return value is Value.List && Value.AreEqual(value, list) == true ? Value.True
                    : list.Items.Aggregate(Value.False, (any, item) => Logic(Operator.Or, any, () =>
                        item is Value.Range or Value.Test ? Passes(value, item) : Value.Of(Value.AreEqual(value, item) == true)));
            default:
                return Equality(Operator.Equal, value, test);
        }
    }

    private static Value Inside(Value value, Value.Range range)
    {
        var above = range.Low is null ? Value.True : Order(range.LowClosed ? Operator.GreaterOrEqual : Operator.Greater, value, range.Low);
        return Logic(Operator.And, above, () =>
            range.High is null ? Value.True : Order(range.HighClosed ? Operator.LessOrEqual : Operator.Less, value, range.High));
    }

    /// <summary>A test in brackets of its own is a range: <c>(&lt; 10)</c> has no start.</summary>
    private static Value AsValue(Operator comparison, Value operand) => comparison switch
    {
        Operator.Less or Operator.LessOrEqual => new Value.Range(null, false, operand, comparison == Operator.LessOrEqual),
        Operator.Greater or Operator.GreaterOrEqual => new Value.Range(operand, comparison == Operator.GreaterOrEqual, null, false),
        _ => new Value.Test(comparison == Operator.Equal, operand),
    };
}
