using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>
/// The meaning of the rule language: runs the rule program over exact fractions and keeps what explains every score.
/// Every other executor is measured against it.
/// </summary>
public sealed class ReferenceEvaluator
{
    private readonly RuleSet ruleSet;
    private readonly Project project;
    private readonly ProjectScope scope;
    private readonly List<RaisedFlag> flags = [];
    private readonly List<FlagDefinition> undecided = [];
    private Grade? grade;
    private Grade? uncapped;
    private Grade? best;

    private ReferenceEvaluator(RuleSet ruleSet, Project project)
    {
        this.ruleSet = ruleSet;
        this.project = project;
        scope = new ProjectScope(ruleSet, project);
    }

    /// <summary>Scores a project whose evidence has passed <c>EvidenceCheck</c>.</summary>
    /// <exception cref="ExpressionLimitException">An expression visits more items than <see cref="Limits.ListItems"/>.</exception>
    public static Evaluation Evaluate(RuleSet ruleSet, Project project)
    {
        var evaluator = new ReferenceEvaluator(ruleSet, project);
        foreach (var rule in ruleSet.Program.Rules)
        {
            evaluator.Run(rule);
        }

        return evaluator.Result();
    }

    private void Run(Rule rule)
    {
        switch (rule)
        {
            case ComputeRule compute:
                scope.Set(compute.Field.Name, compute.Field.Formula.Evaluate(scope));
                break;
            case LeafRule leaf:
                scope.Leaves[leaf.Node.Code] = LeafScorer.Score(leaf.Node, ruleSet.IndicatorOf(leaf.Node), scope);
                break;
            case RollUpRule { Node.Level: Level.Total } total:
                scope.Total = new TreeSettler(scope.Leaves).Settle(total.Node);
                break;
            case RollUpRule:
                // Settled with the total: what is excluded elsewhere changes the maximum here.
                break;
            case GradeRule:
                uncapped = ruleSet.Grades.Of(scope.Total!.Published);
                best = ruleSet.Grades.Of(Fraction.Min(scope.Total.Published + scope.Total.Held, scope.Total.Maximum));
                grade = uncapped;
                break;
            case FlagRule flag:
                Raise(flag.Flag);
                break;
            case CapRule cap when flags.Any(f => f.Definition == cap.Flag):
                grade = ruleSet.Grades.Worse(grade!, cap.Flag.Cap!);
                best = ruleSet.Grades.Worse(best!, cap.Flag.Cap!);
                break;
        }
    }

    private void Raise(FlagDefinition flag)
    {
        switch (flag.When.Evaluate(scope))
        {
            case Value.Truth { Holds: true }:
                flags.Add(new RaisedFlag(flag.Code, new(flag.Name, flag.Name), flag.Kind, flag.About, Shown.Says(flag.Says, scope), flag, flag.Place));
                break;
            case Value.Missing:
                undecided.Add(flag);
                break;
        }
    }

    private Evaluation Result() => new()
    {
        RuleSet = ruleSet,
        Project = project,
        Total = scope.Total!,
        Grade = grade!,
        UncappedGrade = uncapped!,
        BestGrade = best!,
        Flags = [.. ruleSet.Flags.Select(d => flags.Find(f => f.Definition == d)).OfType<RaisedFlag>(), .. Rulings()],
        UndecidedFlags = [.. ruleSet.Flags.Where(undecided.Contains)],
    };

    /// <summary>认定 always raises a flag, whether or not it changed the points.</summary>
    private IEnumerable<RaisedFlag> Rulings() => ruleSet.Root.Leaves
        .Select(l => scope.Leaves[l.Code])
        .Where(l => l.Ruling is not null)
        .Select(l => new RaisedFlag(
            $"{Words.Conclusions[l.Ruling!.Conclusion].Zh}-{l.Node.Code}",
            Sentences.RulingFlag,
            FlagKind.Doubt,
            [l.Node.Code],
            new Phrase(Sentences.RulingSays, l.Node.Code, l.Node.Name, l.Reason),
            null,
            l.Ruling.Place));
}
