namespace Indicators.Compiled;

/// <summary>Where a program reads a field: its figures, how it is missing, what it rests on.</summary>
internal sealed class FieldColumns
{
    private readonly EvidenceColumns columns;
    private readonly int index;
    private readonly double[] figures;
    private readonly double[] missing;
    private readonly double[] standings;

    public FieldColumns(FieldDefinition field, CompiledProgram program, EvidenceColumns columns)
    {
        this.columns = columns;
        index = Index(FieldPart.Value);
        (figures, missing, standings) = (At(index), At(Index(FieldPart.Missing)), At(Index(FieldPart.Standing)));
        Range = new FieldRange(field);

        double[] At(int part) => part < 0 ? [] : columns.Values[part];
        int Index(FieldPart part) => program.Live.FirstOrDefault(i => program.Columns.All[i] is { Field: { } own } c && own.Name == field.Name && c.Part == part, -1);
    }

    /// <summary>What may be put here.</summary>
    public FieldRange Range { get; }

    /// <summary>Puts what a row has; false where the program does not prove what it makes of it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="figure">As the program takes it; 0 where it is missing.</param>
    /// <param name="rank">0, or that of the missing state.</param>
    /// <param name="rests">What it rests on, as the number of a <see cref="Standing"/>.</param>
    public bool Put(int row, double figure, int rank, int rests)
    {
        Set(figures, row, figure);
        Set(missing, row, rank);
        Set(standings, row, rank == 0 ? rests : LeafLifter.Unnamed);
        return index < 0 || columns.IsWithin(index, figure);
    }

    /// <summary>What no rule asks for has no room.</summary>
    private static void Set(double[] room, int row, double figure)
    {
        if (room.Length > 0)
        {
            room[row] = figure;
        }
    }
}
