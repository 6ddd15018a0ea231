namespace Indicators.Batch;

/// <summary>The ids and names of some projects, as bytes.</summary>
internal sealed class QuickTexts
{
    private readonly List<(int Id, int Name, int End)> ends = [];
    private byte[] bytes = new byte[1 << 14];
    private int length;

    public ReadOnlySpan<byte> Id(int row) => bytes.AsSpan(ends[row].Id, ends[row].Name - ends[row].Id);

    public ReadOnlySpan<byte> Name(int row) => bytes.AsSpan(ends[row].Name, ends[row].End - ends[row].Name);

    public void Clear()
    {
        ends.Clear();
        length = 0;
    }

    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        if (bytes.Length - length < id.Length + name.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, length + id.Length + name.Length));
        }

        id.CopyTo(bytes.AsSpan(length));
        name.CopyTo(bytes.AsSpan(length + id.Length));
        ends.Add((length, length + id.Length, length + id.Length + name.Length));
        length += id.Length + name.Length;
    }
}
