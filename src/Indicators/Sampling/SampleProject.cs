using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>A made-up project while its cells are brought to go together, and what expressions see of it.</summary>
internal sealed class SampleProject : Scope
{
    private readonly RuleSet ruleSet;
    private readonly ImmutableArray<string> computed;
    private readonly Dictionary<string, SampleCell> fields = [];
    private readonly Dictionary<string, SampleRow[]> tables = [];
    private readonly Dictionary<string, Value> worked = [];
    private readonly Dictionary<FieldDefinition, int> changes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SampleCheck, (int Changes, bool IsWrong)> found = [];
    private SampleRow? only;
    private (string Name, SampleRow Row)? bound;

    /// <param name="ruleSet">The rules that the evidence is for.</param>
    /// <param name="number">From 1.</param>
    /// <param name="values">Makes up cells.</param>
    /// <param name="rows">Makes up rows.</param>
    /// <param name="computed">Names of what is worked out from evidence alone.</param>
    public SampleProject(RuleSet ruleSet, long number, SampleValues values, SampleRows rows, ImmutableArray<string> computed)
    {
        (this.ruleSet, Number, this.computed) = (ruleSet, number, computed);
        foreach (var field in ruleSet.Schema.Fields)
        {
            fields[field.Name] = new SampleCell(field, attempt => values.Cell(field, number, "", attempt), Change);
        }

        foreach (var table in ruleSet.Schema.Tables)
        {
            tables[table.Name] = rows.Of(table, number, Change);
        }
    }

    public long Number { get; }

    /// <summary>What cannot be made right.</summary>
    public HashSet<SampleCheck> Hopeless { get; } = [];

    public SampleCell Field(string name) => fields[name];

    public SampleRow[] Rows(string table) => tables[table];

    /// <summary>What a look at some of the evidence finds; it is not taken twice at the same.</summary>
    public bool Finds(SampleCheck check, Func<SampleProject, bool> look)
    {
        if (only is not null)
        {
            return look(this);
        }

        var now = check.Evidence.Sum(changes.GetValueOrDefault);
        if (!found.TryGetValue(check, out var last) || last.Changes != now)
        {
            found[check] = last = (now, look(this));
        }

        return last.IsWrong;
    }

    /// <summary>What the project is as if its table had but one row.</summary>
    public T With<T>(SampleRow row, Func<T> look)
    {
        only = row;
        worked.Clear();
        var seen = look();
        only = null;
        worked.Clear();
        return seen;
    }

    /// <summary>What the project is where a name stands for a row.</summary>
    public T With<T>(string name, SampleRow row, Func<T> look)
    {
        bound = (name, row);
        var seen = look();
        bound = null;
        return seen;
    }

    public override bool Knows(string name) => bound?.Name == name || fields.ContainsKey(name) || tables.ContainsKey(name) || Definition(name) is not null || ruleSet.PeriodValues.ContainsKey(name);

    public override bool KnowsCode(string code) => ruleSet.Find(code) is not null;

    public override Formula? Definition(string name) => ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name)?.Formula;

    public override Value Lookup(string name)
    {
        if (bound is var (own, row) && own == name)
        {
            return row.Seen(this);
        }

        if (fields.TryGetValue(name, out var cell))
        {
            return cell.Value;
        }

        if (!worked.TryGetValue(name, out var value))
        {
            worked[name] = value = Definition(name)?.Evaluate(this)
                ?? (tables.TryGetValue(name, out var rows) ? Table(rows) : ruleSet.PeriodValues.GetValueOrDefault(name, Value.Null));
        }

        return value;
    }

    /// <summary>Of what rests on no finding; the others are made up elsewhere.</summary>
    public override Value Score(string code)
    {
        if (ruleSet.Find(code) is not { Method: not null } leaf || leaf.Method.IsJudged || leaf.Method.Comparisons.Any(c => c.OfPortfolio))
        {
            return Value.Null;
        }

        var scope = Scored();
        var opened = LeafScorer.Open(leaf, ruleSet.IndicatorOf(leaf), scope);
        scope.Leaves[code] = LeafScorer.Close(opened, opened.Decide());
        return scope.Score(code);
    }

    private Value Table(SampleRow[] rows)
    {
        var seen = Visible(rows);
        return seen.Length == 0 ? Value.Null : new Value.List([.. seen.Select(r => (Value)r.Seen(this))]) { Traits = seen[0].Table.Traits };
    }

    /// <summary>What the methods of indicators see of it; no findings, and nothing that is worked out from other scores.</summary>
    public ProjectScope Scored()
    {
        var scope = new ProjectScope(ruleSet, new Project { Id = "" });
        foreach (var name in fields.Keys.Concat(tables.Keys).Concat(computed))
        {
            scope.Set(name, Lookup(name));
        }

        return scope;
    }

    private SampleRow[] Visible(SampleRow[] rows) => only is not null && rows.Contains(only) ? [only] : rows;

    private void Change(FieldDefinition definition)
    {
        changes[definition] = changes.GetValueOrDefault(definition) + 1;
        worked.Clear();
    }
}
