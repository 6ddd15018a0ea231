using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>A made-up row of a table.</summary>
/// <param name="table">The table.</param>
/// <param name="cells">In the order of its columns.</param>
/// <param name="isAlone">Whether its computed columns read nothing but the row.</param>
internal sealed class SampleRow(TableDefinition table, SampleCell[] cells, bool isAlone)
{
    private Value.Context? seen;
    private int changes = -1;

    public TableDefinition Table => table;

    public SampleCell[] Cells => cells;

    /// <summary>What expressions see of it, columns that are worked out included.</summary>
    /// <param name="project">What the expressions of such columns see beside the row.</param>
    public Value.Context Seen(Scope project)
    {
        var now = cells.Sum(c => c.Changes);
        if (seen is null || changes != now || !isAlone)
        {
            (seen, changes) = (Look(project), now);
        }

        return seen;
    }

    private Value.Context Look(Scope project)
    {
        var row = cells.ToDictionary(c => c.Definition.Name, c => c.Value);
        foreach (var column in table.Computed)
        {
            row[column.Name] = column.Formula.Evaluate(new InRow(project, row));
        }

        return new Value.Context(row.ToImmutableDictionary());
    }

    private sealed class InRow(Scope project, Dictionary<string, Value> row) : Scope
    {
        public override bool Knows(string name) => row.ContainsKey(name) || project.Knows(name);

        public override Value Lookup(string name) => row.TryGetValue(name, out var own) ? own : project.Lookup(name);
    }
}
