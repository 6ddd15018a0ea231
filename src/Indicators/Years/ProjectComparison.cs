using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Years;

/// <summary>
/// One project in two fiscal years, each under its own rules: of the total and of every dimension, criterion and indicator the change,
/// split exactly into what the evidence does and what the rules do.
/// </summary>
public sealed class ProjectComparison
{
    private ProjectComparison(Evaluation before, Evaluation after, Evaluation? newEvidence, Evaluation? newRules)
    {
        (Before, After) = (before, after);
        IsSplit = newEvidence is not null && newRules is not null;
        Nodes = [.. NodePair.Of(before.RuleSet, after.RuleSet).Select(Change)];
        Total = IsSplit ? Of(e => e.Total.Published) : null;
        OnMissing = Fraction.Sum(Indicators.Select(i => i.OnMissing));

        Effects Of(Func<Evaluation, Fraction> points) => Effects.Of(points(before), points(newEvidence!), points(newRules!), points(after));

        NodeChange Change(NodePair pair)
        {
            var (old, @new) = (before.Total.Find(pair.Code), after.Total.Find(pair.Code));
            return new NodeChange(
                pair, old, @new, IsSplit ? Of(e => e.Total.Find(pair.Code)?.Published ?? Fraction.Zero) : null,
                Fraction.Max(Lacking(old, newRules?.Total.Find(pair.Code)), Lacking(@new, newEvidence?.Total.Find(pair.Code))));
        }

        // What a year's evidence lacks of what the other year's rules ask, and not of its own, only the policy for missing evidence settles.
        static Fraction Lacking(Score? own, Score? crossed) =>
            crossed is null || crossed.State == ScoreState.Scored || (own is not null && own.State != ScoreState.Scored) ? Fraction.Zero : crossed.Maximum;
    }

    /// <summary>The year before under its own rules.</summary>
    public Evaluation Before { get; }

    /// <summary>The year after under its own rules.</summary>
    public Evaluation After { get; }

    /// <summary>Whether the evidence of each year suits the rules of the other; if not, the change cannot be split.</summary>
    public bool IsSplit { get; }

    /// <summary>What makes the change of the total; null where it cannot be split.</summary>
    public Effects? Total { get; }

    public Fraction Change => After.Total.Published - Before.Total.Published;

    /// <summary>In the order of the later rules.</summary>
    public ImmutableArray<NodeChange> Nodes { get; }

    public IEnumerable<NodeChange> Indicators => Nodes.Where(n => n.Pair.Level == Level.Indicator);

    /// <summary>What the total changes beyond its indicators: the caps of 加分 and 减分. Nothing where there are none.</summary>
    public Fraction Rest => Change - Fraction.Sum(Indicators.Select(i => i.Change * i.Pair.Sign));

    /// <summary>The points of indicators whose split rests on how missing evidence is settled.</summary>
    public Fraction OnMissing { get; }

    public bool GradeChanged => Before.IsGraded && After.IsGraded && Before.Grade.Name != After.Grade.Name;

    /// <summary>The flags that cap the grade of one year and not of the other.</summary>
    public IEnumerable<RaisedFlag> Caps => Before.Flags.Concat(After.Flags)
        .Where(f => f.Definition?.Cap is not null && Before.Flags.Any(b => b.Code == f.Code) != After.Flags.Any(a => a.Code == f.Code));

    /// <summary>
    /// The indicators that decide a change of grade: the largest changes, without which the total would not have left its grade. None
    /// where the grade is the same, or where the bands of grades, a cap, or the rest decide.
    /// </summary>
    public ImmutableArray<NodeChange> Deciding()
    {
        if (!GradeChanged || Change.IsZero)
        {
            return [];
        }

        var total = After.Total.Published;
        var taken = ImmutableArray.CreateBuilder<NodeChange>();
        foreach (var indicator in Indicators.Where(i => (i.Change * i.Pair.Sign).Sign == Change.Sign).OrderByDescending(i => Fraction.Abs(i.Change)))
        {
            taken.Add(indicator);
            total -= indicator.Change * indicator.Pair.Sign;
            if (After.RuleSet.Grades.Of(Fraction.Max(total, Fraction.Zero)).Name != After.UncappedGrade.Name)
            {
                return taken.ToImmutable();
            }
        }

        return [];
    }

    /// <summary>What 对照 comes to in both years, by name, and by which share it changed; null where it is no number in both or was zero.</summary>
    public IEnumerable<(string Name, Bilingual Before, Bilingual After, Fraction? Change)> Beside()
    {
        foreach (var name in Before.RuleSet.Beside.Concat(After.RuleSet.Beside).Select(b => b.Name).Distinct())
        {
            var ((old, shownOld), (@new, shownNew)) = (Of(Before, name), Of(After, name));
            yield return (name, shownOld, shownNew, old is { IsZero: false } from && @new is { } to ? (to - from) / Fraction.Abs(from) : null);
        }

        static (Fraction? Number, Bilingual Shown) Of(Evaluation evaluation, string name)
        {
            if (evaluation.RuleSet.Beside.FirstOrDefault(b => b.Name == name) is not { } beside)
            {
                return (null, Bilingual.Same("—"));
            }

            var value = beside.Formula.Evaluate(ReferenceEvaluator.ScopeOf(evaluation.RuleSet, evaluation.Project));
            return ((value as Value.Number)?.Amount, Shown.Value(value, beside.Formula.Type));
        }
    }

    /// <param name="before">The rules of the year before.</param>
    /// <param name="old">The evidence of the year before, which has passed its check.</param>
    /// <param name="after">The rules of the year after.</param>
    /// <param name="new">The evidence of the year after, which has passed its check.</param>
    /// <exception cref="ExpressionLimitException">As for <see cref="ReferenceEvaluator"/>.</exception>
    public static ProjectComparison Of(RuleSet before, Project old, RuleSet after, Project @new) => Of(new YearPair(before, after), old, @new);

    internal static ProjectComparison Of(YearPair years, Project old, Project @new)
    {
        var (before, after) = (years.Before, years.After);
        return new ProjectComparison(
            ReferenceEvaluator.Evaluate(before, old, years.PeersBefore),
            ReferenceEvaluator.Evaluate(after, @new, years.PeersAfter),
            @new.Under(after, before) is { } newEvidence ? ReferenceEvaluator.Evaluate(before, newEvidence, years.PeersOfNewEvidence) : null,
            old.Under(before, after) is { } newRules ? ReferenceEvaluator.Evaluate(after, newRules, years.PeersOfNewRules) : null);
    }
}

/// <summary>What becomes of a dimension, criterion or indicator from one year to the other.</summary>
/// <param name="Pair">It.</param>
/// <param name="Before">Its score in the year before; null where those rules do not have it.</param>
/// <param name="After">Its score in the year after; null where those rules do not have it.</param>
/// <param name="Effects">What makes the change; null where it cannot be split.</param>
/// <param name="OnMissing">Its points in a year whose evidence lacks what the other year's rules ask; zero where nothing is lacking.</param>
public sealed record NodeChange(NodePair Pair, Score? Before, Score? After, Effects? Effects, Fraction OnMissing)
{
    public Fraction Change => (After?.Published ?? Fraction.Zero) - (Before?.Published ?? Fraction.Zero);

    /// <summary>The evidence that the two years' rules name and that is not the same, in both years; null where a year's rule does not name it.</summary>
    public IEnumerable<(string Name, Bilingual? Before, Bilingual? After)> Evidence
    {
        get
        {
            var (old, @new) = (Uses(Before), Uses(After));
            return old.Keys.Concat(@new.Keys).Distinct()
                .Select(name => (Name: name, Before: old.GetValueOrDefault(name), After: @new.GetValueOrDefault(name)))
                .Where(u => u.Before != u.After);
        }
    }

    private static OrderedDictionary<string, Bilingual> Uses(Score? score)
    {
        var uses = new OrderedDictionary<string, Bilingual>();
        foreach (var use in score?.All.SelectMany(s => s.Evidence) ?? [])
        {
            uses.TryAdd(use.Name, use.Shown);
        }

        return uses;
    }
}
