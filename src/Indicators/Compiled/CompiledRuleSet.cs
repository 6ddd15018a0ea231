using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>
/// A rule set as one program of integer instructions over columns of evidence, exact for all figures within bounds that the
/// program knows; what it does not take, and rows outside the bounds, the reference works out.
/// </summary>
internal sealed partial class CompiledRuleSet
{
    /// <summary>
    /// How large figures may be at most, in units of their last decimal; the first with which a rule can be proved exact. With
    /// the last, money goes up to 1.37 thousand million yuan; a rule that needs less would send real projects away.
    /// </summary>
    private static readonly Int128[] Caps = [.. new[] { 40, 37 }.Select(bits => (Int128)1 << bits)];

    private readonly RuleSet ruleSet;
    private readonly Emitter emitter = new();
    private readonly Columns columns;
    private readonly NumberLifter numbers;
    private readonly Dictionary<(string, Int128), Lifted> values = [];
    private readonly Dictionary<string, LiftedScore> leaves = [];
    private readonly Dictionary<string, LiftedScore> scores = [];
    private readonly Dictionary<string, Node> indicatorOf;
    private readonly Dictionary<string, Bilingual> left = [];
    private readonly HashSet<string> inexact = [];
    private readonly HashSet<string> partNames = [];
    private readonly HashSet<Expression> parts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, HashSet<string>> partsOf = [];
    private string subject = "";
    private int toReference;

    private CompiledRuleSet(RuleSet ruleSet, Columns columns)
    {
        this.ruleSet = ruleSet;
        this.columns = columns;
        numbers = new NumberLifter(emitter);
        Saying = toReference = emitter.Never;
        indicatorOf = ruleSet.Root.Leaves.ToDictionary(l => l.Code, ruleSet.IndicatorOf);
    }

    public Emitter Emitter => emitter;

    /// <summary>The indicators and flags that the reference works out, with the reason.</summary>
    public IReadOnlyDictionary<string, Bilingual> Left => left;

    /// <summary>Of an indicator, flag or computed value, the parts of its expressions that the reference works out.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> PartsOf => partsOf;

    /// <summary>The rules that the reference runs for them, in order.</summary>
    public ImmutableArray<Rule> ReferenceRules { get; private set; } = [];

    /// <summary>The parts of expressions that the reference works out.</summary>
    public IReadOnlyCollection<Expression> Parts => parts;

    /// <summary>The mask of rows that go to the reference as a whole.</summary>
    public int ToReference => toReference;

    /// <summary>The mask of rows of which the reference is to try out <see cref="Said"/>.</summary>
    public int Saying { get; private set; }

    /// <summary>What flags say beyond what the program could work out.</summary>
    public ImmutableArray<Formula> Said { get; private set; } = [];

    /// <summary>The state of a leaf: see <see cref="LiftedScore"/>.</summary>
    public int StateOf(Node leaf) => leaves[leaf.Code].State;

    /// <summary>What the points of a leaf rest on, as the number of the <see cref="Standing"/>.</summary>
    public int StandingOf(Node leaf) => leaves[leaf.Code].Standing;

    /// <summary>All of a leaf; null where its exact points are known to the reference alone.</summary>
    public LiftedScore? Leaf(Node leaf) => inexact.Contains(leaf.Code) ? null : leaves[leaf.Code];

    /// <summary>The published points of a node, in units of its last decimal.</summary>
    public int Published(Node node) => numbers.In(scores[node.Code].Published, UnitOf(node));

    public static Fraction UnitOf(Node node) => Unit(node.Places);

    /// <summary>One in the last of so many decimals.</summary>
    private static Fraction Unit(int places) => new(1, System.Numerics.BigInteger.Pow(10, places));

    /// <summary>The number of the grade: in the order of the scale, then those outside it.</summary>
    public int Grade { get; private set; }

    public ImmutableArray<Grade> Grades { get; private set; } = [];

    /// <summary>For each flag where it is raised, and 0 where its condition is known.</summary>
    public ImmutableArray<Lifted.Truth> Flags { get; private set; } = [];

    /// <summary>The rules as a program; null with the reason where the rule set as a whole is left to the reference.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="columns">What the program reads; a second program of the same rules reads the same.</param>
    /// <param name="reason">Why there is none.</param>
    public static CompiledRuleSet? Of(RuleSet ruleSet, Columns columns, out Bilingual? reason)
    {
        reason = ruleSet.NeedsPortfolio ? Reasons.Portfolio : null;
        var compiled = reason is null ? new CompiledRuleSet(ruleSet, columns) : null;
        try
        {
            compiled?.Compile();
            return compiled;
        }
        catch (NotLiftedException e)
        {
            reason = e.Reason;
            return null;
        }
    }

    private void Compile()
    {
        foreach (var node in Order())
        {
            scores[node.Code] = Indicator(node);
        }

        var total = Group(ruleSet.Root);
        TakeGrade(total);
        // The reference works out every computed value, and refuses a project for which one of them takes too long.
        ReferenceRules = [.. Closure(left.Keys, ruleSet.Schema.Computed.Where(c => !IsLifted(c.Formula)).Select(c => c.Name).Concat(partNames).Select(Slots.Field))];
    }

    /// <summary>Indicators in an order in which those whose scores are read come before those that read them.</summary>
    private IEnumerable<Node> Order() => ruleSet.Program.Rules.OfType<LeafRule>().Select(r => indicatorOf[r.Node.Code]).Distinct();

    private LiftedScore Indicator(Node indicator)
    {
        var places = indicator.Round ?? 2;
        subject = indicator.Code;
        if (WithinCaps(cap => Lift(indicator, places, cap), out var reason) is { } score)
        {
            return score;
        }

        left[indicator.Code] = reason!;
        return Reference(indicator, places);
    }

    /// <summary>What can be lifted with the first of the caps that does; null with the reason.</summary>
    private static T? WithinCaps<T>(Func<Int128, T> lift, out Bilingual? reason)
        where T : class
    {
        reason = null;
        foreach (var cap in Caps)
        {
            try
            {
                return lift(cap);
            }
            catch (NotLiftedException e)
            {
                reason = e.Reason;
                if (e.Reason != Reasons.TooLarge)
                {
                    break;
                }
            }
        }

        return null;
    }

    private LiftedScore Lift(Node indicator, int places, Int128 cap)
    {
        var expressions = Expressions(cap, inTree: true);
        var lifter = new LeafLifter(emitter, new MethodLifter(emitter, expressions, node => columns.Findings(node, emitter)));
        if (indicator.Method is not null)
        {
            var score = leaves[indicator.Code] = lifter.Lift(indicator, indicator, places, Resting(indicator), columns.Declared(indicator, indicator, emitter), columns.Ruling(indicator, indicator, emitter));
            Exclude(score);
            return score;
        }

        var points = indicator.Children.Select(p => lifter.Lift(p, indicator, p.Round ?? places, Resting(p), columns.Declared(p, indicator, emitter), columns.Ruling(p, indicator, emitter))).ToList();
        var exact = points.Zip(indicator.Children, (s, p) => p.Round is null ? s.Exact : s.Published).Aggregate(numbers.Plus);
        var full = numbers.Constant(indicator.Weight.Round(indicator.Places));
        var published = numbers.Min(numbers.Round(exact, indicator.Places), full);
        foreach (var (score, node) in points.Zip(indicator.Children))
        {
            leaves[node.Code] = score;
            Exclude(score);
        }

        return Sum(points, exact, published);
    }

    /// <summary>The weakest standing of what a leaf names, computed values followed down to fields and tables, and of the leaves whose scores it reads.</summary>
    private int Resting(Node leaf)
    {
        var names = leaf.Method!.Names.SelectMany(Base).Distinct().ToList();
        var own = columns.Standing(leaf, names.Select(ruleSet.Schema.Field).OfType<FieldDefinition>(), names.Where(n => ruleSet.Schema.Table(n) is not null), emitter);
        return leaf.Method.Codes.Distinct().Select(code => Known(code).Standing).Aggregate(own, emitter.Min);

        IEnumerable<string> Base(string name) =>
            ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed ? computed.Formula.Names.SelectMany(Base) : [name];
    }

    private LiftedScore Known(string code) => leaves.GetValueOrDefault(code) ?? throw new NotLiftedException(Reasons.Of(Reasons.Construct, code));

    /// <summary>Where something is left out its weight goes to others: such a row is scored by the reference.</summary>
    private void Exclude(LiftedScore score) => toReference = emitter.Or(toReference, emitter.Equal(score.State, emitter.Zero));

    private LiftedScore Sum(IReadOnlyCollection<LiftedScore> parts, Lifted.Number exact, Lifted.Number published) => new(
        exact,
        published,
        parts.Select(p => p.State).Aggregate(emitter.Max),
        parts.Select(p => p.Missing).Aggregate(emitter.Max),
        parts.Select(p => p.Standing).Aggregate(emitter.Min));

    private LiftedScore Group(Node node)
    {
        if (scores.TryGetValue(node.Code, out var known))
        {
            return known;
        }

        var inside = node.Children.Where(c => c.Kind == DimensionKind.Counted).ToList();
        var counted = inside.Select(Group).ToList();
        var full = node.Kind == DimensionKind.Counted ? Fraction.Sum(inside.Select(c => c.Weight)) : node.Weight;
        var published = counted.Select(s => s.Published).Aggregate(numbers.Constant(Fraction.Zero), numbers.Plus);
        published = numbers.Min(published, numbers.Constant(full.Round(node.Places)));
        foreach (var outside in node.Children.Where(c => c.Kind != DimensionKind.Counted))
        {
            var points = Group(outside).Published;
            published = outside.Kind == DimensionKind.Bonus ? numbers.Plus(published, points) : numbers.Minus(published, points);
        }

        published = numbers.Max(published, numbers.Constant(Fraction.Zero));
        return scores[node.Code] = Sum(counted, published, published);
    }
}
