using CsCheck;
using Indicators.Differences;
using Indicators.Loading;

namespace Indicators.Tests.Differences;

/// <summary>Whatever is edited, rules with the same digest differ in nothing but notes, and no others do.</summary>
public sealed class DigestTests
{
    private static readonly string[] Sets = ["kunming-2017", "mof-2013-example", "mof-2020-henan", "core-indicators-2021", "textbook-2018"];

    private static readonly Gen<(int Set, (int File, int Line, int How)[] Edits)> Edits = Gen.Select(
        Gen.Int[0, Sets.Length - 1], Gen.Select(Gen.Int[0, 20], Gen.Int[0, 400], Gen.Int[0, 4]).Array[1, 3]);

    [Fact]
    public void Equal_digests_mean_that_nothing_but_notes_differs_and_others_are_explained()
    {
        var compared = 0;
        Edits.Sample(
            edit =>
            {
                using var copy = new RuleSetCopy();
                var set = Sets[edit.Set];
                foreach (var (file, line, how) in edit.Edits)
                {
                    Edit(copy.Path(set), file, line, how);
                }

                var (before, after) = (RuleSetLoader.LoadDirectory(Repository.Path("rules", set)), RuleSetLoader.LoadDirectory(copy.Path(set)));
                if (after.RuleSet is null)
                {
                    return;
                }

                compared++;
                var differences = Comparison.Between(before, after);
                Assert.Equal(before.RuleSet!.Digest == after.RuleSet.Digest, differences.All(d => d.Kind == DifferenceKind.Note));
                // The last resort would make the line above true of anything.
                Assert.DoesNotContain(differences, d => d.Kind == DifferenceKind.Writing);
                Assert.Empty(Comparison.Between(after, after));
            },
            iter: 40,
            threads: 1);
        Assert.True(compared > 5, $"Only {compared} edits load.");
    }

    private static void Edit(string folder, int file, int line, int how)
    {
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        var path = files[file % files.Count];
        var lines = File.ReadAllLines(path).ToList();
        var at = line % (lines.Count - 1);
        var text = lines[at];
        switch (how)
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                (lines[at], lines[at + 1]) = (lines[at + 1], text);
                break;
            case 2 when text.AsSpan().IndexOfAny("123456789") is >= 0 and var digit:
                lines[at] = text[..digit] + "7" + text[(digit + 1)..];
                break;
            case 3:
                lines[at] = text.Replace("名称: ", "name: ").Replace("依据: ", "basis: ").Replace("分值: ", "weight: ").Replace("口径: ", "reading: ");
                break;
            default:
                lines[at] = text.Contains("口径", StringComparison.Ordinal) || text.TrimStart().StartsWith("说明", StringComparison.Ordinal) ? text + "（改）" : text + " # 注";
                break;
        }

        File.WriteAllLines(path, lines);
    }
}
