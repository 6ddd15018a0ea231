using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Indicators.Feel;

/// <summary>Walks an expression tree over exact fractions. A null keeps the worst missing state of what it came from.</summary>
/// <param name="seen">Told of every part once it is evaluated, with how deep it lies.</param>
internal sealed partial class Evaluator(Scope scope, Action<Expression, Value, int>? seen = null)
{
    private readonly Budget budget = new();
    private int depth = -1;

    public static Value Evaluate(Expression expression, Scope scope, Action<Expression, Value, int>? seen = null) =>
        new Evaluator(scope, seen).Evaluate(expression, null);

    /// <summary>The value of one of the parts of an expression; null where it takes more than its share of the budget, because the whole may then take too long.</summary>
    public static Value? EvaluatePart(Expression expression, Scope scope, int parts)
    {
        var evaluator = new Evaluator(scope);
        var value = evaluator.Evaluate(expression, null);
        return evaluator.budget.IsEnoughFor(parts) ? value : null;
    }

    /// <summary>Whether a value passes a unary test; null where that cannot be known.</summary>
    public static bool? Passes(Value value, Expression test, Scope scope) =>
        Truth(new Evaluator(scope).Test(value, test, null));

    internal static bool? Truth(Value value) => value is Value.Truth t ? t.Holds : null;

    private Value Evaluate(Expression expression, Frame? frame)
    {
        budget.Spend(1);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ExpressionLimitException();
        }

        depth++;
        var value = budget.Made(Of(expression, frame));
        seen?.Invoke(expression, value, depth);
        depth--;
        return value;
    }

    private Value Of(Expression expression, Frame? frame) => expression switch
    {
        Expression.Number n => Value.Of(n.Value),
        Expression.Text t => Value.Of(t.Value),
        Expression.Truth t => Value.Of(t.Value),
        Expression.Null => Value.WrittenNull,
        Expression.At a => a.Value ?? Value.Undefined(new("@ 后面不是日期、时间或时长", "what follows @ is no date, time or duration")),
        Expression.Name n => Name(n.Id, frame),
        Expression.Path p => Path(Evaluate(p.Of, frame), p.Member),
        Expression.Negate n => Evaluate(n.Operand, frame) is var operand && operand is Value.Missing ? operand : Arithmetic.Negate(operand),
        Expression.Binary b => Binary(b, frame),
        Expression.If i => Evaluate(Truth(Evaluate(i.Condition, frame)) == true ? i.Then : i.Else, frame),
        Expression.Between b => Between(b, frame),
        Expression.In i => In(i, frame),
        Expression.InstanceOf i => Value.Of(Evaluate(i.Operand, frame) is var value && i.Type.Type?.Includes(value) == true),
        Expression.Test t => AsValue(t.Operator, Evaluate(t.Operand, frame)),
        Expression.Range r => new Value.Range(Evaluate(r.Low, frame), r.LowClosed, Evaluate(r.High, frame), r.HighClosed),
        Expression.List l => new Value.List([.. l.Items.Select(item => Evaluate(item, frame))]),
        Expression.Context c => Context(c, frame),
        Expression.Filter f => Filter(f, frame),
        Expression.Quantified q => Quantified(q, frame),
        Expression.For f => For(f, frame),
        Expression.Call c => Call(c, frame),
        Expression.Invoke i => Invoke(Evaluate(i.Function, frame), i.Arguments, i.Names, frame),
        Expression.Lambda l => new Value.Function(l, frame),
        _ => throw new InvalidOperationException($"{expression.GetType().Name} has no value of its own."),
    };

    private Value Name(string name, Frame? frame) => Frame.Find(frame, name, budget)
        ?? (!scope.Knows(name) && Function.Find(name) is { } function ? new Value.Function(function) : scope.Lookup(name));

    private Value Path(Value of, string member)
    {
        budget.Spend(of is Value.List all ? all.Items.Length : 0);
        return of switch
        {
            Value.Context context => context.Members.GetValueOrDefault(member, Value.Null),
            Value.List { Traits.Key: [var key, ..] } table when !table.Items.Any(row => row is Value.Context c && c.Members.ContainsKey(member)) => Row(table, key, member),
            Value.List list => Value.Of(list.Items.Select(item => Path(item, member))),
            Value.Missing missing => missing,
            _ => Properties.Of(of, member) ?? Value.Undefined(new($"没有“{member}”", $"there is no “{member}” in it")),
        };
    }

    /// <summary>表.键值: the row with this key; with further key columns, the rows that have it.</summary>
    private static Value Row(Value.List table, string key, string wanted)
    {
        var rows = table.Items.Where(row => row is Value.Context c && c.Members.GetValueOrDefault(key) switch
        {
            Value.Text text => text.Content == wanted,
            Value.Missing or null => false,
            var other => other.ToString() == wanted,
        }).ToImmutableArray();
        return rows.IsEmpty ? Value.Undefined(new($"没有“{key}”是“{wanted}”的行", $"there is no row whose “{key}” is “{wanted}”"))
            : table.Traits!.Key.Length == 1 ? rows[0]
            : new Value.List(rows) { Traits = table.Traits.Named() };
    }

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
            Operator.Equal or Operator.NotEqual => Equality(b.Operator, left, right),
            < Operator.Add => Order(b.Operator, left, right),
            _ => left is Value.Missing || right is Value.Missing ? Absent(left, right) : Arithmetic.Apply(b.Operator, left, right, budget),
        };
    }

    internal static Value Logic(Operator operation, Value left, Func<Value> evaluateRight)
    {
        var decides = operation == Operator.Or;
        if (Truth(left) == decides)
        {
            return left;
        }

        var right = evaluateRight();
        return Truth(right) == decides ? right : Truth(left) is null || Truth(right) is null ? Absent(left, right) : right;
    }

    private Value Equality(Operator comparison, Value left, Value right)
    {
        budget.Spend(Math.Min(left.Extent.Size, right.Extent.Size));
        return Value.AreEqual(left, right) is { } equal ? Value.Of(equal == (comparison == Operator.Equal)) : Arithmetic.WrongOperands;
    }

    private static Value Order(Operator comparison, Value left, Value right) => Value.Compare(left, right) is { } order
        ? Value.Of(comparison switch
        {
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        })
        : left is Value.Missing || right is Value.Missing ? Absent(left, right) : Arithmetic.NoOrder;

    private Value Between(Expression.Between b, Frame? frame)
    {
        var operand = Evaluate(b.Operand, frame);
        var above = Order(Operator.GreaterOrEqual, operand, Evaluate(b.Low, frame));
        return Logic(Operator.And, above, () => Order(Operator.LessOrEqual, operand, Evaluate(b.High, frame)));
    }

    private Value Context(Expression.Context c, Frame? frame)
    {
        var members = new OrderedDictionary<string, Value>();
        foreach (var entry in c.Entries)
        {
            var value = Evaluate(entry.Value, frame);
            if (!members.TryAdd(entry.Key, value))
            {
                return Value.Undefined(new($"“{entry.Key}”出现了两次", $"“{entry.Key}” stands there twice"));
            }

            // A member sees those before it.
            frame = new Frame(entry.Key, value, frame);
        }

        return Value.Keyed(members);
    }

    private static Value.Missing Absent(params IEnumerable<Value> operands)
    {
        var missing = operands.OfType<Value.Missing>().ToList();
        return missing.Count == 0 ? Value.Null : Value.Worst(missing);
    }
}
