using System.Text;
using Indicators.Batch;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Tests.Batch;

/// <summary>Runs evidence from bytes to bytes and through objects.</summary>
internal sealed class BothWays : IDisposable
{
    private static readonly BatchFormat Format = new(IsLong: false, Explains: false, Marked: false, Language.Chinese);

    private readonly TestFolder folder = new();

    public BothWays() => Directory.CreateDirectory(Evidence);

    /// <summary>The folder of files.</summary>
    public string Evidence => Path.Combine(folder.Path, "evidence");

    private string Results => Path.Combine(folder.Path, "results.csv");

    private string Rejects => Path.Combine(folder.Path, "rejects.csv");

    public void Write(string file, string text) => folder.Write(Path.Combine("evidence", file), text);

    /// <summary>Both must say the same.</summary>
    /// <returns>How many projects needed no object.</returns>
    public long RequireSame(RuleSet ruleSet)
    {
        var (fast, slow) = (Read(ruleSet, isQuick: true), Read(ruleSet, isQuick: false));
        Assert.Equal(slow.Results, fast.Results);
        Assert.Equal(slow.Rejects, fast.Rejects);
        Assert.Equivalent(slow.Tally, fast.Tally, strict: true);
        return Quick(ruleSet);
    }

    public BatchRun Run(RuleSet ruleSet, bool isQuick, int blockBytes)
    {
        var options = new BatchOptions([Evidence], Results, Rejects, Format, 1, Resumes: false) { IsQuick = isQuick, BlockBytes = blockBytes };
        var run = BatchRun.Run(ruleSet, options, _ => { }, TestContext.Current.CancellationToken);
        Assert.True(run.IsComplete, string.Join('\n', run.Problems));
        return run;
    }

    public void Dispose() => folder.Dispose();

    private (string Results, string Rejects, Tally Tally) Read(RuleSet ruleSet, bool isQuick)
    {
        var run = Run(ruleSet, isQuick, 1 << 14);
        return (File.ReadAllText(Results), File.ReadAllText(Rejects), run.Tally);
    }

    private long Quick(RuleSet ruleSet)
    {
        var files = BatchInput.Open([Evidence], ruleSet, [])!.Files;
        var scorer = QuickScorer.Of(files, new CompiledExecutor(ruleSet, standings: true).Program, Format);
        Assert.NotNull(scorer);
        return scorer.Score([.. files.Select(f => new[] { new CsvPart(Rows(f.Path), 2) })])?.Scored ?? 0;

        static byte[] Rows(string path) => Encoding.UTF8.GetBytes(File.ReadAllText(path) is var text ? text[(text.IndexOf('\n') + 1)..] : "");
    }
}
