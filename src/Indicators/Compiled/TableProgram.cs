using System.Collections.Immutable;

namespace Indicators.Compiled;

/// <summary>What a program asks of a table, as a program of its own: of which a row is a row of the table.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">What a row is read into: figures of its columns, and how they are missing.</param>
/// <param name="lanes">Says three things of a row for each aggregate: see <see cref="TableAggregate.Over"/>.</param>
/// <param name="aggregates">What is made of them.</param>
internal sealed class TableProgram(TableDefinition table, Columns columns, LaneProgram lanes, ImmutableArray<TableAggregate> aggregates)
{
    public TableDefinition Table => table;

    public Columns Columns => columns;

    public LaneProgram Lanes => lanes;

    public ImmutableArray<TableAggregate> Aggregates => aggregates;
}
