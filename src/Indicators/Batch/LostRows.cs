using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Tells of rows whose projects do not exist: whoever lacks them looks finished.</summary>
internal static class LostRows
{
    private const int Together = 1000;

    /// <summary>The reasons and the number of rows, some at a time.</summary>
    public static IEnumerable<BlockResult> Of(EvidenceIndex index, ImmutableArray<BatchFile> files, Language language)
    {
        foreach (var rows in index.Unknown().Chunk(Together))
        {
            var result = new BlockResult();
            var rejections = rows.SelectMany(row => Of(row.Part, files[row.File], row.Near, result.Tally)).ToList();
            foreach (var rejection in rejections)
            {
                result.Tally.Add(rejection.Problem);
            }

            using (var csv = BatchFormat.Writer(result.Rejects))
            {
                new RejectWriter(language).Write(csv, rejections);
            }

            yield return result;
        }
    }

    private static IEnumerable<Rejection> Of(CsvPart part, BatchFile file, string[] near, Tally tally)
    {
        var problems = new Diagnostics();
        var lines = CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [part], problems).Lines;
        tally.LostRows += lines.Count;
        foreach (var problem in problems)
        {
            yield return new Rejection("", problem, "", lines.First(l => l.Line == problem.Place.Line).RawText);
        }

        // Rows that follow each other name the same project: that is told once.
        if (lines.FirstOrDefault(l => !l.Damaged) is { } line)
        {
            var id = line.Cells[file.IdColumn];
            var place = file.IdAt(line.Line);
            yield return new Rejection(id, id.Length == 0 ? new Diagnostic(Messages.ProjectIdMissing, place) : new Diagnostic(Messages.UnknownProject, place, id, DidYouMean.Hint(id, near)), file.IdHeader, id);
        }
    }
}
