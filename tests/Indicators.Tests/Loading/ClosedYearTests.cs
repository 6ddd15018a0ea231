using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>The digest of a year: what it sees, what it does not, and that a closed year refuses a change.</summary>
public sealed class ClosedYearTests : IDisposable
{
    private const string Header = """
        格式: 1
        编号: test
        名称: 试验体系
        年度: [2016, 2017]
        等级: {优: ≥ 90, 差: 其余}
        步长: 满
        缺失: {未提供: 挂起, 不适用: 剔除}
        """;

    private const string Evidence = """
        数据:
          实际: 数 次
          count: {类型: 金额, 必填: 是}
        计算:
          双倍: = 实际 * 2
        """;

    private const string Output = """
        一级指标: 产出
        二级指标:
          - 名称: 数量
            三级指标:
              - 编号: A1
                名称: 甲
                分值: {按年度: {2016: 50, 2017: 60}}
                取值: 实际
                分档: {≥ 9: 100%, ≥ 5: {扣分: {每项: 10%, 件数: 实际, 基数: 本级}}, 其余: 0}
              - {编号: A2, 名称: 乙, 分值: {按年度: {2016: 50, 2017: 40}}, 部分得分: 允许}
        """;

    private const string Flags = """
        疑点:
          - {编号: F1, 名称: 丙, 当: 实际 > 9, 说明: 多, 性质: 红线}
          - {编号: F2, 名称: 丁, 当: 实际 > 8, 说明: 也多}
        """;

    private readonly RuleSetFamily family = new();

    public ClosedYearTests() => family.Add("set", ("rule-set.yaml", Header), ("evidence.yaml", Evidence), ("output.yaml", Output), ("flags.yaml", Flags));

    /// <summary>It may never change: it stands in the rule sets of closed years.</summary>
    [Fact]
    public void The_digest_of_the_same_rules_is_the_same_in_every_version() =>
        Assert.Equal("sha256:7401b6958325bd8070d9ea4439541795f498db6b37f1dc5911510d9e62ecae1c", Of(2016));

    [Theory]
    [InlineData("rule-set.yaml", "格式: 1", "# 注释\n格式:   \"1\"\n说明: 随便")]
    [InlineData("rule-set.yaml", "年度: [2016, 2017]", "年度: [2016, 2017, 2018]")]
    [InlineData("rule-set.yaml", "{未提供: 挂起, 不适用: 剔除}", "{不适用: 剔除, 未提供: 挂起}")]
    [InlineData("output.yaml", "编号: A1\n        名称: 甲", "名称: 甲\n        编号: A1")]
    [InlineData("output.yaml", "2017: 40", "2017: {值: 40, 依据: 甲文}")]
    [InlineData("output.yaml", "2016: 50", "2015: 1, 2016: 50")]
    [InlineData("evidence.yaml", "实际: 数 次", "实际:  '数  次'")]
    public void What_changes_nothing_in_a_year_does_not_count(string file, string old, string text) => Assert.Equal(Of(2016), Edited(file, old, text));

    [Theory]
    [InlineData("rule-set.yaml", "{优: ≥ 90, 差: 其余}", "{优: ≥ 80, 差: 其余}")]
    [InlineData("rule-set.yaml", "步长: 满", "步长: 连续")]
    [InlineData("rule-set.yaml", "名称: 试验体系", "名称: 别的")]
    [InlineData("evidence.yaml", "金额", "金额 万元")]
    [InlineData("evidence.yaml", "count", "件数")]
    [InlineData("evidence.yaml", "实际 * 2", "实际 * 3")]
    [InlineData("output.yaml", "2016: 50", "2016: 50.0")]
    [InlineData("output.yaml", "{≥ 9: 100%, ", "{≥ 8: 100%, ")]
    [InlineData("output.yaml", "名称: 甲", "名称: 甲\n        依据: 文")]
    [InlineData("flags.yaml", "当: 实际 > 9", "当: 实际 > 10")]
    [InlineData("flags.yaml", "说明: 多", "说明: 很多")]
    public void What_changes_the_rules_of_a_year_counts(string file, string old, string text) => Assert.NotEqual(Of(2016), Edited(file, old, text));

    [Fact]
    public void The_order_of_lists_and_bands_counts_and_that_of_files_does_not()
    {
        var before = Of(2016);
        Assert.NotEqual(before, Edited("flags.yaml", Flags, string.Join('\n', Flags.Split('\n')[0], Flags.Split('\n')[2], Flags.Split('\n')[1])));
        family.Add("set", ("flags.yaml", Flags));
        File.Move(family.Path("set", "output.yaml"), family.Path("set", "a.yaml"));
        Assert.Equal(before, Of(2016));
        Assert.NotEqual(before, Edited("a.yaml", "{≥ 9: 100%, ≥ 5: {扣分: {每项: 10%, 件数: 实际, 基数: 本级}}, 其余: 0}", "{≥ 5: {扣分: {每项: 10%, 件数: 实际, 基数: 本级}}, ≥ 9: 100%, 其余: 0}", sound: false));
    }

    [Fact]
    public void Chinese_and_English_keys_and_words_are_the_same()
    {
        family.Add("english", ("rule-set.yaml", """
            format: 1
            id: test
            name: 试验体系
            fiscal-years: [2016, 2017]
            grades: {优: ≥ 90, 差: otherwise}
            steps: whole
            missing: {withheld: hold, n/a: exclude}
            """), ("evidence.yaml", """
            fields:
              实际: number 次
              count: {type: money, required: yes}
            computed:
              双倍: = 实际 * 2
            """), ("output.yaml", """
            dimension: 产出
            criteria:
              - name: 数量
                indicators:
                  - code: A1
                    name: 甲
                    weight: {by-year: {2016: 50, 2017: 60}}
                    value: 实际
                    bands: {≥ 9: 100%, ≥ 5: {deduct: {per: 10%, count: 实际, of: node}}, otherwise: 0}
                  - {code: A2, name: 乙, weight: {by-year: {2016: 50, 2017: 40}}, partial: allowed}
            """), ("flags.yaml", """
            flags:
              - {code: F1, name: 丙, when: 实际 > 9, says: 多, kind: red-line}
              - {code: F2, name: 丁, when: 实际 > 8, says: 也多}
            """));
        Assert.Equal(Of(2016), family.Sound("english", 2016).Digest);
        Assert.Equal(Of(2017), family.Sound("english").Digest);
        Assert.NotEqual(Of(2016), Of(2017));
    }

    [Fact]
    public void An_english_key_has_one_meaning() =>
        Assert.Empty(Keys.All.Where(k => k != Keys.YearValue && k != Keys.PeersFrom).GroupBy(k => k.En, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_closed_year_that_is_as_it_was_loads_and_a_changed_one_is_refused()
    {
        var (closed, open) = (Of(2016), Of(2017));
        Close($"{{2016: {closed}}}");
        Assert.Equal(closed, Of(2016));

        family.Add("set", ("output.yaml", Output.Replace("≥ 9: 100%", "≥ 8: 100%")));
        Assert.NotEqual(open, Of(2017));
        var (ruleSet, problems) = family.Load("set", 2016);
        Assert.Null(ruleSet);
        var problem = Assert.Single(problems);
        Assert.Equal(("closed-year-changed", family.Path("set", "rule-set.yaml"), 8L), (problem.Code, problem.Place.File, problem.Place.Line));
        Assert.Contains($"封存时 {closed}，现在 sha256:", problem.Text(Language.Chinese));
        Assert.Contains($"they were {closed} and are sha256:", problem.Text(Language.English));
        Assert.Contains("继承", problem.Remedy(Language.Chinese));
        Assert.Equal("closed-year-changed", Assert.Single(RuleSetLoader.LoadEveryYear(family.Path("set")).Problems).Code);
    }

    [Fact]
    public void A_change_of_the_base_shows_in_an_extension_that_is_closed()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "set")));
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "set", $"封存: {{2016: {family.Sound("ext", 2016).Digest}}}")));
        family.Sound("ext", 2016);
        family.Add("set", ("flags.yaml", Flags.Replace("实际 > 9", "实际 > 7")));
        Assert.Equal("closed-year-changed", Assert.Single(family.Load("ext", 2016).Problems).Code);
    }

    [Fact]
    public void What_a_base_has_closed_is_not_what_an_extension_has_closed()
    {
        Close($"{{2016: {Of(2016)}}}");
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext", "set", "步长: 连续")));
        Assert.Equal(2016, family.Sound("ext", 2016).Year);
    }

    [Theory]
    [InlineData("{2015: sha256:00}", "closed-year-unknown", 6, "2015 年度不在“年度”里，有：2016、2017", "closed fiscal year 2015 is not among “fiscal-years”: 2016, 2017")]
    [InlineData("{2016: sha256:00}", "expected-digest", 12, "“sha256:00”不是规则的摘要", "“sha256:00” is no digest of rules")]
    [InlineData("{去年: sha256:00}", "expected-year", 6, "“去年”不是年度", "“去年” is not a fiscal year")]
    public void A_mistake_in_what_is_closed_has_its_place(string closed, string code, int column, string chinese, string english)
    {
        Close(closed);
        var problem = Assert.Single(family.Load("set").Problems);
        Assert.Equal((code, 8L, (long)column), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.Contains(chinese, problem.Text(Language.Chinese));
        Assert.Contains(english, problem.Text(Language.English));
    }

    public void Dispose() => family.Dispose();

    private string Of(int year) => family.Sound("set", year).Digest;

    private void Close(string closed) => family.Add("set", ("rule-set.yaml", Header + $"\n封存: {closed}"));

    private string? Edited(string file, string old, string text, bool sound = true)
    {
        var before = File.ReadAllText(family.Path("set", file));
        Assert.Contains(old, before);
        family.Add("set", (file, before.Replace(old, text, StringComparison.Ordinal)));
        return sound ? Of(2016) : family.Load("set", 2016).RuleSet?.Digest;
    }
}
