using Indicators.Analysis;
using Indicators.Csv;

namespace Indicators.Tests.Problems;

/// <summary>
/// A folder named after a code, with files that make one mistake and expected.txt: the place, the Chinese text and
/// remedy, the English text and remedy, one a line. YAML files replace or join those of <see cref="TestRuleSet"/>;
/// CSV files are the evidence. A folder <c>base</c> makes the rule set an extension: the YAML files beside it are all it
/// has, those of the base replace or join the ones of <see cref="TestRuleSet"/>.
/// </summary>
internal sealed record ProblemFixture(string Code)
{
    private const string Expectation = "expected.txt";
    private const string Base = "base";
    private const string HowToAdd =
        "Make the folder tests/Indicators.Tests/Problems/<code>/, put in the YAML or CSV files with the mistake (they replace those of TestRuleSet), "
        + "run ProblemFixtureTests, and copy what it prints into expected.txt. A code that no file can cause is a case in ProblemCaseTests.";

    private static readonly string Root = Repository.Path("tests", "Indicators.Tests", "Problems");

    private string Folder => Path.Combine(Root, Code);

    /// <summary>All folders.</summary>
    public static IEnumerable<ProblemFixture> All => Directory.EnumerateDirectories(Root).Select(d => new ProblemFixture(Path.GetFileName(d)!)).OrderBy(f => f.Code, StringComparer.Ordinal);

    /// <summary>Whether the mistake stands in files, and not in a case of <see cref="ProblemCaseTests"/>.</summary>
    public bool HasFiles => Files("*.yaml").Concat(Files("*.csv")).Any();

    /// <summary>Every message of the catalogue has its folder, and no folder is left over.</summary>
    public static void CheckComplete(IReadOnlyCollection<string> cases)
    {
        var missing = Messages.All.Select(m => m.Code).Except(All.Where(f => f.HasFiles || cases.Contains(f.Code)).Select(f => f.Code)).ToList();
        Assert.True(missing.Count == 0, $"These messages have no fixture: {string.Join(", ", missing)}. {HowToAdd}");
        Assert.Empty(All.Select(f => f.Code).Except(Messages.All.Select(m => m.Code)));
        Assert.Empty(cases.Intersect(All.Where(f => f.HasFiles).Select(f => f.Code)));
    }

    /// <summary>The problems of the rule set, or of the evidence if the rule set is sound.</summary>
    public void Check()
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")));
        if (Directory.Exists(Path.Combine(Folder, Base)))
        {
            Directory.Move(rules.Path, Path.Combine(rules.Parent, Base));
            Directory.CreateDirectory(rules.Path);
            Copy(Base, Path.Combine(rules.Parent, Base));
        }

        Copy("", rules.Path);
        var (ruleSet, problems) = rules.Load();
        if (ruleSet is not null && Files("*.csv").Any())
        {
            problems.AddRange(EvidenceReader.Read(Folder, ruleSet).Problems.Where(p => p.Code != Messages.UnusedFile.Code || !IsOurs(p)));
        }

        if (ruleSet is not null && problems.All(p => p.Code != Code))
        {
            // The small set of the tests has doubts of its own.
            problems.AddRange(RuleSetAnalysis.Of(ruleSet).Problems.Where(p => p.Code == Code));
        }

        Check(problems, (rules.Path, "rules"), (Folder, "evidence"), (rules.Parent, ""));
    }

    /// <summary>Exactly this code is among the problems, at the place and with the texts that are expected.</summary>
    /// <param name="problems">What was found.</param>
    /// <param name="folders">Paths that are different on every machine, with what stands for them.</param>
    public void Check(IReadOnlyCollection<Diagnostic> problems, params (string Path, string Name)[] folders)
    {
        Assert.Equal([Code], problems.Select(p => p.Code));
        var problem = problems.Single();
        var found = string.Join('\n', [
            problem.Place.ToString(),
            problem.Text(Language.Chinese), problem.Remedy(Language.Chinese),
            problem.Text(Language.English), problem.Remedy(Language.English),
        ]);
        foreach (var (path, name) in folders)
        {
            found = found.Replace(path + Path.DirectorySeparatorChar, "").Replace(path, name);
        }

        var expected = Path.Combine(Folder, Expectation);
        Assert.True(File.Exists(expected), $"{expected} is missing. If this is what a user should read, it is:\n{found}");
        Assert.Equal(File.ReadAllText(expected).TrimEnd('\n'), found);
    }

    private static bool IsOurs(Diagnostic problem) =>
        Path.GetFileName(problem.Place.File) == Expectation || Path.GetExtension(problem.Place.File) == ".yaml";

    private void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, from), "*.yaml"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private IEnumerable<string> Files(string pattern) => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal) : [];
}
