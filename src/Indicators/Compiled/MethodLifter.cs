using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>Lifts the ways of scoring: the points of a node as a number, missing where the method cannot decide.</summary>
/// <param name="emitter">Takes the instructions.</param>
/// <param name="expressions">Lifts what the methods measure.</param>
/// <param name="findings">What evaluators found on a node.</param>
internal sealed class MethodLifter(Emitter emitter, ExpressionLifter expressions, Func<Node, LiftedFindings> findings)
{
    private readonly NumberLifter numbers = new(emitter);

    /// <summary>The points, between nothing and all of the node's where they are not missing.</summary>
    public Lifted.Number Points(Method method, MethodFrame frame)
    {
        if (method.Value is { } formula)
        {
            var measured = expressions.Lift(formula);
            var points = Apply(method, frame with { Measured = measured });
            // What is measured comes first: where it is missing nothing else is looked at.
            return points with { Missing = emitter.Select(expressions.Present(measured), points.Missing, measured.Missing) };
        }

        return Apply(method, frame);
    }

    private Lifted.Number Apply(Method method, MethodFrame frame) => method switch
    {
        JudgedMethod or LevelMethod => numbers.Clamp(Found(frame, method).Points, Fraction.Zero, frame.Weight),
        MetMethod met => Met(expressions.Truth(met.Condition.Root), frame),
        DeductMethod deduct => Deduct(deduct, frame),
        FormulaMethod formula => numbers.Clamp(Number(expressions.Lift(formula.Points)), Fraction.Zero, frame.Weight),
        ProportionalMethod proportional => Proportional(proportional, frame),
        SlopeMethod slope => Slope(slope, frame),
        LinearMethod linear => Linear(linear, frame),
        BandsMethod bands => Bands(bands, frame),
        EachMethod => throw new NotLiftedException(Reasons.Rows),
        _ => throw new NotLiftedException(Reasons.Of(Reasons.Method, method.InWords)),
    };

    private Lifted.Number Met(Lifted.Truth condition, MethodFrame frame) =>
        numbers.Select(condition.Mask, numbers.Constant(frame.Weight), numbers.Constant(Fraction.Zero)) with { Missing = condition.Missing };

    private Lifted.Number Deduct(DeductMethod method, MethodFrame frame)
    {
        var found = method.Count is null ? Found(frame, method) : null;
        var items = found?.Count ?? Number(expressions.Lift(method.Count!));
        var per = method.Per.Of(method.OfIndicator ? frame.IndicatorWeight : frame.Weight);
        var points = numbers.Max(numbers.Plus(numbers.Constant(frame.Weight), numbers.Times(items, -per)), numbers.Constant(Fraction.Zero));
        var none = found is null ? emitter.Never : found.NotMet;
        if (method.Zero is { } zero)
        {
            none = emitter.Or(none, expressions.In(items, zero.All).Mask);
        }

        // Nothing is taken off for nothing, whatever 零分 says of it.
        var some = found is null ? emitter.Not(numbers.Equal(items, numbers.Constant(Fraction.Zero))) : emitter.Or(found.NotMet, emitter.Not(numbers.Equal(items, numbers.Constant(Fraction.Zero))));
        points = numbers.Select(emitter.And(none, some), numbers.Constant(Fraction.Zero), points) with { Missing = items.Missing };
        var below = numbers.Less(items, numbers.Constant(Fraction.Zero));
        return points with { Missing = emitter.Max(points.Missing, emitter.Select(emitter.And(below, expressions.Present(items)), emitter.Constant(Lifted.Undefined), emitter.Zero)) };
    }

    private Lifted.Number Proportional(ProportionalMethod method, MethodFrame frame)
    {
        if (method.DirectionOfRow is not null || Target.Is(method.Target.Type))
        {
            throw new NotLiftedException(Reasons.Of(Reasons.Method, method.InWords));
        }

        var (value, target) = (Measured(frame), Number(expressions.Lift(method.Target)));
        var way = method.Direction ?? Operator.GreaterOrEqual;
        var reached = way switch
        {
            Operator.LessOrEqual => numbers.LessOrEqual(value, target),
            Operator.Equal => numbers.Equal(value, target),
            _ => numbers.LessOrEqual(target, value),
        };
        var divisor = way == Operator.LessOrEqual ? value : target;
        // Not reached, and no rate to be had: of a target that is not above zero, or a value that should be small.
        var noRate = emitter.AndNot(numbers.LessOrEqual(divisor, numbers.Constant(Fraction.Zero)), reached);
        var one = numbers.Constant(Fraction.One);
        var rate = way switch
        {
            Operator.LessOrEqual => numbers.Over(target, value),
            Operator.Equal => numbers.Minus(one, numbers.Abs(numbers.Minus(numbers.Over(value, target), one))),
            _ => numbers.Over(value, target),
        };
        // Whoever has not reached it has less than all.
        rate = numbers.Max(numbers.Select(reached, one, rate), numbers.Constant(Fraction.Zero));
        var points = numbers.Times(rate, frame.Weight);
        if (method.Zero is { } zero)
        {
            points = numbers.Select(expressions.In(rate with { Missing = emitter.Zero }, zero.All).Mask, numbers.Constant(Fraction.Zero), points);
        }

        return points with { Missing = emitter.Max(target.Missing, emitter.Select(emitter.And(noRate, expressions.Present(target)), emitter.Constant(Lifted.Undefined), emitter.Zero)) };
    }

    private Lifted.Number Slope(SlopeMethod method, MethodFrame frame)
    {
        var (value, at) = (Measured(frame), Number(expressions.Lift(method.At)));
        var start = numbers.Constant(method.Gives.Of(frame.Weight));
        var deviation = numbers.Minus(value, at);
        var points = numbers.Select(numbers.Less(deviation, numbers.Constant(Fraction.Zero)), Side(method.Below), Side(method.Above));
        if (method.Full is { } full)
        {
            points = numbers.Select(expressions.In(value with { Missing = emitter.Zero }, full.All).Mask, numbers.Constant(frame.Weight), points);
        }

        if (method.Zero is { } zero)
        {
            points = numbers.Select(expressions.In(value with { Missing = emitter.Zero }, zero.All).Mask, numbers.Constant(Fraction.Zero), points);
        }

        return points with { Missing = at.Missing };

        Lifted.Number Side(Slope? slope)
        {
            if (slope is null)
            {
                return start;
            }

            var steps = numbers.Times(numbers.Abs(deviation), Fraction.One / slope.Step);
            steps = method.Mode switch { StepMode.Whole => numbers.Floor(steps), StepMode.Started => numbers.Ceiling(steps), _ => steps };
            // Far away points are cut off anyway: the clamp keeps the numbers small.
            return numbers.Clamp(numbers.Plus(start, numbers.Times(steps, slope.Change(Fraction.One, frame.Weight))), Fraction.Zero, frame.Weight);
        }
    }

    private Lifted.Number Linear(LinearMethod method, MethodFrame frame)
    {
        var (value, zero, full) = (Measured(frame), Number(expressions.Lift(method.Zero)), Number(expressions.Lift(method.Full)));
        var share = numbers.Over(numbers.Minus(value, zero), numbers.Minus(full, zero));
        // 零分 and 满分 are looked at one after the other; that they are equal is blank.
        var missing = emitter.Select(expressions.Present(zero), emitter.Select(expressions.Present(full), share.Missing, full.Missing), zero.Missing);
        return numbers.Times(numbers.Clamp(share, Fraction.Zero, Fraction.One), frame.Weight) with { Missing = missing };
    }

    /// <summary>From the last band to the first, each before what comes if it does not fit; one that cannot be known decides too.</summary>
    private Lifted.Number Bands(BandsMethod method, MethodFrame frame)
    {
        var result = numbers.Absent(emitter.Constant(Lifted.Undefined));
        foreach (var band in method.Bands.Reverse())
        {
            var taken = band.Method is null ? numbers.Constant(band.Amount.Of(frame.Weight)) : Points(band.Method, frame);
            if (band is { Test: null, Condition: null })
            {
                result = taken;
                continue;
            }

            var fits = band.Test is not null ? expressions.In(frame.Measured!, band.Test.All) : expressions.Truth(band.Condition!.Root);
            if (band.Test is not null && band.Test.Names.Length > 0)
            {
                // Which of several names is missing decides the state; only one can be told here.
                throw new NotLiftedException(Reasons.Of(Reasons.Method, method.InWords));
            }

            var otherwise = result with { Missing = emitter.Select(expressions.Present(fits), result.Missing, fits.Missing) };
            result = numbers.Select(fits.Mask, taken, otherwise);
        }

        return result;
    }

    /// <summary>What evaluators found, where that alone decides: it is looked at before anything that is measured.</summary>
    private LiftedFindings Found(MethodFrame frame, Method method) => ReferenceEquals(frame.Node.Method, method) && method.Value is null
        ? findings(frame.Node)
        : throw new NotLiftedException(Reasons.Of(Reasons.Method, method.InWords));

    private Lifted.Number Measured(MethodFrame frame) => Number(frame.Measured!);

    private static Lifted.Number Number(Lifted lifted) => lifted as Lifted.Number ?? throw new NotLiftedException(Reasons.Unordered);
}

/// <summary>What a method is lifted for: the node, the points at stake, and what an enclosing method measured.</summary>
internal sealed record MethodFrame(Node Node, Fraction Weight, Fraction IndicatorWeight, Lifted? Measured = null);

/// <summary>What was found on a node: the points judged, or the defects counted and whether it is 不符合 as a whole.</summary>
internal sealed record LiftedFindings(Lifted.Number Points, Lifted.Number Count, int NotMet);
