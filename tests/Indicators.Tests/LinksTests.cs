using System.Text.RegularExpressions;

namespace Indicators.Tests;

/// <summary>Links in the documents lead to files that are in the repository.</summary>
public sealed partial class LinksTests
{
    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.Path("README.md"))
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_finds_it(string document)
    {
        var path = Repository.Path(document);
        var targets = Link().Matches(File.ReadAllText(path)).Select(m => m.Groups["target"].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith('#'));
        Assert.All(targets, target =>
        {
            var found = Path.Combine(Path.GetDirectoryName(path)!, target.Split('#')[0]);
            Assert.True(File.Exists(found) || Directory.Exists(found), $"{document} links to {target}, which is not there.");
        });
    }

    [Fact]
    public void The_language_pages_link_every_page_of_a_method() => Assert.All(["language.md", "language.en.md"], language => Assert.All(
        MethodPage.All,
        page => Assert.Contains($"(methods/{page.Name})", File.ReadAllText(Repository.Path("docs", language)))));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
