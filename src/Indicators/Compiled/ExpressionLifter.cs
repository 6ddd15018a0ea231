using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>Lifts expressions over fields and computed values: arithmetic, comparisons, logic of three values, and the functions that keep to fractions.</summary>
/// <param name="emitter">Takes the instructions.</param>
/// <param name="names">What a name stands for.</param>
/// <param name="codes">What 得分 and 依据 give of a code.</param>
/// <param name="texts">The number of a text that a rule names.</param>
/// <param name="worked">What the reference works out before the program runs; null where it cannot.</param>
internal sealed class ExpressionLifter(
    Emitter emitter, Func<string, Lifted> names, Func<string, string, Lifted> codes, Func<string, int> texts, Func<Expression, Lifted?> worked)
{
    private readonly NumberLifter numbers = new(emitter);

    public Lifted Lift(Formula formula) => Lift(formula.Root) is var lifted && lifted is Lifted.Number number && formula.Places is { } places
        ? numbers.Round(number, places)
        : lifted;

    /// <summary>Instructions, or a column for the smallest part that has none: a sum over a table, say.</summary>
    public Lifted Lift(Expression expression)
    {
        try
        {
            return Direct(expression);
        }
        catch (NotLiftedException e) when (e.Reason != Reasons.TooLarge && worked(expression) is { } column)
        {
            return column;
        }
    }

    private Lifted Direct(Expression expression) => expression switch
    {
        Expression.Number n => numbers.Constant(n.Value),
        Expression.Truth t => new Lifted.Truth(t.Value ? emitter.Always : emitter.Never, emitter.Zero),
        Expression.Text t => new Lifted.Text(emitter.Constant(texts(t.Value)), emitter.Zero),
        Expression.At { Value: Value.Date date } => new Lifted.Day(emitter.Constant((Int128)date.Day.Number), emitter.Zero),
        Expression.Null => new Lifted.Null(emitter.Constant(Lifted.Undefined)),
        Expression.Name n => names(n.Id),
        Expression.Negate n => numbers.Negate(Number(n.Operand)),
        Expression.Binary { Operator: Operator.And or Operator.Or } b => Logic(b.Operator, Truth(b.Left), Truth(b.Right)),
        Expression.Binary { Operator: Operator.Equal or Operator.NotEqual } b => Equality(b.Operator, Lift(b.Left), Lift(b.Right)),
        Expression.Binary { Operator: < Operator.Add } b => Order(b.Operator, Lift(b.Left), Lift(b.Right)),
        Expression.Binary b => Arithmetic(b, Number(b.Left), Number(b.Right)),
        Expression.If i => Select(Truth(i.Condition).Mask, Lift(i.Then), Lift(i.Else), i),
        Expression.Between b => Inside(Lift(b.Operand), Lift(b.Low), true, Lift(b.High), true),
        Expression.In i => In(Lift(i.Operand), i.Tests),
        Expression.Call c when c.Names.IsEmpty => Call(c),
        _ => throw NotLifted(expression),
    };

    public Lifted.Truth Truth(Expression expression) => Lift(expression) switch
    {
        Lifted.Truth truth => truth,
        Lifted.Null none => new Lifted.Truth(emitter.Never, none.Missing),
        _ => throw NotLifted(expression),
    };

    public Lifted.Number Number(Expression expression) => Lift(expression) switch
    {
        Lifted.Number number => number,
        Lifted.Null none => numbers.Absent(none.Missing),
        _ => throw NotLifted(expression),
    };

    /// <summary>Whether a value passes any of some unary tests.</summary>
    public Lifted.Truth In(Lifted value, IEnumerable<Expression> tests) =>
        tests.Aggregate(new Lifted.Truth(emitter.Never, emitter.Zero), (any, test) => Logic(Operator.Or, any, Test(value, test)));

    public Lifted.Truth Not(Lifted.Truth truth) => truth with { Mask = emitter.And(emitter.Not(truth.Mask), Present(truth)) };

    /// <summary>Where a value is not missing.</summary>
    public int Present(Lifted value) => emitter.Equal(value.Missing, emitter.Zero);

    public Lifted.Truth Order(Operator comparison, Lifted left, Lifted right)
    {
        var missing = emitter.Max(left.Missing, right.Missing);
        var holds = (left, right) switch
        {
            (Lifted.Number a, Lifted.Number b) => comparison switch
            {
                Operator.Less => numbers.Less(a, b),
                Operator.LessOrEqual => numbers.LessOrEqual(a, b),
                Operator.Greater => numbers.Less(b, a),
                _ => numbers.LessOrEqual(b, a),
            },
            (Lifted.Day a, Lifted.Day b) => comparison switch
            {
                Operator.Less => emitter.Less(a.Days, b.Days),
                Operator.LessOrEqual => emitter.LessOrEqual(a.Days, b.Days),
                Operator.Greater => emitter.Less(b.Days, a.Days),
                _ => emitter.LessOrEqual(b.Days, a.Days),
            },
            (Lifted.Null, _) or (_, Lifted.Null) => emitter.Never,
            _ => throw new NotLiftedException(Reasons.Unordered),
        };
        return new(emitter.And(holds, emitter.Equal(missing, emitter.Zero)), missing);
    }

    private Lifted.Truth Test(Lifted value, Expression test) => test switch
    {
        Expression.Test { Operator: Operator.Equal or Operator.NotEqual } t => Equality(t.Operator, value, Lift(t.Operand)),
        Expression.Test t => Order(t.Operator, value, Lift(t.Operand)),
        Expression.Range r => Inside(value, Lift(r.Low), r.LowClosed, Lift(r.High), r.HighClosed),
        Expression.List l => l.Items.All(i => i is Expression.Number or Expression.Text)
            ? l.Items.Aggregate(new Lifted.Truth(emitter.Never, emitter.Zero), (any, item) => Logic(Operator.Or, any, Equality(Operator.Equal, value, Lift(item))))
            : throw NotLifted(test),
        Expression.Number or Expression.Text or Expression.Truth or Expression.Binary or Expression.Negate => Equality(Operator.Equal, value, Lift(test)),
        _ => throw NotLifted(test),
    };

    private Lifted.Truth Inside(Lifted value, Lifted low, bool lowClosed, Lifted high, bool highClosed) => Logic(
        Operator.And,
        Order(lowClosed ? Operator.GreaterOrEqual : Operator.Greater, value, low),
        Order(highClosed ? Operator.LessOrEqual : Operator.Less, value, high));

    /// <summary>One side that decides does so whatever the other is; otherwise what is missing on either is missing.</summary>
    private Lifted.Truth Logic(Operator operation, Lifted.Truth a, Lifted.Truth b)
    {
        var missing = emitter.Max(a.Missing, b.Missing);
        if (operation == Operator.Or)
        {
            var either = emitter.Or(a.Mask, b.Mask);
            return new(either, emitter.Select(either, emitter.Zero, missing));
        }

        var not = emitter.Or(Not(a).Mask, Not(b).Mask);
        return new(emitter.And(a.Mask, b.Mask), emitter.Select(not, emitter.Zero, missing));
    }

    /// <summary>Never missing: two that are missing are equal, one that is missing equals nothing.</summary>
    private Lifted.Truth Equality(Operator comparison, Lifted left, Lifted right)
    {
        var equal = (left, right) switch
        {
            (Lifted.Number a, Lifted.Number b) => numbers.Equal(a, b),
            (Lifted.Day a, Lifted.Day b) => emitter.Equal(a.Days, b.Days),
            (Lifted.Text a, Lifted.Text b) when IsConstant(a.Id) || IsConstant(b.Id) => emitter.Equal(a.Id, b.Id),
            (Lifted.Truth a, Lifted.Truth b) => emitter.Or(emitter.And(a.Mask, b.Mask), emitter.AndNot(emitter.Not(a.Mask), b.Mask)),
            (Lifted.Null, _) or (_, Lifted.Null) => emitter.Never,
            _ => throw new NotLiftedException(Reasons.Unordered),
        };
        var (here, there) = (Present(left), Present(right));
        var same = emitter.Or(emitter.And(equal, emitter.And(here, there)), emitter.Not(emitter.Or(here, there)));
        return new(comparison == Operator.Equal ? same : emitter.Not(same), emitter.Zero);
    }

    private Lifted.Number Arithmetic(Expression.Binary b, Lifted.Number left, Lifted.Number right) => b.Operator switch
    {
        Operator.Add => numbers.Plus(left, right),
        Operator.Subtract => numbers.Minus(left, right),
        Operator.Multiply => numbers.Times(left, right),
        Operator.Divide => numbers.Over(left, right),
        _ => throw NotLifted(b),
    };

    private Lifted Select(int mask, Lifted then, Lifted otherwise, Expression whole) => (then, otherwise) switch
    {
        (Lifted.Number a, Lifted.Number b) => numbers.Select(mask, a, b),
        (Lifted.Number a, Lifted.Null b) => numbers.Select(mask, a, numbers.Absent(b.Missing)),
        (Lifted.Null a, Lifted.Number b) => numbers.Select(mask, numbers.Absent(a.Missing), b),
        (Lifted.Truth a, Lifted.Truth b) => new Lifted.Truth(
            emitter.Or(emitter.And(mask, a.Mask), emitter.AndNot(b.Mask, mask)), emitter.Select(mask, a.Missing, b.Missing)),
        (Lifted.Day a, Lifted.Day b) => new Lifted.Day(emitter.Select(mask, a.Days, b.Days), emitter.Select(mask, a.Missing, b.Missing)),
        _ => throw NotLifted(whole),
    };

    private Lifted Call(Expression.Call c) => (Function.Find(c.Function)?.Name, c.Arguments) switch
    {
        ("not", [var only]) => Not(Truth(only)),
        ("missing", [var only]) => new Lifted.Truth(emitter.Not(Present(Lift(only))), emitter.Zero),
        ("abs", [var only]) => numbers.Abs(Number(only)),
        ("floor", [var only]) => numbers.Floor(Number(only)),
        ("ceiling", [var only]) => numbers.Ceiling(Number(only)),
        ("round half up", [var only, Expression.Number { Value: { IsInteger: true } places }]) when places >= 0 && places <= 10 => numbers.Round(Number(only), (int)places.Numerator),
        ("min", [_, _, ..]) => Extreme(c.Arguments, numbers.Min),
        ("max", [_, _, ..]) => Extreme(c.Arguments, numbers.Max),
        ("days", [var from, var to]) when (Lift(from), Lift(to)) is (Lifted.Day a, Lifted.Day b) =>
            new Lifted.Number(Fraction.One, emitter.Minus(b.Days, a.Days), null, emitter.Max(a.Missing, b.Missing)),
        ("score" or "standing" or "finding", [Expression.Text code]) => codes(Function.Find(c.Function)!.Name, code.Value),
        _ => throw NotLifted(c),
    };

    /// <summary>Functions of a list leave out what is 不适用; where nothing else is left they have no value.</summary>
    private Lifted.Number Extreme(IEnumerable<Expression> items, Func<Lifted.Number, Lifted.Number, Lifted.Number> better)
    {
        var notApplicable = emitter.Constant(Lifted.Rank(MissingState.NotApplicable));
        var extreme = items.Select(Number).Aggregate((a, b) =>
        {
            var (noA, noB) = (emitter.Equal(a.Missing, notApplicable), emitter.Equal(b.Missing, notApplicable));
            return numbers.Select(noA, b, numbers.Select(noB, a, better(a, b)));
        });
        return extreme with { Missing = emitter.Select(emitter.Equal(extreme.Missing, notApplicable), emitter.Constant(Lifted.Undefined), extreme.Missing) };
    }

    private bool IsConstant(int number) => emitter.Instructions[number].Operation == Operation.Constant;

    private static NotLiftedException NotLifted(Expression expression) => new(Reasons.Of(Reasons.Construct, Printer.Print(expression)));
}
