using Indicators.Batch;

namespace Indicators.Tests.Batch;

/// <summary>One batch and the files that it wrote.</summary>
internal sealed record BatchResults(BatchRun Run, string Results, string Rejects)
{
    private static readonly BatchFormat Wide = new(IsLong: false, Explains: false, Marked: false, Language.Chinese);

    public static BatchResults Of(RuleSet ruleSet, string folder, params string[] evidence) => Of(ruleSet, folder, Wide, 1, 1 << 12, evidence);

    public static BatchResults Of(RuleSet ruleSet, string folder, BatchFormat format, int threads, int blockBytes, params string[] evidence)
    {
        var (results, rejects) = (Path.Combine(folder, "results.csv"), Path.Combine(folder, "rejects.csv"));
        Directory.CreateDirectory(folder);
        var run = BatchRun.Run(ruleSet, new BatchOptions([.. evidence], results, rejects, format, threads, Resumes: false) { BlockBytes = blockBytes }, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(run.IsComplete ? [rejects, results] : [rejects + ".part", results + ".part"], Directory.GetFiles(folder).Where(f => !f.EndsWith(".checkpoint", StringComparison.Ordinal)).Order(StringComparer.Ordinal).DefaultIfEmpty());
        return new(run, File.ReadAllText(run.IsComplete ? results : results + ".part"), File.ReadAllText(run.IsComplete ? rejects : rejects + ".part"));
    }

    /// <summary>The rows of the results, by project.</summary>
    public Dictionary<string, Dictionary<string, string>> Rows => Table(Results).ToDictionary(r => r["项目"]);

    public List<Dictionary<string, string>> Reasons => Table(Rejects);

    public static List<Dictionary<string, string>> Table(string text)
    {
        using var reader = CsvHelper.CsvReader.FromText(text, new CsvHelper.CsvReaderOptions { HasHeader = true, TrackLineNumbers = true });
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.Headers.ToArray().Index().ToDictionary(h => h.Item, h => reader.GetString(h.Index)));
        }

        return rows;
    }
}
