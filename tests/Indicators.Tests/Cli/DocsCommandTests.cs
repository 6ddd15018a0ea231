using System.Xml.Linq;
using Indicators.Loading;

namespace Indicators.Tests.Cli;

public sealed class DocsCommandTests
{
    [Fact]
    public async Task Markdown_of_a_small_set_is_the_table_that_a_person_would_write()
    {
        using var files = new TestRuleSet(
            ("evidence.yaml", "数据:\n  实际: {类型: 金额 万元, 别名: [实际数, 决算数], 范围: ≥ 0}\n  已验收: {类型: 是否, 必填: 是}\n表:\n  问卷:\n    键: 编号\n    列: {编号: 文本, 答案: 文本}\n    选项: {满意: 100%, 一般: 60%}\n    最少份数: 30\n计算:\n  满意率: = 满意度(问卷)"),
            ("flags.yaml", "疑点:\n  - {编号: F1, 名称: 超支, 指标: A1, 当: 实际 > 5, 说明: \"花了 {实际}\"}"),
            ("output.yaml", TestRuleSet.Dimension(60, "依据: 甲|乙\n口径: 自定\n符合: 已验收")),
            ("rest.yaml", TestRuleSet.Dimension(40, "评价要点: [子, 丑]").Replace("一级指标: 产出", "一级指标: 效益").Replace("产出数量", "社会效益").Replace("编号: A1", "编号: B1").Replace("名称: 完成率", "名称: 满意")));
        var run = await CliRun.Of("docs", files.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            # 试验体系

            年度：2017

            等级：优 ≥ 90、良 ≥ 80、中 ≥ 60、差 其余

            没有数据时：不适用的剔除、无法考核的暂不扣分、空白的挂起、未提供的零分（指标另有规定的除外）

            | 一级指标 | 二级指标 | 三级指标 | 分值 | 评价要点 | 评分标准 | 依据和口径 |
            |---|---|---|---|---|---|---|
            | 产出（60分） | 产出数量 | A1 完成率 | 60 |  | 已验收 得满分，否则不得分 | 甲\|乙；口径：自定 |
            | 效益（40分） | 社会效益 | B1 满意 | 40 | ① 子（20分）<br>② 丑（20分） | 由评价人判断：符合得满分，不符合不得分 |  |

            ## 疑点和红线

            | 编号 | 名称 | 性质 | 指标 | 当 | 说明 | 依据和口径 |
            |---|---|---|---|---|---|---|
            | F1 | 超支 | 疑点 | A1 | 实际 > 5 | 花了 {实际} |  |

            ## 数据（每个项目一个值）

            | 名称 | 类型 | 必填 | 范围 | 别名 |
            |---|---|---|---|---|
            | 实际 | 金额（万元） |  | ≥ 0 | 实际数、决算数 |
            | 已验收 | 是否 | 是 |  |  |

            ## 表：问卷（每个“编号”一行），至少 30 份

            | 名称 | 类型 | 必填 | 范围 | 别名 |
            |---|---|---|---|---|
            | 编号 | 文本 | 是 |  |  |
            | 答案 | 文本 |  |  |  |

            ## 问卷的答案

            | 选项 | 计 |
            |---|---|
            | 满意 | 100% |
            | 一般 | 60% |

            ## 计算

            | 名称 | 怎样算 |
            |---|---|
            | 满意率 | = 满意度(问卷) |

            """.ReplaceLineEndings("\n"),
            run.Output);
    }

    [Theory]
    [InlineData("kunming-2017", "zh", "zh-CN")]
    [InlineData("mof-2020-henan", "en", "en")]
    [InlineData("core-indicators-2021", "zh", "zh-CN")]
    public async Task Html_is_well_formed_with_one_row_for_each_indicator(string set, string language, string declared)
    {
        var directory = Repository.Path("rules", set);
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "table.html");
        var run = await CliRun.Of("docs", directory, "--format", "html", "--lang", language, "--out", file);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        var html = XDocument.Parse(File.ReadAllText(file).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;
        Assert.Equal(declared, html.Attribute("lang")!.Value);
        var rows = html.Descendants("table").First().Element("tbody")!.Elements("tr").ToList();
        var indicators = RuleSetLoader.LoadDirectory(directory).RuleSet!.Root.All.Where(n => n.Level == Level.Indicator).Select(n => n.Code).ToList();
        Assert.Equal(indicators.Count, rows.Count);
        Assert.All(rows.Zip(indicators), pair => Assert.Contains(pair.First.Elements("td"), td => td.Value.StartsWith(pair.Second + " ", StringComparison.Ordinal)));
        // The first column spans every row once.
        Assert.Equal(rows.Count, rows.Where(r => r.Elements("td").Count() == 7).Sum(r => (int?)r.Elements("td").First().Attribute("rowspan") ?? 1));
    }

    [Fact]
    public async Task Of_a_framework_it_is_shown_what_is_open()
    {
        var run = await CliRun.Of("docs", Repository.Path("rules", "mof-2020"));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var open = RuleSetLoader.LoadDirectory(Repository.Path("rules", "mof-2020")).Open;
        Assert.Equal(open.Length, run.Lines.Count(l => l.Contains("| 待定 |", StringComparison.Ordinal)));
        Assert.Contains($"参考框架：{open.Length} 处待定，由继承它的指标体系设定", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("| 决策 | 项目立项 | A11 立项依据充分性 | 待定 | ① 符合", StringComparison.Ordinal));
        Assert.Contains("| 超额界限 | 待定 |", run.Lines);
    }

    [Fact]
    public async Task A_fiscal_year_has_the_table_of_its_own_rules()
    {
        using var files = new TestRuleSet(
            ("rule-set.yaml", TestRuleSet.Header.Replace("年度: 2017", "年度: [2016, 2017]", StringComparison.Ordinal)),
            ("output.yaml", TestRuleSet.Dimension(100, "取值: 到位 / 预算\n按比例: {按年度: {2016: 80%, 2017: 90%}}")));

        var (early, late) = (await CliRun.Of("docs", files.Path, "--year", "2016"), await CliRun.Of("docs", files.Path));

        Assert.Contains("年度：2016", early.Lines);
        Assert.Contains("到位 ÷ 预算达到 80% 得满分", early.Output, StringComparison.Ordinal);
        Assert.Contains("到位 ÷ 预算达到 90% 得满分", late.Output, StringComparison.Ordinal);
    }
}
