using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>A project's evidence as expressions see it, with what the rules have worked out so far.</summary>
public sealed class ProjectScope : Scope
{
    private readonly RuleSet ruleSet;
    private readonly Project project;
    private readonly Dictionary<string, Value> values = [];
    private readonly ILookup<string, Finding> findings;
    private readonly Value.Context? bound;

    public ProjectScope(RuleSet ruleSet, Project project, Portfolio? portfolio = null)
    {
        this.ruleSet = ruleSet;
        this.project = project;
        Portfolio = portfolio;
        findings = project.Findings.ToLookup(f => f.Code);
        foreach (var field in ruleSet.Schema.Fields)
        {
            values[field.Name] = project.Fields.TryGetValue(field.Name, out var cell) ? cell.Value : Value.Null;
        }

        foreach (var (name, period) in ruleSet.PeriodValues)
        {
            values[name] = period;
        }
    }

    private ProjectScope(ProjectScope outer, Value.Context bound)
    {
        (ruleSet, project, values, findings) = (outer.ruleSet, outer.project, outer.values, outer.findings);
        (Portfolio, Leaves, Total, Coverage) = (outer.Portfolio, outer.Leaves, outer.Total, outer.Coverage);
        this.bound = outer.bound is null ? bound : new Value.Context(outer.bound.Members.SetItems(bound.Members));
    }

    /// <summary>What the projects around this one measured; null where it is scored alone.</summary>
    internal Portfolio? Portfolio { get; }

    /// <summary>Takes down what is reached while cases are run; null otherwise.</summary>
    internal Coverage? Coverage { get; init; }

    /// <summary>The leaves scored so far; 得分 and 依据 read them.</summary>
    internal Dictionary<string, LeafResult> Leaves { get; } = [];

    /// <summary>The scored tree, once it is rolled up.</summary>
    internal Score? Total { get; set; }

    public override bool Knows(string name) => values.ContainsKey(name) || ruleSet.Schema.Table(name) is not null || bound?.Members.ContainsKey(name) == true;

    public override bool KnowsCode(string code) => ruleSet.Find(code) is not null;

    public override IEnumerable<string> Known => values.Keys.Concat(ruleSet.Schema.Tables.Select(t => t.Name)).Concat(ruleSet.Root.All.Select(n => n.Code));

    public override Value Lookup(string name) =>
        bound is not null && bound.Members.TryGetValue(name, out var own) ? own
        : values.TryGetValue(name, out var known) ? known
        : ruleSet.Schema.Table(name) is { } table ? values[name] = Table(table)
        : Value.Null;

    public override Formula? Definition(string name) => ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name)?.Formula;

    /// <summary>Whether a name is no evidence but bound inside an expression, such as a loop variable or a column.</summary>
    internal bool IsLocal(string name) => !Knows(name);

    /// <summary>The same project with further names in sight, such as the columns of one row.</summary>
    internal ProjectScope With(Value.Context names) => new(this, names);

    public override Value Score(string code)
    {
        if (Total?.Find(code) is { } score)
        {
            return score.State is ScoreState.Held or ScoreState.NotApplicable
                ? new Value.Missing(score.Missing ?? MissingState.Blank)
                : Value.Of(score.Published);
        }

        return Leaves.TryGetValue(code, out var leaf) && leaf.Points is { } points
            ? Value.Of(leaf.Node.Round is { } places ? points.Round(places) : points)
            : new Value.Missing(leaf?.Missing ?? MissingState.Blank);
    }

    public override Value Finding(string code) =>
        findings[code].FirstOrDefault() is { } finding ? new Value.Text(Words.Conclusions[finding.Conclusion].Zh) : Value.Null;

    public override Value Standing(string code)
    {
        var standing = Total?.Find(code)?.Standing ?? (Leaves.TryGetValue(code, out var leaf) ? leaf.Standing : Indicators.Standing.Nothing);
        return new Value.Text(Words.Standings[standing].Zh);
    }

    /// <summary>The findings on a node, rulings (认定) left out.</summary>
    public ImmutableArray<Finding> FindingsOn(string code) => findings.Contains(code) ? [.. findings[code].Where(f => !f.IsRuling)] : [];

    /// <summary>认定: the ruling on a node, if there is one.</summary>
    public Finding? Ruling(string code) => findings.Contains(code) ? findings[code].FirstOrDefault(f => f.IsRuling) : null;

    internal void Set(string name, Value value) => values[name] = value;

    /// <summary>What the evidence behind a name rests on; computed values are followed down to fields and tables.</summary>
    internal IEnumerable<EvidenceUse> Uses(IEnumerable<string> names) =>
        names.SelectMany(Base).Distinct().Select(Use).OfType<EvidenceUse>();

    private IEnumerable<string> Base(string name) =>
        Definition(name) is { } computed ? computed.Names.SelectMany(Base) : [name];

    private EvidenceUse? Use(string name)
    {
        if (ruleSet.Schema.Field(name) is { } field)
        {
            return project.Fields.TryGetValue(name, out var cell)
                ? new EvidenceUse(name, Shown.Value(cell.Value, field.Type.Feel), cell.Standing, cell.Source, cell.Place)
                : new EvidenceUse(name, Words.MissingStates[MissingState.Blank], Indicators.Standing.Nothing, null, null);
        }

        if (ruleSet.Schema.Table(name) is null)
        {
            return null;
        }

        var rows = project.Tables.GetValueOrDefault(name, []);
        return new EvidenceUse(
            name,
            new($"{rows.Length}行", $"{rows.Length} rows"),
            rows.IsEmpty ? Indicators.Standing.Nothing : rows.Min(r => r.Standing),
            string.Join("；", rows.Select(r => r.Source).OfType<string>().Distinct()) is { Length: > 0 } sources ? sources : null,
            rows.IsEmpty ? null : rows[0].Place);
    }

    /// <summary>A table without rows is blank, not empty: nobody has filled it in.</summary>
    private Value Table(TableDefinition table) => project.Tables.TryGetValue(table.Name, out var rows) && !rows.IsEmpty
        ? new Value.List([.. rows.Select(row => (Value)Row(table, row))]) { Traits = table.Traits }
        : Value.Null;

    private Value.Context Row(TableDefinition table, Row row)
    {
        var cells = table.Columns.ToImmutableDictionary(c => c.Name, c => row.Cells.TryGetValue(c.Name, out var cell) ? cell.Value : Value.Null);
        foreach (var column in table.Computed)
        {
            cells = cells.SetItem(column.Name, column.Formula.Evaluate(With(new Value.Context(cells))));
        }

        return new Value.Context(cells);
    }
}
