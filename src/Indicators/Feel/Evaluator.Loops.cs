using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>Filters, quantifiers and <c>for</c>.</summary>
internal sealed partial class Evaluator
{
    private Value Filter(Expression.Filter f, Frame? frame)
    {
        var of = Evaluate(f.Of, frame);
        if (of is Value.Missing)
        {
            return of;
        }

        var items = of is Value.List list ? list.Items : [of];
        if (items.IsEmpty)
        {
            // A position in an empty list is null, what passes a condition in it is the empty list.
            return Evaluate(f.Condition, new Frame.Item(Value.Null, frame)) is Value.Number ? Value.Null : of;
        }

        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in items)
        {
            budget.Visit();
            var condition = Evaluate(f.Condition, new Frame.Item(item, frame));
            if (condition is Value.Number position)
            {
                return At(items, position.Amount);
            }

            if (Truth(condition) == true)
            {
                kept.Add(item);
            }
        }

        return new Value.List(kept.ToImmutable()) { Traits = (of as Value.List)?.Traits };
    }

    private static Value At(ImmutableArray<Value> items, Fraction position)
    {
        var index = position.Sign < 0 ? position + items.Length : position - 1;
        return index.IsInteger && index >= 0 && index < items.Length ? items[(int)index.Numerator] : Value.Null;
    }

    private Value Quantified(Expression.Quantified q, Frame? frame)
    {
        var result = Value.Of(q.Every);
        var (unknown, _) = Each(q.Iterations.AsSpan(), frame, inner =>
        {
            result = Logic(q.Every ? Operator.And : Operator.Or, result, () => Evaluate(q.Condition, inner));
            return Truth(result) == !q.Every;
        });
        return unknown ?? result;
    }

    private Value For(Expression.For f, Frame? frame)
    {
        var results = new List<Value>();
        var (unknown, _) = Each(f.Iterations.AsSpan(), new Frame.Partial(results, frame), inner =>
        {
            results.Add(Evaluate(f.Body, inner));
            return false;
        });
        return unknown ?? Value.Of(results);
    }

    /// <summary>Does the body for every combination until it has had enough; what cannot be walked is handed back.</summary>
    private (Value.Missing? Unknown, bool Enough) Each(ReadOnlySpan<Iteration> iterations, Frame? frame, Func<Frame?, bool> body)
    {
        if (iterations.IsEmpty)
        {
            return (null, body(frame));
        }

        var (items, unknown) = Domain(iterations[0], frame);
        foreach (var item in items)
        {
            budget.Visit();
            var inner = Each(iterations[1..], new Frame(iterations[0].Name, item, frame), body);
            if (inner is { Unknown: not null } or { Enough: true })
            {
                return inner;
            }
        }

        return (unknown, false);
    }

    private (IEnumerable<Value> Items, Value.Missing? Unknown) Domain(Iteration iteration, Frame? frame)
    {
        var over = Evaluate(iteration.Over, frame);
        var range = iteration.To is { } to ? new Value.Range(over, true, Evaluate(to, frame), true) : over as Value.Range;
        return range switch
        {
            { Low: Value.Missing } or { High: Value.Missing } => ([], Absent(new[] { range.Low, range.High }.OfType<Value>())),
            not null => Steps(range) is { } steps ? (steps, null) : ([], NoSteps),
            _ => over switch
            {
                Value.List list => (list.Items, null),
                Value.Missing missing => ([], missing),
                _ => ([over], null),
            },
        };
    }

    private static Value.Missing NoSteps => Value.Undefined(new("这样的区间不能逐项遍历", "a range of this kind has no steps"));

    /// <summary>The numbers or days of a range from its start to its end, whichever is greater; null where it has no steps.</summary>
    private static IEnumerable<Value>? Steps(Value.Range range) => range switch
    {
        { Low: Value.Number low, High: Value.Number high } => Numbers(low.Amount, high.Amount, range).Select(Value.Of),
        { Low: Value.Date low, High: Value.Date high } => Numbers(Count(low), Count(high), range)
            .Select(n => (Value)new Value.Date(CalendarDate.FromNumber((long)n.Numerator)!.Value)),
        _ => null,
    };

    private static Fraction Count(Value.Date date) => new(date.Day.Number);

    private static IEnumerable<Fraction> Numbers(Fraction low, Fraction high, Value.Range range)
    {
        var step = low <= high ? Fraction.One : -Fraction.One;
        for (var i = range.LowClosed ? low : low + step; step.Sign > 0 ? i <= high : i >= high; i += step)
        {
            if (i != high || range.HighClosed)
            {
                yield return i;
            }
        }
    }
}
