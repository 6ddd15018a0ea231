using System.Text;
using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Feel;
using Column = Indicators.Csv.Column;
using Columns = Indicators.Compiled.Columns;

namespace Indicators.Batch;

/// <summary>
/// Reads the cells of a field, or of a column of a table, as bytes. What is written in the plainest way it reads itself; the rest
/// as any other command does, and remembers it. Of what is no value it says no, and the project is read as in any other command.
/// </summary>
/// <param name="definition">The field.</param>
/// <param name="column">Of the file; null where it has none.</param>
/// <param name="texts">The texts that rules name, with their numbers.</param>
internal sealed class QuickCell(FieldDefinition definition, Column? column, IReadOnlyDictionary<string, int> texts)
{
    private static readonly int Blank = Lifted.Rank(MissingState.Blank);
    private static readonly (byte[] Word, MissingState State)[] MissingWords =
        [.. Words.MissingStates.SelectMany(s => new[] { s.Value.Zh, s.Value.En }.Select(w => (Encoding.UTF8.GetBytes(w), s.Key)))];

    private readonly FigureUnit[] units = definition.Type.IsFigure ? FigureUnit.Of(definition.Type, column?.Unit) : [];
    private readonly FieldRange range = new(definition);
    private readonly (byte[] Text, int Id)[] texts = [.. texts.Select(t => (Encoding.UTF8.GetBytes(t.Key), t.Value))];
    private readonly Utf8Memory<(Value? Value, double? Figure)> remembered = new();

    public FieldDefinition Definition => definition;

    /// <summary>Where the cell stands; -1 where the file has no such column.</summary>
    public int Column { get; } = column?.Index ?? -1;

    /// <summary>Reads a cell; false where it is not plain, or nothing that may stand in it.</summary>
    /// <param name="cell">Without blanks around it.</param>
    /// <param name="figure">As the program takes it; 0 where it is missing.</param>
    /// <param name="rank">0, or that of the missing state.</param>
    public bool Read(ReadOnlySpan<byte> cell, out double figure, out int rank)
    {
        figure = 0;
        rank = cell.IsEmpty ? Blank : definition.Type.IsFigure && cell[0] <= '9' ? 0 : Lifted.Rank(State(cell));
        return rank == 0 ? range.Takes && ReadValue(cell, out figure) : !definition.Required || rank != Blank;
    }

    /// <summary>The value of a cell that was read.</summary>
    public Value ValueOf(ReadOnlySpan<byte> cell, double figure, int rank) =>
        rank == Blank ? Value.Null
        : rank > 0 ? new Value.Missing((MissingState)(rank - 1))
        : definition.Type.IsFigure ? Value.Of(new Fraction((long)figure, Columns.UnitsOf(definition.Type.Kind)))
        : definition.Type.Kind == FieldKind.Text ? new Value.Text(Encoding.UTF8.GetString(cell))
        : Remember(cell).Value!;

    private bool ReadValue(ReadOnlySpan<byte> cell, out double figure)
    {
        figure = 0;
        switch (definition.Type.Kind)
        {
            case FieldKind.YesNo:
                var yes = cell.SequenceEqual("是"u8) || cell.SequenceEqual("yes"u8);
                figure = yes ? Emitter.AllBits : 0;
                return yes || cell.SequenceEqual("否"u8) || cell.SequenceEqual("no"u8) || ReadSlowly(cell, out figure);
            case FieldKind.Date:
                return Day(cell, out figure) || ReadSlowly(cell, out figure);
            case FieldKind.Text:
                foreach (var (text, id) in texts)
                {
                    figure = cell.SequenceEqual(text) ? id : figure;
                }

                return true;
            default:
                return Number(cell, out figure) || ReadSlowly(cell, out figure);
        }
    }

    /// <summary>In units of the field's last decimal.</summary>
    private bool Number(ReadOnlySpan<byte> cell, out double figure)
    {
        figure = 0;
        foreach (var unit in units)
        {
            if (unit.Written.Length == 0 ? cell[^1] <= '9' : cell.EndsWith(unit.Written))
            {
                var isPlain = unit.Read(cell[..^unit.Written.Length], out var amount);
                figure = amount;
                return isPlain && range.Contains(amount);
            }
        }

        return false;
    }

    private bool ReadSlowly(ReadOnlySpan<byte> cell, out double figure)
    {
        var known = Remember(cell).Figure;
        figure = known ?? 0;
        return known is not null;
    }

    /// <summary>What any other command reads, and what of it the program takes, if it does.</summary>
    private (Value? Value, double? Figure) Remember(ReadOnlySpan<byte> cell)
    {
        if (remembered.TryGet(cell, out var known))
        {
            return known;
        }

        var value = ValueText.Read(Encoding.UTF8.GetString(cell), definition.Type, column?.Unit).Value;
        return remembered.Keep(cell, (value, value switch
        {
            Value.Number { Amount: var amount } => Columns.Units(amount, Columns.UnitsOf(definition.Type.Kind)) is var units && !double.IsNaN(units) && range.Contains((long)units) ? units : null,
            Value.Date { Day: var day } => day.Number,
            Value.Truth { Holds: var holds } => holds ? Emitter.AllBits : 0.0,
            _ => null,
        }));
    }

    /// <summary>2017-04-25.</summary>
    private static bool Day(ReadOnlySpan<byte> cell, out double figure)
    {
        figure = 0;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-' || ValueText.Day(Whole(cell[..4]), Whole(cell.Slice(5, 2)), Whole(cell[8..])) is not { } day)
        {
            return false;
        }

        figure = ((CalendarDate)day).Number;
        return true;
    }

    private static int Whole(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            number = digit is >= (byte)'0' and <= (byte)'9' && number >= 0 ? number * 10 + (digit - '0') : -1;
        }

        return number;
    }

    private static MissingState? State(ReadOnlySpan<byte> cell)
    {
        foreach (var (word, state) in MissingWords)
        {
            if (Ascii.EqualsIgnoreCase(cell, word) || cell.SequenceEqual(word))
            {
                return state;
            }
        }

        return null;
    }
}
