using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>公式: an expression that gives the points, at least 0 and at most all of them.</summary>
public sealed class FormulaMethod(Formula points) : Method
{
    internal Formula Points => points;

    public override IEnumerable<Formula> Formulas => [points];

    protected override Phrase Standard => new(Standards.Formula, Standards.Written(points));

    internal static Method? Read(MethodReader reader)
    {
        if (reader.Formula(FeelType.Bare) is not { } points)
        {
            return null;
        }

        if (points.Type is FeelType.Number { Unit: FeelType.Yuan } unit)
        {
            reader.Report(Messages.FormulaUnit, points.Source.Text, unit.InWords);
            return null;
        }

        return new FormulaMethod(points) { Place = reader.Place, Value = reader.Value };
    }

    protected internal override Outcome Apply(MethodInput input)
    {
        var value = points.Evaluate(input.Scope);
        if (value is not Value.Number { Amount: var amount })
        {
            return Unknown(points, value, input);
        }

        var arithmetic = Shown.Arithmetic(points, value, points.Type, input.Scope);
        return amount.Sign < 0 ? new Outcome.Earned(amount, new Phrase(Reasons.FormulaBelow, arithmetic))
            : amount > input.Weight ? new Outcome.Earned(amount, new Phrase(Reasons.FormulaAbove, arithmetic, Reasons.Points(input.Weight)))
            : new Outcome.Earned(amount, arithmetic);
    }
}
