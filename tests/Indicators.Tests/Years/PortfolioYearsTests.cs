using Indicators.Csv;
using Indicators.Loading;
using Indicators.Sampling;
using Indicators.Years;

namespace Indicators.Tests.Years;

/// <summary>A portfolio over two years says what comparing its projects one by one says.</summary>
public sealed class PortfolioYearsTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly RuleSet before = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2016")).RuleSet!;
    private readonly RuleSet after = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!;

    private static string City(string year) => Repository.Path("samples", "city", year);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_city_adds_up_to_its_projects()
    {
        var years = Compare(City("2016"), City("2017"));
        var (old, @new) = (EvidenceReader.Read(City("2016"), before), EvidenceReader.Read(City("2017"), after));
        Agrees(years, old, @new);
        Assert.Equal((36, 2, 2, (0, 0)), (years.Matched.Count, years.Exits.Count, years.Entries.Count, years.Rejected));
        Assert.Equal(40, old.Projects.Concat(@new.Projects).Select(p => p.Id).Distinct().Count());
        // The seed's project is the only one that neither year puts under a department.
        var groups = years.Matched.Groups.Single().Groups;
        Assert.Equal((36, "", 1), (groups.Sum(g => g.Figures.Projects), groups.Single(g => g.Name.Length == 0).Name, groups.Single(g => g.Name.Length == 0).Figures.Projects));
        Assert.Equal(years.Matched.Total.Effects, groups.Select(g => g.Figures.Effects).Aggregate((a, b) => a + b));
    }

    [Fact]
    public void The_seed_is_the_one_that_its_report_tells_of()
    {
        var mover = Compare(City("2016"), City("2017"), top: 40).Movers.Single(m => m.After.Project.Id == "KM-2017-01");
        Assert.Equal(("51.25", "差", "60.14", "中"), (mover.After.Total.Published.ToFixed(2), mover.After.Grade.Name, mover.Before.Total.Published.ToFixed(2), mover.Before.Grade.Name));
        Assert.Equal(mover.Change, mover.Total!.Value.Change);
    }

    /// <summary>Made-up evidence with cells that cannot be read, in files whose rows are shuffled: the same on one thread and on several.</summary>
    [Fact]
    public void Dirty_evidence_in_any_order_and_on_any_number_of_threads_comes_to_the_same()
    {
        var (one, other) = (Sample(before, 5), Sample(after, 6));
        var years = Compare(one, other, threads: 1);
        Agrees(years, EvidenceReader.Read(one, before), EvidenceReader.Read(other, after));
        Shuffle(Path.Combine(one, "评价意见.csv"));
        Shuffle(Path.Combine(other, "项目.csv"));
        var shuffled = Compare(one, other, threads: 3);
        Assert.Equal(years.Matched.Nodes.Select(Text), shuffled.Matched.Nodes.Select(Text));
        Assert.Equal((years.Exits, years.Entries, years.Rejected), (shuffled.Exits, shuffled.Entries, shuffled.Rejected));
        Assert.Equal(years.Matched.Transitions.OrderBy(t => t.Key), shuffled.Matched.Transitions.OrderBy(t => t.Key));

        static string Text(ChangeFigures f) => $"{f.Pair!.Code} {f.Before} {f.After} {f.Effects} {f.OnMissing} {f.Split}";
    }

    [Fact]
    public void Projects_that_are_compared_with_each_other_have_the_peers_of_their_year()
    {
        using var ranked = TestRuleSet.WithNode("取值: 实际\n同类: {比: 极差, 来自: 项目库}");
        using var plain = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        folder.Write("一.csv", "项目,实际,计划\nP1,1,10\nP2,5,10\nP3,9,10\n");
        folder.Write("二.csv", "项目,实际,计划\nP1,2,10\nP2,4,10\nP3,6,10\n");
        var (old, @new) = (Path.Combine(folder.Path, "一.csv"), Path.Combine(folder.Path, "二.csv"));
        var years = Compare((ranked.Sound(), old), (plain.Sound(), @new), Options(3, 1));
        // By hand for P2: half way between the others under the old rules in both years, 40% under the new ones, 50% the year before.
        var middle = years.Movers.Single(m => m.After.Project.Id == "P2");
        Assert.Equal((50, 40, new Effects(-5, -5)), (middle.Before.Total.Published, middle.After.Total.Published, middle.Total));
        Assert.Equal(years.Matched.Total.Effects, years.Movers.Select(m => m.Total!.Value).Aggregate((a, b) => a + b));
    }

    private void Agrees(PortfolioYears years, EvidenceSet old, EvidenceSet @new)
    {
        var later = @new.Projects.ToDictionary(p => p.Id);
        var compared = old.Projects.Where(p => later.ContainsKey(p.Id)).Select(p => ProjectComparison.Of(before, p, after, later[p.Id])).ToList();
        Assert.True(compared.Count > 20, $"{compared.Count}");
        Assert.Equal((compared.Count, compared.Count(c => !c.IsSplit)), (years.Matched.Count, years.Matched.NotSplit));
        Assert.Equal(Fraction.Sum(compared.Select(c => c.Before.Total.Published)), years.Matched.Total.Before);
        Assert.Equal(compared.Where(c => c.IsSplit).Select(c => c.Total!.Value).Aggregate((a, b) => a + b), years.Matched.Total.Effects);
        foreach (var node in years.Matched.Nodes)
        {
            var changes = compared.Select(c => (c.IsSplit, Node: c.Nodes.Single(n => n.Pair.Code == node.Pair!.Code))).ToList();
            Assert.Equal(Fraction.Sum(changes.Select(c => c.Node.Change)), node.Change);
            Assert.Equal(changes.Where(c => c.IsSplit).Select(c => c.Node.Effects!.Value).Aggregate((a, b) => a + b), node.Effects);
        }

        Assert.Equal(compared.GroupBy(c => (c.Before.Grade.Name, c.After.Grade.Name)).ToDictionary(g => g.Key, g => g.Count()).OrderBy(g => g.Key), years.Matched.Transitions.OrderBy(t => t.Key));
        Assert.Equal((old.Rejected.Length, @new.Rejected.Length), years.Rejected);
        Assert.Equal((old.Projects.Length - compared.Count, @new.Projects.Length - compared.Count), (years.Exits.Count, years.Entries.Count));
        Assert.Equal(
            compared.Where(c => !c.Change.IsZero).OrderByDescending(c => Fraction.Abs(c.Change)).Take(5).Select(c => Fraction.Abs(c.Change)),
            years.Movers.Take(5).Select(m => Fraction.Abs(m.Change)));
    }

    private PortfolioYears Compare(string old, string @new, int top = 5, int threads = 2) => Compare((before, old), (after, @new), Options(top, threads));

    private static PortfolioYears Compare((RuleSet Rules, string Evidence) old, (RuleSet Rules, string Evidence) @new, YearOptions options)
    {
        var problems = new Diagnostics();
        using var one = PortfolioYears.Files(old.Rules, [old.Evidence], Path.Combine(options.Temporary, "one.index"), problems, TestContext.Current.CancellationToken)!;
        using var other = PortfolioYears.Files(@new.Rules, [@new.Evidence], Path.Combine(options.Temporary, "other.index"), problems, TestContext.Current.CancellationToken)!;
        return PortfolioYears.Of(one, other, options, problems, TestContext.Current.CancellationToken);
    }

    private YearOptions Options(int top, int threads) => new(["承办单位"], top, threads, Directory.CreateDirectory(Path.Combine(folder.Path, "temporary")).FullName);

    private string Sample(RuleSet rules, int seed)
    {
        var path = Path.Combine(folder.Path, $"{rules.Id}");
        new SamplePortfolio(rules, (ulong)seed).Write(path, 60, TestContext.Current.CancellationToken);
        return path;
    }

    private static void Shuffle(string file)
    {
        var lines = File.ReadAllLines(file);
        File.WriteAllLines(file, lines.Take(1).Concat(lines.Skip(1).Order(StringComparer.Ordinal).Reverse()));
    }
}
