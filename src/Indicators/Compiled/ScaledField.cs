namespace Indicators.Compiled;

/// <summary>A field whose values come as whole numbers: 150000 with two decimals is 1500.00 of the unit; of 是否, 1 and 0.</summary>
/// <param name="Definition">Of type 数, 金额, 百分比 or 是否.</param>
/// <param name="Decimals">0 to 6.</param>
/// <param name="Unit">As in the header of a CSV column; null where the type says it.</param>
public sealed record ScaledField(FieldDefinition Definition, int Decimals, string? Unit)
{
    public const int MostDecimals = 6;

    /// <summary>Whether whole numbers in this unit mean something for the field.</summary>
    public bool IsKnown => Definition.Type.Kind == FieldKind.YesNo ? Decimals == 0 && Unit is null
        : Definition.Type.IsFigure && Decimals is >= 0 and <= MostDecimals && Figure is not null;

    /// <summary>How bare digits become units of the field's last decimal.</summary>
    internal FigureUnit? Figure => FigureUnit.Of(Definition.Type, Unit).FirstOrDefault(u => u.Written.Length == 0);
}

/// <summary>The values of some projects, column by column.</summary>
/// <param name="Count">How many projects.</param>
/// <param name="Values">By field, then by project.</param>
/// <param name="Present">By field a bit for each project, the first in the lowest bit of the first byte: set where it has a value, which is blank otherwise; empty where all have.</param>
/// <param name="Documented">The same of projects whose values rest on documents; the others are claims.</param>
public readonly record struct ScaledColumns(int Count, IReadOnlyList<IReadOnlyList<long>> Values, IReadOnlyList<ReadOnlyMemory<byte>> Present, ReadOnlyMemory<byte> Documented);

/// <summary>The scores of some projects, column by column.</summary>
/// <param name="Count">How many projects.</param>
/// <param name="Nodes">How many nodes: the total, then dimensions, criteria and indicators in the order of the rule set.</param>
/// <param name="Flags">How many flags.</param>
public sealed class ScoreColumns(int Count, int Nodes, int Flags)
{
    /// <summary>By node and project: published points in units of the node's last decimal.</summary>
    public long[][] Points { get; } = Make<long>(Nodes, Count);

    /// <summary>By node a bit for each project, set where it has points: they are not held, nor left out.</summary>
    public byte[][] Present { get; } = Make<byte>(Nodes, Bytes(Count));

    /// <summary>By project: the number of the grade from 1, best first; 0 where there is none.</summary>
    public int[] Grades { get; } = new int[Count];

    /// <summary>By flag a bit for each project, set where it is raised.</summary>
    public byte[][] Raised { get; } = Make<byte>(Flags, Bytes(Count));

    /// <summary>The same where it could not be decided.</summary>
    public byte[][] Undecided { get; } = Make<byte>(Flags, Bytes(Count));

    /// <summary>How many bytes the bits of so many projects take.</summary>
    public static int Bytes(int count) => (count + 7) / 8;

    public static bool Bit(ReadOnlySpan<byte> bits, int row) => (bits[row >> 3] >> (row & 7) & 1) != 0;

    public static void Set(byte[] bits, int row) => bits[row >> 3] |= (byte)(1 << (row & 7));

    private static T[][] Make<T>(int columns, int rows) => [.. Enumerable.Range(0, columns).Select(_ => new T[rows])];
}
