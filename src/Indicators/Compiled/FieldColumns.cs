namespace Indicators.Compiled;

/// <summary>Where a program reads a field: its figures, how it is missing, what it rests on.</summary>
internal sealed class FieldColumns
{
    private readonly EvidenceColumns columns;
    private readonly int index;
    private readonly double[] figures;
    private readonly double[] missing;
    private readonly double[] standings;
    private readonly (long Low, long High)[]? range;

    public FieldColumns(FieldDefinition field, CompiledProgram program, EvidenceColumns columns)
    {
        this.columns = columns;
        index = Index(FieldPart.Value);
        (figures, missing, standings) = (At(index), At(Index(FieldPart.Missing)), At(Index(FieldPart.Standing)));
        var scale = new Fraction(Columns.UnitsOf(field.Type.Kind));
        range = field.Range?.Intervals is { } intervals ? [.. intervals.Select(i => Units(i, scale))] : null;
        Takes = field.Type.Kind != FieldKind.Target && (field.Range is null || (range is not null && field.Type.IsFigure));

        double[] At(int part) => part < 0 ? [] : columns.Values[part];
        int Index(FieldPart part) => program.Live.FirstOrDefault(i => program.Columns.All[i] is { Field: { } own } c && own.Name == field.Name && c.Part == part, -1);
    }

    /// <summary>Whether values can be put here at all: a goal cannot, nor what has a range that is no interval of figures.</summary>
    public bool Takes { get; }

    /// <summary>Whether a figure, in units of the field's last decimal, may be in evidence.</summary>
    public bool IsInRange(long units)
    {
        if (range is null)
        {
            return true;
        }

        foreach (var (low, high) in range)
        {
            if (units >= low && units <= high)
            {
                return true;
            }
        }

        return false;
    }

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

    private static (long Low, long High) Units(Feel.Interval interval, Fraction scale)
    {
        var low = interval.Low is { } l ? l * scale is var exact && interval.LowClosed ? exact.Ceiling() : (l * scale).Floor() + 1 : long.MinValue;
        var high = interval.High is { } h ? h * scale is var top && interval.HighClosed ? top.Floor() : (h * scale).Ceiling() - 1 : long.MaxValue;
        return ((long)System.Numerics.BigInteger.Max(low, long.MinValue), (long)System.Numerics.BigInteger.Min(high, long.MaxValue));
    }
}
