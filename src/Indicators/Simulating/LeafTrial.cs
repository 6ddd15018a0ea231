using System.Numerics;
using Indicators.Analysis;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Simulating;

/// <summary>Scores one leaf over and over, on evidence that differs in one place.</summary>
internal sealed class LeafTrial(RuleSet ruleSet, Node leaf)
{
    // A gradual rise that stays below a twentieth of the points is no band of its own.
    private static readonly Fraction Band = new(1, 20);

    public LeafInputs Inputs { get; } = new(ruleSet, leaf);

    public Node Leaf => leaf;

    /// <summary>Exact points; null where they are missing, held or left out.</summary>
    public Fraction? Points(Project project) => Inputs.ReadsCodes ? Whole(project) : LeafScorer.Points(leaf, ruleSet, project);

    /// <summary>The nearest value that earns more: that of the next band, or of the best that can be had where points rise by degrees.</summary>
    public Value? Better(Project project, Spot spot, Fraction now)
    {
        var (from, unit, furthest, valueOf) = Line(project, spot);
        if (valueOf is null)
        {
            return null;
        }

        var search = new FigureSearch(from, unit, furthest, Marks(project, spot));
        if (search.Nearest(x => At(x) > now) is not { } next)
        {
            return null;
        }

        var earned = At(next)!.Value;
        if (IsGradual && earned - now < leaf.Weight * Band)
        {
            var best = search.Tried.Select(At).OfType<Fraction>().Append(earned).Max();
            next = search.Nearest(x => At(x) >= best) ?? next;
        }

        return valueOf(next);

        Fraction? At(Fraction x) => Fits(spot.Field, x) && valueOf(x) is { } value ? Points(spot.Set(project, value)) : null;
    }

    /// <summary>Of evidence that is missing, the value that earns most, the first of equals.</summary>
    public Value? Best(Project project, Spot spot, Fraction now)
    {
        var tried = Values(project, spot).Select(v => (Value: v, Points: Points(spot.Set(project, v)))).Where(t => t.Points > now).ToList();
        return tried.Count == 0 ? null : tried.MaxBy(t => t.Points).Value;
    }

    /// <summary>The same by scoring all, for a leaf that depends on others.</summary>
    private Fraction? Whole(Project project)
    {
        try
        {
            return ReferenceEvaluator.Evaluate(ruleSet, project).Total.Find(leaf.Code) is { State: ScoreState.Scored, Exact: var exact } ? exact : null;
        }
        catch (ExpressionLimitException)
        {
            return null;
        }
    }

    /// <summary>Whether points rise by degrees somewhere in the rule.</summary>
    private bool IsGradual => leaf.Method!.All.Any(m => m is LinearMethod or ProportionalMethod or SlopeMethod or FormulaMethod or PeersMethod);

    private static bool Fits(FieldDefinition field, Fraction x) => field.Type.Kind == FieldKind.Date || LeafInputs.Fits(field, x);

    /// <summary>Where a value stands on a line of its own, in which steps it moves, how far, and what stands at a number of it.</summary>
    private static (Fraction From, Fraction Unit, Fraction Furthest, Func<Fraction, Value?>? ValueOf) Line(Project project, Spot spot) => spot.Of(project)?.Value switch
    {
        Value.Number { Amount: { Decimals: { } decimals } amount } when spot.Field.Type.IsFigure =>
            (amount, new(1, BigInteger.Pow(10, Math.Max(decimals, LeastDecimals(spot.Field.Type.Kind)))), Fraction.Max(Fraction.Abs(amount), Fraction.Hundred) * 10, x => Value.Of(x)),
        Value.Date { Day: var day } => (new(day.Number), Fraction.One, 3653, x => CalendarDate.FromNumber((long)x.Floor()) is { } date ? new Value.Date(date) : null),
        _ => default,
    };

    private static int LeastDecimals(FieldKind kind) => kind switch { FieldKind.Money => 2, FieldKind.Percent => 4, _ => 0 };

    /// <summary>What else stands in the evidence that the leaf reads, in the same row first.</summary>
    private IEnumerable<Value> Others(Project project, Spot spot)
    {
        var row = spot.Table is null ? [] : project.Tables[spot.Table][spot.Row].Cells.Where(c => c.Key != spot.Field.Name).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value);
        var fields = Inputs.Fields.Where(f => f != spot.Field).Select(f => project.Fields.GetValueOrDefault(f.Name)).OfType<Cell>();
        return row.Concat(fields).Select(c => Target.Split(c.Value).Amount);
    }

    private List<Fraction> Marks(Project project, Spot spot) => spot.Field.Type.Kind == FieldKind.Date
        ? [.. Others(project, spot).OfType<Value.Date>().Select(d => new Fraction(d.Day.Number))]
        : Inputs.Marks(Others(project, spot).OfType<Value.Number>().Select(n => n.Amount));

    private IEnumerable<Value> Values(Project project, Spot spot) => spot.Field.Type.Kind switch
    {
        FieldKind.YesNo => [Value.True, Value.False],
        FieldKind.Text => Inputs.Texts(spot.Field.Name).Select(Value.Of),
        FieldKind.Date => Others(project, spot).OfType<Value.Date>(),
        FieldKind.Target => [],
        _ => Marks(project, spot).Where(m => m.Decimals <= 12 && LeafInputs.Fits(spot.Field, m)).Select(Value.Of),
    };
}
