using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>
/// Works out what expressions can come to, from 范围 of the evidence: interval arithmetic. Whatever it does not follow can be
/// anything, so that what it excludes is excluded.
/// </summary>
internal sealed class Ranges
{
    private readonly RuleSet ruleSet;
    private readonly Dictionary<string, Possible> known = [];
    private readonly HashSet<string> columns;

    public Ranges(RuleSet ruleSet)
    {
        this.ruleSet = ruleSet;
        columns = [.. ruleSet.Schema.Tables.SelectMany(t => t.Columns.Select(c => c.Name).Concat(t.Computed.Select(c => c.Name)))];
    }

    /// <summary>The numbers that a formula can give.</summary>
    public Possible.Number NumberOf(Formula formula) => Of(formula.Root) as Possible.Number ?? Possible.Number.Every;

    public Possible Of(Expression expression) => expression switch
    {
        Expression.Number n => Possible.Number.Of(n.Value),
        Expression.Truth t => Possible.Truth.Of(t.Value),
        Expression.Name n => Named(n.Id),
        Expression.Negate n => Of(n.Operand) is Possible.Number number ? number.Negated : Possible.Anything,
        Expression.Binary { Operator: Operator.And } b => Conjunction.Of(b, this),
        Expression.Binary { Operator: Operator.Or } b => Conjunction.OfAny(b, this),
        // Nothing is unequal to anything, so what may have no value is neither surely equal nor surely not.
        Expression.Binary { Operator: Operator.Equal or Operator.NotEqual } b when MayLack(b) => Possible.Anything,
        Expression.Binary b => Of(b.Left) is Possible.Number left && Of(b.Right) is Possible.Number right ? Binary(b.Operator, left, right) : Possible.Anything,
        Expression.If i => (Of(i.Then), Of(i.Else)) is (Possible.Number then, Possible.Number otherwise) ? then.Or(otherwise) : Possible.Anything,
        Expression.Between b => Conjunction.Of(b, this),
        Expression.Call c => Call(c),
        _ => Possible.Anything,
    };

    /// <summary>Whether numbers of one range can stand in a relation to those of another.</summary>
    public static Possible Compare(Operator relation, Possible.Number left, Possible.Number right) => relation switch
    {
        Operator.Less => new Possible.Truth(!(left.Low >= right.High), !(left.High < right.Low)),
        Operator.LessOrEqual => new Possible.Truth(!(left.Low > right.High), !(left.High <= right.Low)),
        Operator.Greater => Compare(Operator.Less, right, left),
        Operator.GreaterOrEqual => Compare(Operator.LessOrEqual, right, left),
        Operator.Equal => new Possible.Truth(!(left.Low > right.High) && !(left.High < right.Low), left.Low is null || left.Low != left.High || left != right),
        Operator.NotEqual => ((Possible.Truth)Compare(Operator.Equal, left, right)).Not,
        _ => Possible.Anything,
    };

    /// <summary>Whether it divides by what may be zero, itself or in a computed value.</summary>
    private bool MayLack(Expression expression) => expression.All.Any(e => e switch
    {
        Expression.Binary { Operator: Operator.Divide } division => Of(division.Right) is not Possible.Number { Low.Sign: > 0 } and not Possible.Number { High.Sign: < 0 },
        Expression.Name name => ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name.Id) is { } computed && MayLack(computed.Formula.Root),
        _ => false,
    });

    private static Possible Binary(Operator op, Possible.Number left, Possible.Number right) => op switch
    {
        Operator.Add => left.Plus(right),
        Operator.Subtract => left.Plus(right.Negated),
        Operator.Multiply => left.Times(right),
        Operator.Divide => left.Over(right),
        Operator.Power => Possible.Number.Every,
        _ => Compare(op, left, right),
    };

    private Possible Call(Expression.Call call)
    {
        var numbers = call.Arguments.Select(Of).OfType<Possible.Number>().ToList();
        return Function.Find(call.Function)?.Name switch
        {
            "count" => new Possible.Number(Fraction.Zero, null),
            // No option is worth more than all.
            "satisfaction" => new Possible.Number(Fraction.Zero, Fraction.One),
            "not" when call.Arguments is [var only] && Of(only) is Possible.Truth truth => truth.Not,
            _ when numbers.Count != call.Arguments.Length || numbers.Count == 0 => Possible.Anything,
            "abs" => Absolute(numbers[0]),
            "min" when numbers.Count > 1 => new Possible.Number(
                numbers.Any(n => n.Low is null) ? null : numbers.Min(n => n.Low!.Value),
                numbers.Where(n => n.High is not null).Select(n => n.High).DefaultIfEmpty(null).Min()),
            "max" when numbers.Count > 1 => new Possible.Number(
                numbers.Where(n => n.Low is not null).Select(n => n.Low).DefaultIfEmpty(null).Max(),
                numbers.Any(n => n.High is null) ? null : numbers.Max(n => n.High!.Value)),
            _ => Possible.Anything,
        };
    }

    private static Possible.Number Absolute(Possible.Number number) => number.Low?.Sign >= 0 ? number
        : number.High?.Sign <= 0 ? number.Negated
        : new(Fraction.Zero, number is { Low: { } low, High: { } high } ? Fraction.Max(-low, high) : null);

    /// <summary>A name that is also a column may mean the column, so nothing is known of it.</summary>
    private Possible Named(string name)
    {
        if (columns.Contains(name))
        {
            return Possible.Anything;
        }

        if (known.TryGetValue(name, out var before))
        {
            return before;
        }

        return known[name] = ruleSet.Schema.Field(name) is { } field ? Field(field)
            : ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed ? Of(computed.Formula.Root)
            : Possible.Anything;
    }

    private static Possible Field(FieldDefinition field) => !field.Type.IsFigure ? Possible.Anything
        : field.Range?.Intervals is { IsEmpty: false } intervals ? new Possible.Number(
            intervals.Any(i => i.Low is null) ? null : intervals.Min(i => i.Low!.Value),
            intervals.Any(i => i.High is null) ? null : intervals.Max(i => i.High!.Value))
        : Possible.Number.Every;
}
