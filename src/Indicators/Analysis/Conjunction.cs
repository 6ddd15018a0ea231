using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>
/// Conditions joined by and: beside each by itself, those that compare the same thing with constants are taken together, so that
/// <c>x ≥ 5 and x = 3</c> is seen to fail always. Joined by or it is the same of their opposites.
/// </summary>
internal static class Conjunction
{
    public static Possible Of(Expression.Binary both, Ranges ranges) => Join([.. Flat(both, Operator.And)], ranges, opposite: false);

    public static Possible Of(Expression.Between between, Ranges ranges) => Join(
        [
            new Expression.Binary(Operator.GreaterOrEqual, between.Operand, between.Low, between.Span),
            new Expression.Binary(Operator.LessOrEqual, between.Operand, between.High, between.Span),
        ], ranges, opposite: false);

    public static Possible OfAny(Expression.Binary either, Ranges ranges) =>
        Join([.. Flat(either, Operator.Or)], ranges, opposite: true) is Possible.Truth truth ? truth.Not : Possible.Anything;

    private static Possible Join(IReadOnlyList<Expression> parts, Ranges ranges, bool opposite)
    {
        var truths = parts.Select(p => ranges.Of(p) as Possible.Truth ?? new Possible.Truth(true, true)).Select(t => opposite ? t.Not : t).ToList();
        var apart = parts.Select(p => Constraint(p, ranges, opposite)).OfType<(string About, Interval Numbers)>()
            .GroupBy(c => c.About).Any(same => same.Select(c => c.Numbers).Aggregate((a, b) => a.And(b)).IsEmpty);
        return apart ? Possible.Truth.Of(false) : new Possible.Truth(truths.All(t => t.Holds), truths.Any(t => t.Fails));
    }

    private static IEnumerable<Expression> Flat(Expression expression, Operator joint) =>
        expression is Expression.Binary b && b.Operator == joint ? Flat(b.Left, joint).Concat(Flat(b.Right, joint)) : [expression];

    /// <summary>The numbers that a comparison with a constant lets through, or, if it is turned round, keeps out.</summary>
    private static (string About, Interval Numbers)? Constraint(Expression part, Ranges ranges, bool opposite)
    {
        if (part is not Expression.Binary b)
        {
            return null;
        }

        var (about, constant, relation) = ranges.Of(b.Right) is Possible.Number { Low: { } right, High: { } alsoRight } && right == alsoRight ? (b.Left, right, b.Operator)
            : ranges.Of(b.Left) is Possible.Number { Low: { } left, High: { } alsoLeft } && left == alsoLeft ? (b.Right, left, Turned(b.Operator))
            : (null, default(Fraction), b.Operator);
        if (about is null)
        {
            return null;
        }

        Interval? numbers = (opposite ? Opposite(relation) : relation) switch
        {
            Operator.Less => new(null, false, constant, false),
            Operator.LessOrEqual => new(null, false, constant, true),
            Operator.Greater => new(constant, false, null, false),
            Operator.GreaterOrEqual => new(constant, true, null, false),
            Operator.Equal => new(constant, true, constant, true),
            _ => null,
        };
        return numbers is null ? null : (Printer.Print(about), numbers);
    }

    private static Operator Turned(Operator relation) => relation switch
    {
        Operator.Less => Operator.Greater,
        Operator.LessOrEqual => Operator.GreaterOrEqual,
        Operator.Greater => Operator.Less,
        Operator.GreaterOrEqual => Operator.LessOrEqual,
        _ => relation,
    };

    private static Operator Opposite(Operator relation) => relation switch
    {
        Operator.Less => Operator.GreaterOrEqual,
        Operator.LessOrEqual => Operator.Greater,
        Operator.Greater => Operator.LessOrEqual,
        Operator.GreaterOrEqual => Operator.Less,
        Operator.Equal => Operator.NotEqual,
        Operator.NotEqual => Operator.Equal,
        _ => relation,
    };
}
