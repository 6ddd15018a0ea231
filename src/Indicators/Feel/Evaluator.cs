using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>Walks an expression tree over exact fractions. A null keeps the worst missing state of what it came from.</summary>
internal sealed class Evaluator(Scope scope)
{
    private static readonly Bilingual ByZero = new("除数为零", "division by zero");
    private static readonly Bilingual TooLarge = new("指数过大或不是整数", "the exponent is too large or not whole");

    private int visited;

    public static Value Evaluate(Expression expression, Scope scope) => new Evaluator(scope).Evaluate(expression, null);

    /// <summary>Whether a value passes a unary test; null where that cannot be known.</summary>
    public static bool? Passes(Value value, Expression test, Scope scope) =>
        Truth(new Evaluator(scope).Test(value, test, null));

    internal static bool? Truth(Value value) => value is Value.Truth t ? t.Holds : null;

    private Value Evaluate(Expression expression, Frame? frame) => expression switch
    {
        Expression.Number n => Value.Of(n.Value),
        Expression.Text t => new Value.Text(t.Value),
        Expression.Truth t => Value.Of(t.Value),
        Expression.Null => Value.Null,
        Expression.Name n => Frame.Find(frame, n.Id) ?? scope.Lookup(n.Id),
        Expression.Path p => Path(Evaluate(p.Of, frame), p.Member),
        Expression.Negate n => Negate(Evaluate(n.Operand, frame)),
        Expression.Binary b => Binary(b, frame),
        Expression.If i => Evaluate(Truth(Evaluate(i.Condition, frame)) == true ? i.Then : i.Else, frame),
        Expression.Between b => Between(b, frame),
        Expression.In i => AnyOf(i.Tests.Select(t => Test(Evaluate(i.Operand, frame), t, frame))),
        Expression.Range r => new Value.Range(Evaluate(r.Low, frame), r.LowClosed, Evaluate(r.High, frame), r.HighClosed),
        Expression.List l => new Value.List([.. l.Items.Select(item => Evaluate(item, frame))]),
        Expression.Filter f => Filter(f, frame),
        Expression.Quantified q => Quantified(q, frame),
        Expression.For f => For(f, frame),
        Expression.Call c => Call(c, frame),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no value of its own."),
    };

    private static Value Negate(Value operand) => operand is Value.Number x ? Value.Of(-x.Amount) : Absent(operand);

    private static Value Path(Value of, string member) => of switch
    {
        Value.Context context => context.Members.GetValueOrDefault(member, Value.Null),
        Value.List list => new Value.List([.. list.Items.Select(item => Path(item, member))]),
        _ => Absent(of),
    };

    private Value Binary(Expression.Binary b, Frame? frame)
    {
        var left = Evaluate(b.Left, frame);
        if (b.Operator is Operator.And or Operator.Or)
        {
            return Logic(b.Operator, left, () => Evaluate(b.Right, frame));
        }

        var right = Evaluate(b.Right, frame);
        return b.Operator switch
        {
            Operator.Equal => FromTruth(Value.AreEqual(left, right), left, right),
            Operator.NotEqual => FromTruth(!Value.AreEqual(left, right), left, right),
            < Operator.Add => Order(b.Operator, left, right),
            Operator.Add when left is Value.Text x && right is Value.Text y => new Value.Text(x.Content + y.Content),
            _ => left is Value.Number x && right is Value.Number y ? Arithmetic(b.Operator, x.Amount, y.Amount) : Absent(left, right),
        };
    }

    private static Value Logic(Operator operation, Value left, Func<Value> evaluateRight)
    {
        var decides = operation == Operator.Or;
        if (Truth(left) == decides)
        {
            return left;
        }

        var right = evaluateRight();
        return Truth(right) == decides ? right : Truth(left) is null || Truth(right) is null ? Absent(left, right) : right;
    }

    private static Value Order(Operator comparison, Value left, Value right) =>
        Value.Compare(left, right) is not { } order ? Absent(left, right) : Value.Of(comparison switch
        {
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        });

    private static Value Arithmetic(Operator operation, Fraction x, Fraction y) => operation switch
    {
        Operator.Add => Value.Of(x + y),
        Operator.Subtract => Value.Of(x - y),
        Operator.Multiply => Value.Of(x * y),
        Operator.Divide => y.IsZero ? Value.Undefined(ByZero) : Value.Of(x / y),
        _ => Power(x, y),
    };

    private static Value Power(Fraction x, Fraction y)
    {
        // 100 bits a factor is far beyond any figure of a budget.
        if (!y.IsInteger || Fraction.Abs(y) > 100 || x.Numerator.GetBitLength() + x.Denominator.GetBitLength() > 200)
        {
            return Value.Undefined(TooLarge);
        }

        if (y.Sign < 0 && x.IsZero)
        {
            return Value.Undefined(ByZero);
        }

        var power = Enumerable.Repeat(x, (int)Fraction.Abs(y).Numerator).Aggregate(Fraction.One, (a, b) => a * b);
        return Value.Of(y.Sign < 0 ? Fraction.One / power : power);
    }

    private Value Between(Expression.Between b, Frame? frame)
    {
        var operand = Evaluate(b.Operand, frame);
        var above = Order(Operator.GreaterOrEqual, operand, Evaluate(b.Low, frame));
        return Logic(Operator.And, above, () => Order(Operator.LessOrEqual, operand, Evaluate(b.High, frame)));
    }

    private Value Test(Value value, Expression test, Frame? frame)
    {
        if (test is Expression.Test t)
        {
            var operand = Evaluate(t.Operand, frame);
            return t.Operator switch
            {
                Operator.Equal => FromTruth(Value.AreEqual(value, operand), value, operand),
                Operator.NotEqual => FromTruth(!Value.AreEqual(value, operand), value, operand),
                _ => Order(t.Operator, value, operand),
            };
        }

        return Evaluate(test, frame) switch
        {
            Value.Range range when value is not Value.Range => Inside(value, range),
            Value.List list when value is not Value.List => AnyOf(list.Items.Select(item =>
                item is Value.Range range ? Inside(value, range) : FromTruth(Value.AreEqual(value, item), value, item))),
            var other => FromTruth(Value.AreEqual(value, other), value, other),
        };
    }

    private static Value Inside(Value value, Value.Range range)
    {
        var above = Order(range.LowClosed ? Operator.GreaterOrEqual : Operator.Greater, value, range.Low);
        return Logic(Operator.And, above, () => Order(range.HighClosed ? Operator.LessOrEqual : Operator.Less, value, range.High));
    }

    private static Value AnyOf(IEnumerable<Value> truths) =>
        truths.Aggregate(Value.False, (any, next) => Logic(Operator.Or, any, () => next));

    private Value Filter(Expression.Filter f, Frame? frame)
    {
        var of = Evaluate(f.Of, frame);
        var items = of is Value.List list ? list.Items : of is Value.Missing ? [] : [of];
        if (of is Value.Missing missing)
        {
            return missing;
        }

        var kept = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in items)
        {
            Visit();
            var condition = Evaluate(f.Condition, new Frame("item", item, frame));
            if (condition is Value.Number position)
            {
                return At(items, position.Amount);
            }

            if (Truth(condition) == true)
            {
                kept.Add(item);
            }
        }

        return new Value.List(kept.ToImmutable());
    }

    private static Value At(ImmutableArray<Value> items, Fraction position)
    {
        var index = position.Sign < 0 ? position + items.Length : position - 1;
        return index.IsInteger && index >= 0 && index < items.Length ? items[(int)index.Numerator] : Value.Null;
    }

    private Value Quantified(Expression.Quantified q, Frame? frame)
    {
        var decides = q.Every ? Operator.And : Operator.Or;
        return Frames(q.Iterations, 0, frame)
            .Select(f => Evaluate(q.Condition, f))
            .Aggregate(Value.Of(q.Every), (all, next) => Logic(decides, all, () => next));
    }

    private Value.List For(Expression.For f, Frame? frame) =>
        new([.. Frames(f.Iterations, 0, frame).Select(inner => Evaluate(f.Body, inner))]);

    private IEnumerable<Frame> Frames(ImmutableArray<Iteration> iterations, int index, Frame? frame)
    {
        foreach (var item in Over(iterations[index], frame))
        {
            Visit();
            var inner = new Frame(iterations[index].Name, item, frame);
            if (index == iterations.Length - 1)
            {
                yield return inner;
                continue;
            }

            foreach (var deeper in Frames(iterations, index + 1, inner))
            {
                yield return deeper;
            }
        }
    }

    private IEnumerable<Value> Over(Iteration iteration, Frame? frame)
    {
        var over = Evaluate(iteration.Over, frame);
        var (low, high) = iteration.To is { } to ? (over, Evaluate(to, frame)) : over is Value.Range r ? (r.Low, r.High) : (null, null);
        if (low is Value.Number from && high is Value.Number until)
        {
            var step = from.Amount <= until.Amount ? Fraction.One : -Fraction.One;
            for (var i = from.Amount; step.Sign > 0 ? i <= until.Amount : i >= until.Amount; i += step)
            {
                yield return Value.Of(i);
            }
        }
        else if (low is null)
        {
            foreach (var item in over is Value.List list ? list.Items : over is Value.Missing ? [] : [over])
            {
                yield return item;
            }
        }
    }

    private void Visit()
    {
        if (++visited > Limits.ListItems)
        {
            throw new ExpressionLimitException();
        }
    }

    private Value Call(Expression.Call call, Frame? frame)
    {
        var function = Function.Find(call.Function)!;
        var arguments = call.Arguments.Select(a => Evaluate(a, frame)).ToImmutableArray();
        if (function.Aggregates)
        {
            arguments = arguments is [Value.List list] ? list.Items : arguments;
            arguments = arguments.RemoveAll(a => a is Value.Missing { State: MissingState.NotApplicable });
        }

        return !function.SeesMissing && arguments.Any(a => a is Value.Missing)
            ? Absent([.. arguments])
            : function.Apply(scope, arguments);
    }

    private static Value FromTruth(bool? truth, params Value[] operands) =>
        truth is { } holds ? Value.Of(holds) : Absent(operands);

    private static Value.Missing Absent(params Value[] operands)
    {
        var missing = operands.OfType<Value.Missing>().ToList();
        return missing.Count == 0 ? Value.Null : Value.Worst(missing);
    }
}

/// <summary>A name bound by a loop or a filter; inside a filter the members of <c>item</c> are names too.</summary>
internal sealed record Frame(string Name, Value Bound, Frame? Outer)
{
    public static Value? Find(Frame? frame, string name)
    {
        for (; frame is not null; frame = frame.Outer)
        {
            if (frame.Name == name)
            {
                return frame.Bound;
            }

            if (frame.Name == "item" && frame.Bound is Value.Context row && row.Members.TryGetValue(name, out var member))
            {
                return member;
            }
        }

        return null;
    }
}

/// <summary>An expression visits more items than <see cref="Limits.ListItems"/>; the project at hand cannot be scored with it.</summary>
public sealed class ExpressionLimitException : Exception;
