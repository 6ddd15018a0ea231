using System.Text;

namespace Indicators.Benchmarks.Batch;

/// <summary>Writes results digit by digit, as the batch would.</summary>
internal sealed class HandResults(string path) : IDisposable
{
    private static readonly byte[][] Grades = [.. new[] { "优", "良", "中", "差" }.Select(Encoding.UTF8.GetBytes)];

    private readonly FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 0);
    private readonly byte[] room = new byte[1 << 20];
    private int length;

    /// <param name="id">Of the project.</param>
    /// <param name="name">Its name.</param>
    /// <param name="scores">Of the indicators, the dimensions and the total; the number of the grade; the bits of the flags.</param>
    /// <param name="indicators">How many come first.</param>
    public void Write(ReadOnlySpan<byte> id, ReadOnlySpan<byte> name, ReadOnlySpan<double> scores, int indicators)
    {
        if (room.Length - length < 4096)
        {
            file.Write(room, 0, length);
            length = 0;
        }

        Text(id);
        Text(name);
        Points(scores[^3]);
        Text(Grades[(int)scores[^2]]);
        Points(0);
        Points(100);
        Points(0);
        Points(0);
        for (var i = indicators; i < scores.Length - 3; i++)
        {
            Points(scores[i]);
        }

        for (var i = 0; i < indicators; i++)
        {
            Points(scores[i]);
        }

        var flags = (int)scores[^1];
        Add((flags & 1) != 0 ? "F1"u8 : default);
        Add((flags & 3) == 3 ? " "u8 : default);
        Add((flags & 2) != 0 ? "F2"u8 : default);
        Add((flags & 4) != 0 && (flags & 3) != 0 ? " "u8 : default);
        Add((flags & 4) != 0 ? "F3"u8 : default);
        Add(",\n"u8);
    }

    public void Dispose()
    {
        file.Write(room, 0, length);
        file.Dispose();
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        Add(text);
        room[length++] = (byte)',';
    }

    private void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(room.AsSpan(length));
        length += text.Length;
    }

    private void Points(double points)
    {
        var cents = (int)(points * 100 + 0.5);
        var whole = cents / 100;
        if (whole >= 100)
        {
            room[length++] = (byte)('0' + whole / 100);
        }

        if (whole >= 10)
        {
            room[length++] = (byte)('0' + whole / 10 % 10);
        }

        room[length++] = (byte)('0' + whole % 10);
        room[length++] = (byte)'.';
        room[length++] = (byte)('0' + cents / 10 % 10);
        room[length++] = (byte)('0' + cents % 10);
        room[length++] = (byte)',';
    }
}
