using System.Globalization;
using CsvHelper;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Writes the file of what was rejected: a row for each reason.</summary>
internal sealed class RejectWriter(Language language)
{
    /// <summary>Of a row that cannot be read as much as shows which it is.</summary>
    private const int MostRaw = 1000;

    public void WriteHeader(CsvWriter csv) => BatchFormat.WriteHeader(
        csv, language, EvidenceWords.Project, ResultWords.File, ResultWords.Line, ResultWords.Column, ResultWords.Raw, ResultWords.Reason, ResultWords.Remedy, ResultWords.Code);

    public void Write(CsvWriter csv, IEnumerable<Rejection> rejections)
    {
        foreach (var (project, problem, column, raw) in rejections)
        {
            BatchFormat.WriteText(csv, project);
            BatchFormat.WriteText(csv, problem.Place.File);
            csv.WriteField(problem.Place.Line == 0 ? "" : problem.Place.Line.ToString(CultureInfo.InvariantCulture));
            BatchFormat.WriteText(csv, column);
            BatchFormat.WriteText(csv, Shortened(raw));
            BatchFormat.WriteText(csv, problem.Text(language));
            csv.WriteField(problem.Remedy(language));
            csv.WriteField(problem.Code);
            csv.EndRecord();
        }
    }

    private static string Shortened(string raw)
    {
        var clean = raw.Length <= MostRaw ? raw : raw[..(char.IsHighSurrogate(raw[MostRaw - 1]) ? MostRaw - 1 : MostRaw)] + "…";
        return clean.Replace("\0", "\\0", StringComparison.Ordinal);
    }
}
