using Indicators.Differences;
using Indicators.Loading;

namespace Indicators.Tests.Differences;

/// <summary>All shipped rule sets in a temporary folder, to be edited, and what then differs from the shipped ones.</summary>
internal sealed class RuleSetCopy : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rules-");

    public RuleSetCopy()
    {
        foreach (var set in Directory.EnumerateDirectories(Repository.Path("rules")))
        {
            Directory.CreateDirectory(Path(System.IO.Path.GetFileName(set)));
            foreach (var file in Directory.EnumerateFiles(set, "*.yaml"))
            {
                File.Copy(file, Path(System.IO.Path.GetFileName(set), System.IO.Path.GetFileName(file)));
            }
        }
    }

    public string Path(params string[] parts) => System.IO.Path.Combine([folder.FullName, .. parts]);

    public void Replace(string set, string file, string text, string by)
    {
        var path = Path(set, file);
        var all = File.ReadAllText(path);
        Assert.Contains(text, all, StringComparison.Ordinal);
        var at = all.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(path, all[..at] + by + all[(at + text.Length)..]);
    }

    public IReadOnlyList<Difference> Differences(string set) =>
        Comparison.Between(RuleSetLoader.LoadDirectory(Repository.Path("rules", set)), RuleSetLoader.LoadDirectory(Path(set)));

    /// <summary>Such as <c>Threshold B24 增减.每低: 1%扣5% → 1%扣10%</c>; – where nothing stands.</summary>
    public static string Say(Difference d) =>
        $"{d.Kind} {d.Subject.Code} {d.Part.Zh}: {d.Before?.In(Language.Chinese) ?? "–"} → {d.After?.In(Language.Chinese) ?? "–"}";

    public void Dispose() => folder.Delete(recursive: true);
}
