namespace Indicators.Feel;

/// <summary>The types of operators, and of the units beside them.</summary>
internal sealed partial class TypeChecker
{
    private FeelType Binary(Expression.Binary b, TypeScope scope)
    {
        switch (b.Operator)
        {
            case Operator.And or Operator.Or:
                Expect(b.Left, FeelType.Boolean, scope);
                Expect(b.Right, FeelType.Boolean, scope);
                return FeelType.Boolean;
            case < Operator.Add:
                var left = Check(b.Left, scope);
                Comparable(left, Check(b.Right, scope), b.Span);
                return FeelType.Boolean;
            default:
                // Once only: checking the left side twice would double the work with every further operator.
                var first = Check(b.Left, scope);
                if (b.Operator == Operator.Add && first is FeelType.Text)
                {
                    return Expect(b.Right, FeelType.String, scope);
                }

                if (first is not (FeelType.Number or FeelType.Any))
                {
                    return Temporal(b, first, Check(b.Right, scope));
                }

                if (Check(b.Right, scope) is var second && first is FeelType.Any or FeelType.Number && second is not (FeelType.Number or FeelType.Any))
                {
                    return Temporal(b, first, second);
                }

                return Arithmetic(b, first, second);
        }
    }

    /// <summary>What the operators give beside numbers; what is in none of these rows is an error.</summary>
    private static readonly (Operator Operator, FeelType Left, FeelType Right, FeelType Result)[] TemporalRules =
    [
        .. from moment in new[] { FeelType.Day, FeelType.Clock, FeelType.Moment }
           from duration in moment == FeelType.Clock ? [FeelType.Days] : new[] { FeelType.Days, FeelType.Months }
           from rule in new[]
           {
               (Operator.Add, moment, duration, moment), (Operator.Add, duration, moment, moment), (Operator.Subtract, moment, duration, moment),
           }
           select rule,
        (Operator.Subtract, FeelType.Clock, FeelType.Clock, FeelType.Days),
        (Operator.Subtract, FeelType.Day, FeelType.Day, FeelType.Days),
        (Operator.Subtract, FeelType.Moment, FeelType.Moment, FeelType.Days),
        (Operator.Subtract, FeelType.Day, FeelType.Moment, FeelType.Days),
        (Operator.Subtract, FeelType.Moment, FeelType.Day, FeelType.Days),
        .. from duration in new[] { FeelType.Days, FeelType.Months }
           from rule in new[]
           {
               (Operator.Add, duration, duration, duration), (Operator.Subtract, duration, duration, duration),
               (Operator.Multiply, duration, FeelType.Bare, duration), (Operator.Multiply, FeelType.Bare, duration, duration),
               (Operator.Divide, duration, FeelType.Bare, duration), (Operator.Divide, duration, duration, FeelType.Bare),
           }
           select rule,
        (Operator.Add, FeelType.String, FeelType.String, FeelType.String),
    ];

    private FeelType Temporal(Expression.Binary b, FeelType left, FeelType right)
    {
        var fits = TemporalRules.Where(r => r.Operator == b.Operator && r.Left.Accepts(left)).ToList();
        if (fits.Count == 0 && left is not (FeelType.Number or FeelType.Any))
        {
            return Mismatch(b.Left.Span, FeelType.Bare.InWords, left);
        }

        var all = fits.Where(r => r.Right.Accepts(right)).Select(r => r.Result).Distinct().ToList();
        return all.Count switch
        {
            0 => Mismatch(b.Right.Span, fits.Count == 0 || left is FeelType.Any or FeelType.Number ? FeelType.Bare.InWords : fits[0].Right.InWords, right),
            1 => all[0],
            _ => FeelType.Unknown,
        };
    }

    private FeelType Negate(Expression.Negate n, TypeScope scope) => Check(n.Operand, scope) is var type
        && type is FeelType.DayTimeDuration or FeelType.YearMonthDuration ? type
        : Fits(n.Operand, FeelType.Bare, type) ? type : FeelType.Unknown;

    private FeelType Arithmetic(Expression.Binary b, FeelType left, FeelType right)
    {
        if (left is not FeelType.Number { Unit: var a } || right is not FeelType.Number { Unit: var c })
        {
            return FeelType.Unknown;
        }

        if (b.Operator is Operator.Add or Operator.Subtract && !SameUnit(a, c))
        {
            diagnostics.Report(Messages.UnitsDiffer, source.At(b.Span), source.Of(b.Span), a!, c!);
        }

        return new FeelType.Number(Units.Of(b.Operator, a, c));
    }
}
