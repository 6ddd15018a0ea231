using Indicators.Feel;
using Indicators.Methods;

namespace Indicators;

/// <summary>One project while it is scored: the evidence, and what the rules have written so far.</summary>
internal sealed class Scoring(RuleSet ruleSet, Project project, Portfolio? portfolio, Coverage? coverage = null)
{
    /// <summary>Stands where nobody reads a sentence.</summary>
    public static readonly Phrase Unsaid = new(new Bilingual("", ""));

    private readonly ProjectScope scope = new(ruleSet, project, portfolio) { Coverage = coverage };
    private readonly Dictionary<Node, Score> scores = [];
    private readonly List<RaisedFlag> flags = [];
    private readonly List<FlagDefinition> undecided = [];
    private WeightShares? shares;
    private Grade? grade;
    private Grade? uncapped;
    private Grade? best;

    /// <summary>The evidence with what the rules have worked out.</summary>
    public Scope Scope => scope;

    public Project Project => project;

    /// <summary>The scored tree, once it is rolled up.</summary>
    public Score Total => scope.Total!;

    /// <summary>Runs one rule; those that it reads from must have run.</summary>
    public void Run(Rule rule)
    {
        switch (rule)
        {
            case ComputeRule compute:
                Compute(compute.Field);
                break;
            case LeafRule leaf:
                var opened = Open(leaf.Node);
                Close(opened, opened.Decide());
                break;
            case ShareOutRule:
                ShareOut();
                break;
            case RollUpRule rollUp:
                RollUp(rollUp.Node);
                break;
            case GradeRule:
                TakeGrade();
                break;
            case FlagRule flag:
                Raise(flag.Flag);
                break;
            case CapRule cap when flags.Any(f => f.Definition == cap.Flag):
                Cap(cap.Flag.Cap!);
                break;
        }
    }

    public LeafResult LeafOf(Node leaf) => scope.Leaves[leaf.Code];

    public void Compute(ComputedField field) => scope.Set(field.Name, field.Formula.Evaluate(scope));

    public LeafCase Open(Node leaf) => LeafScorer.Open(leaf, ruleSet.IndicatorOf(leaf), scope);

    public void Close(LeafCase opened, Outcome outcome) => scope.Leaves[opened.Leaf.Code] = LeafScorer.Close(opened, outcome);

    /// <summary>Takes what became of a leaf from elsewhere.</summary>
    public void Take(LeafResult leaf) => scope.Leaves[leaf.Node.Code] = leaf;

    public WeightShares ShareOut() => shares = WeightShares.Of(ruleSet.Root, scope.Leaves);

    /// <summary>Takes the shares of another project in which the same is left out.</summary>
    public void Take(WeightShares known) => shares = known;

    public Score RollUp(Node node)
    {
        var score = scores[node] = Indicators.RollUp.Of(node, child => scores[child], scope.Leaves, shares!);
        if (node.Level == Level.Total)
        {
            scope.Total = score;
        }

        return score;
    }

    public void TakeGrade()
    {
        var total = Total;
        uncapped = grade = ruleSet.Grades.Of(total.Published);
        best = ruleSet.Grades.Of(Fraction.Min(total.Published + total.Held, Fraction.Max(total.Maximum, total.Published)));
    }

    /// <summary>Whether the condition of a flag holds; null where that cannot be known.</summary>
    public bool? Holds(FlagDefinition flag) => Evaluator.Truth(flag.When.Evaluate(scope));

    /// <summary>The flag if it is raised; one whose condition cannot be known is noted as undecided.</summary>
    public RaisedFlag? Raise(FlagDefinition flag)
    {
        var holds = Holds(flag);
        return Take(flag, holds, holds == true ? Shown.Says(flag.Says, scope) : null);
    }

    /// <summary>Takes whether the condition of a flag holds, and what it then says.</summary>
    public RaisedFlag? Take(FlagDefinition flag, bool? holds, Phrase? says = null)
    {
        if (holds == true)
        {
            var raised = new RaisedFlag(flag.Code, new(flag.Name, flag.Name), flag.Kind, flag.About, says ?? Unsaid, flag, flag.Place);
            flags.Add(raised);
            return raised;
        }

        if (holds is null)
        {
            undecided.Add(flag);
        }

        return null;
    }

    public void Cap(Grade cap)
    {
        grade = ruleSet.Grades.Worse(grade!, cap);
        best = ruleSet.Grades.Worse(best!, cap);
    }

    /// <param name="others">Flags that rules outside the rule set raised.</param>
    public Evaluation Result(params IEnumerable<RaisedFlag> others) => new()
    {
        RuleSet = ruleSet,
        Project = project,
        Total = Total,
        Grade = grade!,
        UncappedGrade = uncapped!,
        BestGrade = best!,
        Flags = [.. ruleSet.Flags.Select(d => flags.Find(f => f.Definition == d)).OfType<RaisedFlag>(), .. Rulings(), .. others],
        UndecidedFlags = [.. ruleSet.Flags.Where(undecided.Contains)],
    };

    /// <summary>The code of the flag that a ruling raises.</summary>
    public static string RulingCode(Finding ruling, Node leaf) => $"{Words.Conclusions[ruling.Conclusion].Zh}-{leaf.Code}";

    /// <summary>认定 always raises a flag, whether or not it changed the points.</summary>
    private IEnumerable<RaisedFlag> Rulings() => ruleSet.Root.Leaves
        .Select(l => scope.Leaves[l.Code])
        .Where(l => l.Ruling is not null)
        .Select(l => new RaisedFlag(
            RulingCode(l.Ruling!, l.Node),
            Sentences.RulingFlag,
            FlagKind.Doubt,
            [l.Node.Code],
            new Phrase(Sentences.RulingSays, l.Node.Code, l.Node.Name, l.Reason),
            null,
            l.Ruling!.Place));
}
