namespace Indicators;

/// <summary>
/// The order in which a rule engine fires the rules: stage by stage, and within a stage the leaves first, then their
/// first branches, then the second. Priorities count down from 0, so a rule of somebody else's (usually 0) comes first.
/// </summary>
public sealed class Agenda
{
    private readonly Dictionary<Rule, int> priorities = new(ReferenceEqualityComparer.Instance);

    public Agenda(RuleProgram program)
    {
        var places = new Dictionary<Rule, (int Stage, int Branch)>(ReferenceEqualityComparer.Instance);
        foreach (var rule in program.Rules)
        {
            var stage = program.StageOf(rule);
            places[rule] = (stage, 0);
            foreach (var (i, branch) in rule is LeafRule leaf ? leaf.Branches.Index() : [])
            {
                places[branch] = (stage, i + 1);
            }
        }

        var order = places.Values.Distinct().Order().ToList();
        foreach (var (rule, place) in places)
        {
            priorities[rule] = -order.IndexOf(place);
        }
    }

    public int PriorityOf(Rule rule) => priorities[rule];
}
