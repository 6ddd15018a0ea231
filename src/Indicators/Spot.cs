using Indicators.Feel;

namespace Indicators;

/// <summary>A place in a project's evidence whose value can be otherwise: a field, or a cell of a table.</summary>
/// <param name="Field">The field, or the column.</param>
/// <param name="Table">Its table; null for a field.</param>
/// <param name="Row">Of the table, from 0.</param>
public sealed record Spot(FieldDefinition Field, string? Table = null, int Row = 0)
{
    /// <summary>The field, or table and column, such as <c>绩效目标.实际值</c>.</summary>
    public string Name => Table is null ? Field.Name : $"{Table}.{Field.Name}";

    /// <summary>What stands there; null where nothing was given.</summary>
    public Cell? Of(Project project) => (Table is null ? project.Fields : project.Tables[Table][Row].Cells).GetValueOrDefault(Field.Name);

    /// <summary>The project with another value there, which rests on what the value before it did.</summary>
    public Project Set(Project project, Value value)
    {
        var cell = Of(project) is { } old ? old with { Value = value } : new Cell(value, Standing.Nothing, null, Field.Place);
        if (Table is null)
        {
            return project.With(fields: project.Fields.SetItem(Field.Name, cell));
        }

        var rows = project.Tables[Table];
        return project.With(tables: project.Tables.SetItem(Table, rows.SetItem(Row, rows[Row] with { Cells = rows[Row].Cells.SetItem(Field.Name, cell) })));
    }

    /// <summary>A number as it is shown there.</summary>
    internal Bilingual Show(Fraction number) => Shown.Value(Value.Of(number), Field.Type.Feel);
}
