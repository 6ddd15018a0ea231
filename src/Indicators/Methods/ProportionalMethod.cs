using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 按比例: points in proportion to the completion rate, at most all of them. The rate is value ÷ target for ≥,
/// target ÷ value for ≤, and 1 − |value ÷ target − 1| for =. 零分 tests the completion rate.
/// </summary>
public sealed class ProportionalMethod(Formula target, Operator direction, Tests? zero) : Method
{
    public override IEnumerable<Formula> Formulas => [target];

    public override IEnumerable<Tests> Tests => zero is null ? [] : [zero];

    internal static Method? Read(MethodReader reader)
    {
        if (!reader.IsMap)
        {
            return reader.Formula(FeelType.Bare) is { } plain ? Build(reader, plain, Operator.GreaterOrEqual, null) : null;
        }

        var target = reader.Formula(Keys.Target, FeelType.Bare, required: true);
        var zero = reader.Tests(Keys.Zero, FeelType.Ratio);
        var direction = reader.Choice(Keys.Direction, Operator.GreaterOrEqual, Directions);
        return target is null ? null : Build(reader, target, direction, zero);
    }

    private static readonly (string Symbol, Operator Meaning)[] Directions =
    [
        ("≥", Operator.GreaterOrEqual), (">=", Operator.GreaterOrEqual),
        ("≤", Operator.LessOrEqual), ("<=", Operator.LessOrEqual),
        ("=", Operator.Equal),
    ];

    private static ProportionalMethod Build(MethodReader reader, Formula target, Operator direction, Tests? zero) =>
        new(target, direction, zero) { Place = reader.Place, Value = reader.Value };

    protected internal override Outcome Apply(MethodInput input)
    {
        var goal = target.Evaluate(input.Scope);
        if (goal is not Value.Number { Amount: var wanted })
        {
            return Unknown(target, goal, input);
        }

        var measured = input.Measured!;
        var standard = new Phrase(Reasons.Standard, Symbol, Shown.Value(goal, measured.Type, target.Type));
        if (Rate(measured.Number, wanted) is not { } rate)
        {
            return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoRate, measured.Arithmetic, standard));
        }

        rate = Fraction.Clamp(rate, Fraction.Zero, Fraction.One);
        var next = new Phrase(Reasons.NextStandard, standard, Reasons.Points(input.Weight));
        if (zero?.Pass(Feel.Value.Of(rate), input.Scope) == true)
        {
            return new Outcome.Earned(Fraction.Zero, new Phrase(Reasons.ZeroRate, measured.Arithmetic, Shown.Percent(rate), zero.Source.Text), next);
        }

        return rate == Fraction.One
            ? new Outcome.Earned(input.Weight, new Phrase(Reasons.FullStandard, measured.Arithmetic, standard))
            : new Outcome.Earned(rate * input.Weight, new Phrase(Reasons.Proportional, measured.Arithmetic, standard, Shown.Percent(rate), Reasons.Points(input.Weight)), next);
    }

    private string Symbol => direction switch { Operator.LessOrEqual => "≤", Operator.Equal => "=", _ => "≥" };

    /// <summary>The completion rate; null where it is not defined: a target of zero that is not reached.</summary>
    private Fraction? Rate(Fraction value, Fraction target) => direction switch
    {
        Operator.GreaterOrEqual when value >= target => Fraction.One,
        Operator.LessOrEqual when value <= target => Fraction.One,
        Operator.Equal when value == target => Fraction.One,
        Operator.LessOrEqual => value.Sign <= 0 ? null : target / value,
        _ when target.Sign <= 0 => null,
        Operator.GreaterOrEqual => value / target,
        _ => Fraction.One - Fraction.Abs(value / target - Fraction.One),
    };
}
