namespace Indicators.Sampling;

/// <summary>
/// How much hangs on a piece of evidence. Where two do not go together the one on which less hangs gives way: a published
/// rate before the money that it is a rate of.
/// </summary>
internal sealed class SampleRanks
{
    /// <summary>A score is more than a flag.</summary>
    private const int OfScore = 10;

    private readonly Dictionary<FieldDefinition, int> ranks = new(ReferenceEqualityComparer.Instance);

    public SampleRanks(RuleSet ruleSet)
    {
        foreach (var formula in ruleSet.Root.Leaves.SelectMany(l => l.Method!.AllFormulas))
        {
            Count(SampleReach.Of(ruleSet.Schema, formula.Root), OfScore);
        }

        foreach (var flag in ruleSet.Flags)
        {
            Count(SampleReach.Of(ruleSet.Schema, flag.When.Root), 1);
        }
    }

    public int Of(FieldDefinition field) => ranks.GetValueOrDefault(field);

    public bool IsScored(FieldDefinition field) => Of(field) >= OfScore;

    private void Count(SampleReach reach, int times)
    {
        foreach (var field in reach.Fields.Concat(reach.Columns.Select(c => c.Column)))
        {
            ranks[field] = Of(field) + times;
        }
    }
}
