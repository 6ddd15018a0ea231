using System.Text;
using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Feel;
using Column = Indicators.Csv.Column;

namespace Indicators.Batch;

/// <summary>
/// Reads the cells of one field as bytes straight into the columns of the program. It takes only what is written in the plainest way;
/// of everything else it says no, and the row is read as in any other command.
/// </summary>
internal sealed class QuickField
{
    private static readonly (byte[] Word, int Rank)[] MissingWords = [.. Words.MissingStates.SelectMany(s => new[] { s.Value.Zh, s.Value.En }.Select(w => (Encoding.UTF8.GetBytes(w), Lifted.Rank(s.Key))))];

    private readonly FieldDefinition definition;
    private readonly FigureUnit[] units;
    private readonly (byte[] Text, int Id)[] texts;
    private readonly FieldColumns into;

    /// <param name="field">The field.</param>
    /// <param name="column">Of the file; null where it has none.</param>
    /// <param name="program">Reads what is taken.</param>
    /// <param name="columns">Take it.</param>
    public QuickField(FieldDefinition field, Column? column, CompiledProgram program, EvidenceColumns columns)
    {
        (definition, Column) = (field, column?.Index ?? -1);
        into = new FieldColumns(field, program, columns);
        units = definition.Type.IsFigure ? FigureUnit.Of(field.Type, column?.Unit) : [];
        texts = [.. program.Columns.Texts.Select(t => (Encoding.UTF8.GetBytes(t.Key), t.Value))];
    }

    /// <summary>Where its cell stands; -1 where the file has no such column.</summary>
    public int Column { get; }

    /// <summary>Takes a cell; false where it is not plain, or the program does not prove what it makes of it.</summary>
    /// <param name="cell">Without blanks around it.</param>
    /// <param name="row">Of the project in the columns.</param>
    /// <param name="rests">What the row rests on.</param>
    public bool Take(ReadOnlySpan<byte> cell, int row, int rests)
    {
        var rank = cell.IsEmpty ? Lifted.Rank(MissingState.Blank) : definition.Type.IsFigure && cell[0] <= '9' ? 0 : Rank(cell);
        var figure = 0.0;
        return (rank == 0 ? into.Takes && Read(cell, out figure) : !definition.Required || rank != Lifted.Rank(MissingState.Blank))
            && into.Put(row, figure, rank, rests);
    }

    private bool Read(ReadOnlySpan<byte> cell, out double figure)
    {
        figure = 0;
        switch (definition.Type.Kind)
        {
            case FieldKind.YesNo:
                var yes = cell.SequenceEqual("是"u8) || cell.SequenceEqual("yes"u8);
                figure = yes ? Emitter.AllBits : 0;
                return yes || cell.SequenceEqual("否"u8) || cell.SequenceEqual("no"u8);
            case FieldKind.Date:
                return Day(cell, out figure);
            case FieldKind.Text:
                foreach (var (text, id) in texts)
                {
                    figure = cell.SequenceEqual(text) ? id : figure;
                }

                return true;
            default:
                return Number(cell, out figure);
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
                return isPlain && into.IsInRange(amount);
            }
        }

        return false;
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

    private static int Rank(ReadOnlySpan<byte> cell)
    {
        foreach (var (word, rank) in MissingWords)
        {
            if (Ascii.EqualsIgnoreCase(cell, word) || cell.SequenceEqual(word))
            {
                return rank;
            }
        }

        return 0;
    }
}
