using Indicators.Facts;
using Indicators.Feel;
using NRules.RuleModel;

namespace Indicators.NRules;

/// <summary>
/// The rules of a rule set as NRules rule definitions, one for each computed field, leaf, band, deduction, roll-up, grade,
/// flag and cap, all in one NRules rule set with the id of ours. Other definitions can be compiled beside them.
/// </summary>
public sealed class IndicatorRepository : IRuleRepository
{
    private readonly Agenda agenda;
    private readonly Dictionary<string, string> dimensions;
    private readonly Func<Type, bool> wanted;
    private readonly IRuleSet rules;

    /// <param name="ruleSet">The rule set.</param>
    /// <param name="wanted">Which types of facts are inserted for rules of others; all unless it is given.</param>
    public IndicatorRepository(RuleSet ruleSet, Func<Type, bool>? wanted = null)
    {
        this.wanted = wanted ?? (_ => true);
        agenda = new Agenda(ruleSet.Program);
        dimensions = ruleSet.Root.Children.SelectMany(d => d.All.Select(n => (n.Code, d.Name))).ToDictionary(n => n.Code, n => n.Name);
        rules = new global::NRules.RuleModel.RuleSet(ruleSet.Id);
        rules.Add(ruleSet.Program.Rules.SelectMany(Definitions));
    }

    public IEnumerable<IRuleSet> GetRuleSets() => [rules];

    private IEnumerable<IRuleDefinition> Definitions(Rule rule) => rule switch
    {
        ComputeRule compute => [OnProject(rule, (_, s) => s.Compute(compute.Field))],
        LeafRule leaf => Leaf(leaf),
        ShareOutRule => [OnProject(rule, (_, s) => s.ShareOut())],
        RollUpRule rollUp => [OnProject(rule, (context, s) => RollUp(rollUp.Node, context, s))],
        GradeRule => [OnProject(rule, Grade)],
        FlagRule flag => [Define<EvaluatedFact>(rule, (context, e) => Raise(flag.Flag, context, e.Scoring), e => MayHold(flag.Flag, e.Scoring))],
        CapRule cap => [Define<FlagFact>(rule, (_, f) => f.Scoring!.Cap(cap.Flag.Cap!), f => f.Scoring is not null && f.Flag.Definition == cap.Flag)],
        _ => throw new InvalidOperationException($"No definition for {rule.GetType().Name}."),
    };

    /// <summary>The leaf opens; what is missing settles it, a method without branches decides at once, else the first branch that applies.</summary>
    private IEnumerable<IRuleDefinition> Leaf(LeafRule leaf)
    {
        yield return OnProject(leaf, (context, scoring) =>
        {
            var opened = scoring.Open(leaf.Node);
            if (opened.Settled is null && !leaf.Branches.IsEmpty)
            {
                context.Insert(new LeafFact(scoring, opened));
            }
            else
            {
                scoring.Close(opened, opened.Decide());
            }
        });

        Func<LeafFact, bool> isOfLeaf = fact => fact.IsOf(leaf.Node);
        foreach (var rule in leaf.Branches)
        {
            yield return Define<LeafFact>(
                rule,
                (context, fact) =>
                {
                    fact.Scoring.Close(fact.Opened, rule.Branch.Decide(fact.Opened.Input));
                    context.Retract(fact);
                },
                isOfLeaf,
                fact => MayApply(rule.Branch, fact.Opened.Input));
        }
    }

    private void RollUp(Node node, IContext context, Scoring scoring)
    {
        var score = scoring.RollUp(node);
        if (!wanted(typeof(ScoreFact)))
        {
            return;
        }

        context.InsertAll(score.Children.Where(c => c.Children.IsEmpty).Append(score).Select(s => new ScoreFact(scoring.Project, s)));
    }

    private static void Grade(IContext context, Scoring scoring)
    {
        scoring.TakeGrade();
        context.Insert(new EvaluatedFact(scoring));
    }

    private static void Raise(FlagDefinition flag, IContext context, Scoring scoring)
    {
        if (scoring.Raise(flag) is { } raised)
        {
            context.Insert(new FlagFact(scoring.Project, raised) { Scoring = scoring });
        }
    }

    /// <summary>Over its limit a condition fails where it is asked for again, in firing, which the executor can tell apart.</summary>
    private static bool MayApply(Methods.Branch branch, Methods.MethodInput input)
    {
        try
        {
            return branch.Applies(input);
        }
        catch (ExpressionLimitException)
        {
            return true;
        }
    }

    private static bool MayHold(FlagDefinition flag, Scoring scoring)
    {
        try
        {
            return scoring.Holds(flag) != false;
        }
        catch (ExpressionLimitException)
        {
            return true;
        }
    }

    private IRuleDefinition OnProject(Rule rule, Action<IContext, Scoring> then) =>
        Define<ProjectFact>(rule, (context, fact) => then(context, fact.Scoring));

    private IRuleDefinition Define<TFact>(Rule rule, Action<IContext, TFact> then, params Func<TFact, bool>[] when)
        where TFact : Fact =>
        RuleBuilding.Build(rule, agenda.PriorityOf(rule), rule.About is { } node ? dimensions.GetValueOrDefault(node.Code) : null, then, when);
}
