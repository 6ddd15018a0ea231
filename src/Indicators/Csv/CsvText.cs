using System.Text;
using System.Text.Unicode;

namespace Indicators.Csv;

/// <summary>The encodings of evidence files, tried in order: byte order mark, strict UTF-8, GB18030.</summary>
internal static class CsvText
{
    /// <summary>Throws on what is not in it.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The bytes as UTF-8 without a mark; null if they are in no encoding that we read.</summary>
    public static ReadOnlyMemory<byte>? ToUtf8(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("\uFEFF"u8))
        {
            return Utf8.IsValid(bytes) ? bytes.AsMemory(3) : null;
        }

        try
        {
            if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            {
                return Encoding.UTF8.GetBytes(new UnicodeEncoding(bytes[0] == 0xFE, true, true).GetString(bytes.AsSpan(2)));
            }

            if (Utf8.IsValid(bytes))
            {
                return bytes;
            }

            return Encoding.UTF8.GetBytes(Gb18030.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
