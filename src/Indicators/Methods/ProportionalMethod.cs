using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>
/// 按比例: points in proportion to the completion rate, at most all of them. The rate is value ÷ target for ≥,
/// target ÷ value for ≤, and 1 − |value ÷ target − 1| for =. 零分 tests the completion rate.
/// </summary>
public sealed class ProportionalMethod(Formula target, Operator? direction, Formula? directionOfRow, Tests? zero) : Method
{
    protected override bool MeasuresNumber => true;

    internal Formula Target => target;

    internal Operator? Direction => direction;

    internal Formula? DirectionOfRow => directionOfRow;

    internal Tests? Zero => zero;

    public override IEnumerable<Formula> Formulas => directionOfRow is null ? [target] : [target, directionOfRow];

    public override IEnumerable<Tests> Tests => zero is null ? [] : [zero];

    private static readonly Interval Rates = new(Fraction.Zero, true, Fraction.One, true);

    protected override Bilingual Joint => Standards.Directly;

    protected override Phrase Standard => zero is null ? Reaching : Standards.Join(Reaching, new Phrase(Standards.ZeroRate, zero.Source.Text));

    private Phrase Reaching => directionOfRow is not null
        ? new Phrase(Standards.RowDirection, Standards.Written(target), Standards.Written(directionOfRow))
        : new Phrase(
            direction switch
            {
                Operator.LessOrEqual => Standards.AtMost,
                Operator.Equal => Standards.Exactly,
                _ => Indicators.Target.Is(target.Type) ? Standards.OwnDirection : Standards.AtLeast,
            },
            Standards.Written(target));

    /// <summary>The rate follows what is measured for every target; 零分 must not lie above a rate that earns.</summary>
    internal override bool Follows => zero is null || zero.Intervals is { } none && Analysis.Curve
        .Of([Fraction.Zero, Fraction.One], x => x, _ => Trend.Rising).Except(zero, Fraction.Zero) is { } earned
        && !none.IsEmpty && CurveShape.Of(earned, Rates, moreIsBetter: true).Follows;

    internal override bool TwoSided => direction == Operator.Equal || directionOfRow is not null || Indicators.Target.Is(target.Type);

    /// <summary>Only of a fixed target: with one from the evidence, two things decide.</summary>
    internal override Curve? Curve(Fraction weight, Fraction indicatorWeight)
    {
        if (zero is not null || directionOfRow is not null || Interval.Constant(target.Root) is not { Sign: > 0 } wanted)
        {
            return null;
        }

        var way = direction ?? Operator.GreaterOrEqual;
        return Analysis.Curve.Of([Fraction.Zero, wanted, wanted * 2], x => weight * Earned(x, wanted, way), x => way switch
        {
            Operator.GreaterOrEqual => Trend.Rising,
            Operator.LessOrEqual => Trend.Falling,
            _ => x < wanted ? Trend.Rising : Trend.Falling,
        });
    }

    private static Fraction Earned(Fraction value, Fraction target, Operator direction) =>
        Rate(value, target, direction) is { } rate ? Fraction.Clamp(rate, Fraction.Zero, Fraction.One) : Fraction.Zero;

    /// <summary>零分 tests the completion rate.</summary>
    internal override IEnumerable<(Tests Tests, (Interval Numbers, FeelType Type)? Given)> Thresholds =>
        Tests.Select(t => (t, ((Interval, FeelType)?)(Rates, FeelType.Ratio)));

    internal static Method? Read(MethodReader reader)
    {
        var written = reader.IsMap ? reader.Formula(Keys.Target, FeelType.Unknown, required: true) : reader.Formula(FeelType.Unknown);
        var zero = reader.IsMap ? reader.Tests(Keys.Zero, FeelType.Ratio) : null;
        var (direction, ofRow) = reader.IsMap ? ReadDirection(reader) : (null, null);
        if (written is null)
        {
            return null;
        }

        if (!FeelType.Bare.Accepts(written.Type) && !Indicators.Target.Is(written.Type))
        {
            reader.Context.Report(Messages.TypeMismatch, written.Source.Start, written.Source.Text, written.Type.InWords, FeelType.Bare.InWords);
            return null;
        }

        return new ProportionalMethod(written, direction, ofRow, zero) { Place = reader.Place, Value = reader.Value };
    }

    private static readonly (string Symbol, Operator Meaning)[] Directions =
    [
        ("≥", Operator.GreaterOrEqual), (">=", Operator.GreaterOrEqual),
        ("≤", Operator.LessOrEqual), ("<=", Operator.LessOrEqual),
        ("=", Operator.Equal),
    ];

    /// <summary>方向: a sign, or the column that holds it.</summary>
    private static (Operator?, Formula?) ReadDirection(MethodReader reader)
    {
        if (reader.Word(Keys.Direction, required: false) is not { } text)
        {
            return (null, null);
        }

        return Find(text.Content) is { } known ? (known, null)
            : Lexer.IsNameStart(text.Content.FirstOrDefault()) ? (null, reader.Context.Formula(text, FeelType.String))
            : (reader.Context.Choose(text, Operator.GreaterOrEqual, Directions), null);
    }

    private static Operator? Find(string symbol)
    {
        var found = Directions.FirstOrDefault(d => d.Symbol == Lexer.Ascii(symbol).Trim());
        return found.Symbol is null ? null : found.Meaning;
    }

    protected internal override Outcome Apply(MethodInput input)
    {
        var (goal, written) = Indicators.Target.Split(target.Evaluate(input.Scope));
        if (goal is not Value.Number { Amount: var wanted })
        {
            return Unknown(target, goal, input);
        }

        var sign = directionOfRow?.Evaluate(input.Scope) ?? written;
        if ((sign is Value.Text { Content: var symbol } ? Find(symbol) : sign is null or Feel.Value.Missing ? direction : null) is not { } way)
        {
            if (directionOfRow is not null || (sign is not null && direction is null))
            {
                return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoDirection, Shown.Value(goal, target.Type)));
            }

            way = Operator.GreaterOrEqual;
        }

        var measured = input.Measured!;
        var standard = new Phrase(Reasons.Standard, SymbolOf(way), Shown.Value(goal, measured.Type, target.Type));
        if (Rate(measured.Number, wanted, way) is not { } rate)
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

    private static string SymbolOf(Operator direction) => direction switch { Operator.LessOrEqual => "≤", Operator.Equal => "=", _ => "≥" };

    /// <summary>The completion rate; null where it is not defined: a target of zero that is not reached.</summary>
    private static Fraction? Rate(Fraction value, Fraction target, Operator direction) => direction switch
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
