using Indicators.Compiled;
using Indicators.Feel;
using Column = Indicators.Csv.Column;

namespace Indicators.Batch;

/// <summary>Reads the cells of one field of the projects straight into the columns of the program.</summary>
/// <param name="definition">The field.</param>
/// <param name="column">Of the file; null where it has none.</param>
/// <param name="program">Reads what is taken.</param>
/// <param name="columns">Take it.</param>
internal sealed class QuickField(FieldDefinition definition, Column? column, CompiledProgram program, EvidenceColumns columns)
{
    private readonly QuickCell cell = new(definition, column, program.Columns.Texts);
    private readonly FieldColumns into = new(definition, program, columns);
    private readonly bool isNamed = program.Share!.Names.Contains(definition.Name);

    public FieldDefinition Definition => definition;

    /// <summary>Where its cell stands; -1 where the file has no such column.</summary>
    public int Column => cell.Column;

    /// <summary>What was taken last, if the reference reads it.</summary>
    public Value? Taken { get; private set; }

    /// <summary>Takes a cell; false where it is not plain, or the program does not prove what it makes of it.</summary>
    /// <param name="text">Without blanks around it.</param>
    /// <param name="row">Of the project in the columns.</param>
    /// <param name="rests">What the row rests on.</param>
    public bool Take(ReadOnlySpan<byte> text, int row, int rests)
    {
        if (!cell.Read(text, out var figure, out var rank))
        {
            return false;
        }

        if (isNamed)
        {
            Taken = cell.ValueOf(text, figure, rank);
        }

        return into.Put(row, figure, rank, rests);
    }
}
