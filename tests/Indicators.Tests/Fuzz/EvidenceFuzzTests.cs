using CsCheck;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Tests.Fuzz;

/// <summary>The evidence of the sample, damaged at random: reading it reports problems and never throws or hangs, and what is sound is scored.</summary>
public sealed class EvidenceFuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly RuleSet Kunming = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!;

    private static readonly (string File, string Text)[] Sample = [.. Directory.EnumerateFiles(Repository.Path("samples", "kunming-2017"), "*.csv")
        .Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];

    private static readonly Gen<(string File, string Text)[]> Damaged = Mutation.Any.Array[1, 5]
        .Select(mutations => mutations.Aggregate(Sample, (files, m) => m.Apply(files)));

    [Fact]
    public void Damaged_evidence_is_reported_or_scored() => Fuzz(seconds: 5);

    [Fact(Explicit = true)]
    public void Damaged_evidence_is_reported_or_scored_for_long() => Fuzz(seconds: 60);

    private static void Fuzz(int seconds) => Damaged.Sample(
        files => Assert.True(Task.Run(() => Read(files), TestContext.Current.CancellationToken).Wait(Patience), "It hangs."),
        time: seconds,
        threads: 1,
        print: files => string.Join("\n", files.Select(f => $"--- {f.File}\n{f.Text}")));

    private static void Read((string File, string Text)[] files)
    {
        using var folder = new TestFolder();
        foreach (var (file, text) in files)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, file), Mutation.Bytes(text));
        }

        var evidence = EvidenceReader.Read(folder.Path, Kunming);
        _ = string.Concat(evidence.Problems.Select(p => $"{p.Text(Language.Chinese)}{p.Text(Language.English)}{p.Remedy(Language.Chinese)}{p.Remedy(Language.English)}"));
        Assert.True(evidence.Problems.HasErrors || evidence.Rejected.IsEmpty);
        Scored.Read(Kunming, evidence.Projects);
    }
}
