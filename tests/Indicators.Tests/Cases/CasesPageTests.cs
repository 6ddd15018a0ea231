using Indicators.Cases;
using Indicators.Loading;

namespace Indicators.Tests.Cases;

/// <summary>The examples on docs/cases.md run, and its table lists the library.</summary>
public sealed class CasesPageTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.Path("docs", "cases.md"));

    [Fact]
    public void The_case_shown_passes()
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 100%")), ("flags.yaml", Block("```yaml flags")));
        Assert.True(Run(rules, Block("```yaml case")).Passed);
    }

    [Theory]
    [InlineData("A1: \"50.00\"", "A1: \"50.01\"", "A1")]
    [InlineData("等级: 差", "等级: 中", "等级")]
    [InlineData("疑点: []", "疑点: [F01]", "疑点")]
    [InlineData("得分: 60, 差异: 公布的没有按比例", "得分: 60", "A1")]
    [InlineData("得分: 60,", "得分: 50,", "A1")]
    [InlineData("A1: \"50.00\"", "A9: \"50.00\"", "A9")]
    public void A_case_that_says_something_else_fails(string written, string instead, string code)
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 100%")), ("flags.yaml", Block("```yaml flags")));
        var text = Block("```yaml case").Replace(written, instead);
        Assert.Equal(code, Run(rules, text).Mismatches.Single().Code.Zh);
    }

    [Fact]
    public void A_band_behind_an_earlier_one_is_named_as_shadowed()
    {
        using var rules = new TestRuleSet(("output.yaml", TestRuleSet.Dimension(100, "分档:\n  已验收: 100%\n  实际 > 0: 50%\n  其余: 0")));
        var run = new CaseRun(rules.Sound(), Language.Chinese);
        Read(rules, "名称: 甲\n改: {已验收: 是, 实际: 1}\n应得: {A1: \"100.00\"}").Select(run.Run).ToList().ForEach(r => Assert.True(r.Passed));
        Assert.Equal(
            ["A1 分档 实际 > 0 被前面的“已验收”挡住：符合它的用例都先符合前面的", "A1 分档 其余 没有用例到这里"],
            run.Coverage.Unreached.Select(u => $"{u.Name.Zh} {u.Why.In(Language.Chinese)}"));
    }

    [Fact]
    public void A_change_is_laid_over_the_evidence_and_findings_take_the_place_of_earlier_ones()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", "数据: {实际: 数}\n表: {资金: {键: 年度, 列: {年度: 文本, 支出: 数}}}"),
            ("output.yaml", TestRuleSet.Dimension(100, "评价要点:\n  - {名称: 甲, 扣分: {每项: 1/5}}\n  - {名称: 乙, 公式: sum(资金.支出)}")));
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases", "证"));
        rules.Write("cases/证/项目.csv", "项目,实际\nP1,1\n");
        rules.Write("cases/证/资金.csv", "项目,年度,支出\nP1,2016,5\nP1,2017,6\n");
        rules.Write("cases/证/评价意见.csv", "项目,要点,结论\nP1,A1①,缺陷\n");
        var result = Run(rules, "名称: 甲\n证据: 证\n改: {资金.2017.支出: 10, 资金.2018.支出: 1, \"A*\": 不符合, A1①: [缺陷, 缺陷]}\n应得: {A1①: \"30\", A1②: \"16\", A1: \"46.00\"}");
        Assert.Empty(result.Problems.Select(p => p.ToString()));
        Assert.Empty(result.Mismatches);
    }

    [Fact]
    public void A_change_leaves_what_the_folder_says_of_a_required_field()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", "数据: {实际: 数, 计划: {类型: 数, 必填: 是}}"),
            ("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 100%")));
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        rules.Write("cases/证.csv", "项目,实际,计划\nP1,1,4\n");
        Assert.True(Run(rules, "名称: 甲\n证据: 证.csv\n改: {实际: 2}\n应得: {A1: \"50.00\"}").Passed);
    }

    [Fact]
    public void The_page_lists_the_library() => Assert.All(FlagLibrary.All, flag => Assert.Contains(
        Lines, line => line.StartsWith($"| {flag.Name.Zh} | {flag.Name.En} | ", StringComparison.Ordinal) && flag.Parameters.All(p => line.Contains($"{p.Zh} {p.En}"))));

    private static CaseResult Run(TestRuleSet rules, string text) => new CaseRun(rules.Sound(), Language.Chinese).Run(Read(rules, text).Single());

    private static IEnumerable<Case> Read(TestRuleSet rules, string text)
    {
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        rules.Write("cases/a.yaml", text);
        var problems = new Diagnostics();
        var cases = CaseReader.Read(rules.Path, problems);
        Assert.Empty(problems.Select(p => p.ToString()));
        return cases;
    }

    private static string Block(string fence) => string.Join('\n', Lines.SkipWhile(l => l != fence).Skip(1).TakeWhile(l => l != "```"));
}
