namespace Indicators.Batch;

/// <summary>Some bytes that are kept while what they came from goes on, in room that is used again.</summary>
internal sealed class Utf8Buffer
{
    private byte[] bytes = new byte[64];
    private int length;

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, length);

    public void Set(ReadOnlySpan<byte> value)
    {
        bytes = bytes.Length < value.Length ? new byte[2 * value.Length] : bytes;
        value.CopyTo(bytes);
        length = value.Length;
    }
}
