using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>符合: all points if the condition holds, else none.</summary>
public sealed class MetMethod(Formula condition) : Method
{
    public override IEnumerable<Formula> Formulas => [condition];

    internal Formula Condition => condition;

    protected override Phrase Standard => new(Standards.Met, Standards.Written(condition));

    internal static Method? Read(MethodReader reader) =>
        reader.Formula(FeelType.Boolean) is { } condition ? new MetMethod(condition) { Place = reader.Place, Value = reader.Value } : null;

    protected internal override Outcome Apply(MethodInput input)
    {
        var value = condition.Evaluate(input.Scope);
        if (value is not Value.Truth { Holds: var holds })
        {
            return Unknown(condition, value, input);
        }

        var filled = Shown.Filled(condition, input.Scope);
        return holds
            ? new Outcome.Earned(input.Weight, new Phrase(Reasons.Met, filled))
            : new Outcome.Earned(Fraction.Zero, new Phrase(Reasons.NotMet, filled), new Phrase(Reasons.NextMet, Reasons.Points(input.Weight)));
    }
}
