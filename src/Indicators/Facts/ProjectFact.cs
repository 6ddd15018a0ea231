namespace Indicators.Facts;

/// <summary>A project that is to be scored; triggers its leaves, roll-ups and grade.</summary>
public sealed class ProjectFact : Fact
{
    internal ProjectFact(RuleSet ruleSet, Project project, Portfolio? portfolio)
        : base(project) => Scoring = new Scoring(ruleSet, project, portfolio);

    internal Scoring Scoring { get; }

    /// <summary>The project's evidence, one fact each; <paramref name="wanted"/> says which kinds some rule asks for.</summary>
    internal IEnumerable<Fact> Evidence(Func<Type, bool> wanted)
    {
        IEnumerable<Fact> none = [];
        var fields = wanted(typeof(EvidenceFact)) ? Project.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new EvidenceFact(Project, f.Key, f.Value)) : none;
        var rows = wanted(typeof(RowFact))
            ? Project.Tables.OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => t.Value.Select(row => new RowFact(Project, t.Key, row)))
            : none;
        var findings = wanted(typeof(FindingFact)) ? Project.Findings.Select(f => new FindingFact(Project, f)) : none;
        return fields.Concat(rows).Concat(findings);
    }
}

/// <summary>A leaf whose method is about to decide: the branches of the method match it, and the one that decides takes it away.</summary>
internal sealed class LeafFact(Scoring scoring, LeafCase opened) : Fact(scoring.Project)
{
    public Scoring Scoring { get; } = scoring;

    public LeafCase Opened { get; } = opened;

    public bool IsOf(Node leaf) => Opened.Leaf == leaf;
}
