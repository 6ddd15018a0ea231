using CsvHelper;

namespace Indicators.Batch;

/// <summary>What the results of a batch look like.</summary>
/// <param name="IsLong">A row for each indicator, not for each project.</param>
/// <param name="Explains">With the sentences of each indicator; only where it is long.</param>
/// <param name="Marked">With a byte order mark, for Excel.</param>
/// <param name="Language">Of headers and sentences.</param>
public sealed record BatchFormat(bool IsLong, bool Explains, bool Marked, Language Language)
{
    /// <summary>A cell that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
    internal static CsvWriter Writer(Stream stream) => CsvWriter.Create(stream, new CsvWriterOptions
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    }, leaveOpen: true);

    /// <summary>Begins a file.</summary>
    internal void Mark(Stream stream)
    {
        if (Marked)
        {
            stream.Write("\uFEFF"u8);
        }
    }

    internal static void WriteHeader(CsvWriter csv, Language language, params ReadOnlySpan<Bilingual> names)
    {
        foreach (var name in names)
        {
            csv.WriteField(name.In(language));
        }

        csv.EndRecord();
    }

    /// <summary>Text from outside. Spreadsheets that are set for Chinese run formulas that begin in full width as well.</summary>
    internal static void WriteText(CsvWriter csv, string text) => csv.WriteField(text is ['＝' or '＋' or '－' or '＠', ..] ? $"'{text}" : text);
}
