using System.Globalization;
using Indicators.Batch;

namespace Indicators.Benchmarks.Batch;

/// <summary>A folder with made-up evidence, and the runs over it.</summary>
internal sealed class BatchFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("batch-benchmark-").FullName;

    public string Hand => At("hand.csv");

    public string At(string name) => Path.Combine(folder, name);

    public void Write(string name, IEnumerable<string> lines)
    {
        using var file = new StreamWriter(At(name)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            file.WriteLine(line);
        }
    }

    public Tally Run(RuleSet ruleSet, int threads, int projects, params IEnumerable<string> evidence)
    {
        var format = new BatchFormat(IsLong: false, Explains: false, Marked: false, Language.Chinese);
        var run = BatchRun.Run(ruleSet, new BatchOptions([.. evidence.Select(At)], At("results.csv"), At("rejects.csv"), format, threads, Resumes: false), _ => { });
        return run is { IsComplete: true, Tally: var tally } && tally.Scored == projects ? tally : throw new InvalidOperationException(string.Join('\n', run.Problems));
    }

    /// <summary>Both must write the same, but for points that fall on a tie, on which doubles go the wrong way.</summary>
    public void RequireSame()
    {
        var (hand, own) = (File.ReadLines(Hand).ToList(), File.ReadLines(At("results.csv")).Skip(1).ToList());
        var different = hand.Zip(own).Count(l => l.First != l.Second);
        if (hand.Count != own.Count || different > hand.Count / 1000)
        {
            var (first, second) = hand.Zip(own).FirstOrDefault(l => l.First != l.Second);
            throw new InvalidOperationException($"{hand.Count} rows by hand, {own.Count} by the batch, {different} different:\n{first}\n{second}");
        }
    }

    public static string Text(double figure) => figure.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
