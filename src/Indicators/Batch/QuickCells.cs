using System.Buffers.Binary;
using System.Text;

namespace Indicators.Batch;

/// <summary>Cells that need no quotes, written one after another into room that is enough for all of them.</summary>
internal ref struct QuickCells(Span<byte> room)
{
    /// <summary>The most bytes of a cell of digits, with what ends it.</summary>
    public const int LongestDigits = 24;

    /// <summary>Points up to 100.00 with the comma: seven bytes, and in the eighth how many of them.</summary>
    private static readonly ulong[] Hundredths = [.. Enumerable.Range(0, 10_001).Select(Hundredth)];

    private readonly Span<byte> room = room;

    /// <summary>How many bytes it wrote.</summary>
    public int Length { get; private set; }

    /// <summary>A cell of text.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        Add(text);
        Add((byte)',');
    }

    /// <summary>A cell of digits.</summary>
    /// <param name="units">Of the last decimal; not below zero.</param>
    /// <param name="places">Decimals.</param>
    public void Digits(long units, int places)
    {
        if (places == 2 && units < Hundredths.Length)
        {
            var text = Hundredths[units];
            BinaryPrimitives.WriteUInt64LittleEndian(room[Length..], text);
            Length += (int)(text >> 56);
            return;
        }

        var count = places + 1;
        for (; count < PlainNumber.Powers.Length && PlainNumber.Powers[count] <= units; count++)
        {
        }

        var end = Length + count + (places > 0 ? 1 : 0);
        var at = end;
        for (var i = 0; i < count; i++)
        {
            if (i == places && places > 0)
            {
                room[--at] = (byte)'.';
            }

            var tenth = units / 10;
            room[--at] = (byte)('0' + (units - tenth * 10));
            units = tenth;
        }

        Length = end;
        Add((byte)',');
    }

    /// <summary>Bytes that are no cell of their own.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(room[Length..]);
        Length += bytes.Length;
    }

    public void Add(byte b) => room[Length++] = b;

    private static ulong Hundredth(int units)
    {
        Span<byte> text = stackalloc byte[8];
        var cell = new QuickCells(text);
        cell.Text(Encoding.ASCII.GetBytes($"{units / 100}.{units / 10 % 10}{units % 10}"));
        text[7] = (byte)cell.Length;
        return BinaryPrimitives.ReadUInt64LittleEndian(text);
    }
}
