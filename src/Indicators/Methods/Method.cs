using System.Collections.Immutable;
using Indicators.Analysis;
using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>
/// A way of scoring a node; methods nest. A method with its own 取值 measures it first; a nested one without measures
/// what the enclosing one measured.
/// </summary>
public abstract class Method
{
    private readonly Lazy<bool> speaksOfPercent;
    private readonly Lazy<ImmutableArray<string>> names;
    private readonly Lazy<ImmutableArray<string>> codes;

    /// <summary>A method never changes, so what it reads, and whether its standards are written in percent, is found out once.</summary>
    protected Method()
    {
        speaksOfPercent = new(() => Formulas.Select(f => f.Root).Concat(Tests.SelectMany(t => t.All))
            .SelectMany(e => e.All).Any(e => e is Expression.Number { Percent: true }));
        names = new(() => [.. AllFormulas.SelectMany(f => f.Names).Concat(Tests.SelectMany(t => t.Names)).Distinct()]);
        codes = new(() => [.. AllFormulas.SelectMany(f => f.Codes).Select(c => c.Code)]);
    }

    public required Place Place { get; init; }

    /// <summary>取值: what is measured, if the method says so itself.</summary>
    public Formula? Value { get; init; }

    /// <summary>The expressions of this method and of the methods nested in it, without <see cref="Value"/>.</summary>
    public virtual IEnumerable<Formula> Formulas => [];

    /// <summary>The unary tests of this method and of the methods nested in it.</summary>
    public virtual IEnumerable<Tests> Tests => [];

    /// <summary>Whether an evaluator's finding on the node decides, here or in a nested method.</summary>
    public virtual bool IsJudged => false;

    /// <summary>The comparisons with peers in this method and in those nested in it.</summary>
    public virtual IEnumerable<PeersMethod> Comparisons => [];

    /// <summary>The tests of this method alone, each with the numbers that it can be given and how they are shown; null where that is what is measured.</summary>
    internal virtual IEnumerable<(Tests Tests, (Interval Numbers, FeelType Type)? Given)> Thresholds => [];

    /// <summary>The points as a function of what is measured; null where something else decides too, such as a target from the evidence.</summary>
    /// <param name="weight">The node's points.</param>
    /// <param name="indicatorWeight">The points of its indicator.</param>
    internal virtual Curve? Curve(Fraction weight, Fraction indicatorWeight) => null;

    /// <summary>Whether, whatever its parameters come to, points follow what is measured one way, or towards a best value.</summary>
    internal virtual bool Follows => false;

    /// <summary>Whether it says itself that a value may be too low and too high.</summary>
    internal virtual bool TwoSided => false;

    /// <summary>The method as one sentence of a table of standards (评分标准): what is measured and what it earns.</summary>
    public Phrase InWords => Value is null ? Standard : new Phrase(Joint, Standards.Written(Value), Standard);

    /// <summary>The sentence without what is measured.</summary>
    protected abstract Phrase Standard { get; }

    /// <summary>What stands between what is measured and the rest.</summary>
    protected virtual Bilingual Joint => Standards.Of;

    /// <summary>The methods inside this one.</summary>
    public virtual IEnumerable<Method> Nested => [];

    /// <summary>This method and all inside it.</summary>
    public IEnumerable<Method> All => Nested.SelectMany(m => m.All).Prepend(this);

    /// <summary>The levels among which an evaluator chooses, here or in a nested method.</summary>
    public virtual ImmutableArray<EvaluationLevel> Levels => [];

    /// <summary>Whether what is measured must be a number.</summary>
    protected virtual bool MeasuresNumber => false;

    /// <summary>The amounts that a single step can earn, which must not exceed the node's weight.</summary>
    public virtual IEnumerable<(Amount Amount, Place Place)> Amounts => [];

    public IEnumerable<Formula> AllFormulas => Value is null ? Formulas : Formulas.Prepend(Value);

    /// <summary>The names that the method reads.</summary>
    public ImmutableArray<string> Names => names.Value;

    /// <summary>The codes whose score, finding or standing the method reads.</summary>
    public ImmutableArray<string> Codes => codes.Value;

    /// <summary>The ways in which the method decides, tried in order, the last always applies; none where it decides as a whole.</summary>
    public virtual ImmutableArray<Branch> Branches => [];

    /// <summary>Scores the node; the points are clamped to 0 and its weight.</summary>
    public Outcome Score(MethodInput input) =>
        Measure(input, out var measured) is { } missing ? missing : Clamp(Apply(measured), input.Weight);

    /// <summary>Works out the 取值 of this method, if it has one; what is missing where it cannot be worked out.</summary>
    internal Outcome.Missing? Measure(MethodInput input, out MethodInput measured)
    {
        measured = input;
        if (Value is null)
        {
            return Unusable(input.Measured);
        }

        var value = Value.Evaluate(input.Scope);
        if (value is Value.Missing missing)
        {
            return new Outcome.Missing(missing.State, Reasons.MissingValue(Value, missing, input.Scope));
        }

        var type = ShownType(Value.Type);
        measured = input with { Measured = new Measured(value, type, Shown.Arithmetic(Value, value, type, input.Scope)) };
        return Unusable(measured.Measured);
    }

    /// <summary>A bare ratio is shown as the standards are written.</summary>
    internal FeelType ShownType(FeelType type) => type is FeelType.Number { Unit: null } && speaksOfPercent.Value ? FeelType.Ratio : type;

    /// <summary>Types are checked at load; what a list of anything turns out to hold shows only here.</summary>
    private Outcome.Missing? Unusable(Measured? measured) => MeasuresNumber && measured is { Value: not Feel.Value.Number }
        ? new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoNumber, measured.Arithmetic))
        : null;

    internal static Outcome Clamp(Outcome outcome, Fraction weight) => outcome is Outcome.Earned earned
        ? earned with { Points = Fraction.Clamp(earned.Points, Fraction.Zero, weight) }
        : outcome;

    /// <summary>Scores the node, with <see cref="MethodInput.Measured"/> set where the method needs a value.</summary>
    protected internal virtual Outcome Apply(MethodInput input) => Branches.First(b => b.Applies(input)).Decide(input);

    /// <summary>Missing, because a part of the rule other than its 取值 cannot be known.</summary>
    protected internal static Outcome.Missing Unknown(Formula part, Value value, MethodInput input)
    {
        var missing = value as Value.Missing ?? Feel.Value.Null;
        return new(missing.State, Reasons.MissingValue(part, missing, input.Scope));
    }
}
