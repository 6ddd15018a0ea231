using System.Diagnostics.CodeAnalysis;

namespace Indicators.Batch;

/// <summary>What was made of some bytes, so that it need not be made again. It forgets all when there is too much of it.</summary>
internal sealed class Utf8Memory<T>
{
    private const int Most = 1 << 14;

    private readonly Dictionary<byte[], T> known = new(new Utf8Comparer());
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> lookup;

    public Utf8Memory() => lookup = known.GetAlternateLookup<ReadOnlySpan<byte>>();

    public bool TryGet(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T value) => lookup.TryGetValue(bytes, out value);

    public T Keep(ReadOnlySpan<byte> bytes, T value)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        lookup[bytes] = value;
        return value;
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => (int)Utf8Hash.Of(obj);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)Utf8Hash.Of(alternate);
    }
}

/// <summary>FNV-1a: what is asked for is short.</summary>
internal static class Utf8Hash
{
    private const ulong Start = 14695981039346656037;

    public static ulong Of(ReadOnlySpan<byte> bytes, ulong hash = Start)
    {
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }

    public static ulong Of(ulong number, ulong hash) => (hash ^ number) * 1099511628211;
}
