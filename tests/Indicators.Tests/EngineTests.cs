using System.Globalization;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Tests;

/// <summary>The same digits on every machine: the engine has no clock, no chance and no culture.</summary>
public sealed class EngineTests
{
    [Fact]
    public void The_engine_asks_no_clock_and_throws_no_dice()
    {
        string[] banned = ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.", "Stopwatch", "Random", "Guid.NewGuid", "CurrentCulture", "float "];
        // The compiled program holds integers in doubles, of which it proves that they are exact; so do the rows that a batch fills for it, and nobody else.
        // Statistics are estimates.
        string[] compiled = [Path.Combine("Indicators", "Compiled"), Path.Combine("Indicators", "Batch", "Quick"), Path.Combine("Years", "Statistics")];
        var sources = Directory.EnumerateFiles(Repository.Path("src", "Indicators"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        Assert.All(sources, file =>
        {
            var code = File.ReadAllLines(file).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.All(compiled.Any(c => file.Contains(c, StringComparison.Ordinal)) ? banned : [.. banned, "double "], word => Assert.DoesNotContain(code, line => line.Contains(word, StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void A_comma_as_decimal_point_changes_nothing()
    {
        var invariant = Printed();
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.Equal(invariant, Printed());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Printed()
    {
        var ruleSet = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!;
        var project = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), ruleSet).Projects.Single();
        var evaluation = ReferenceEvaluator.Evaluate(ruleSet, project);
        return string.Join('\n', evaluation.Total.All.Select(s => $"{s.Published.ToFixed(2)} {s.Sentence(Language.Chinese)} {s.Next?.In(Language.English)}"))
            + string.Join('\n', evaluation.Flags.Select(f => f.Says.In(Language.Chinese)));
    }
}
