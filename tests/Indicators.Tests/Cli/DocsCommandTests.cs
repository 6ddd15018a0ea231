using System.Xml.Linq;
using Indicators.Loading;

namespace Indicators.Tests.Cli;

public sealed class DocsCommandTests
{
    [Fact]
    public async Task Markdown_of_a_small_set_is_the_table_that_a_person_would_write()
    {
        using var files = new TestRuleSet(
            ("evidence.yaml", "数据:\n  实际: 数\n  已验收: 是否"),
            ("output.yaml", TestRuleSet.Dimension(60, "依据: 甲|乙\n口径: 自定\n符合: 已验收")),
            ("rest.yaml", TestRuleSet.Dimension(40, "评价要点: [子, 丑]").Replace("一级指标: 产出", "一级指标: 效益").Replace("产出数量", "社会效益").Replace("编号: A1", "编号: B1").Replace("名称: 完成率", "名称: 满意")));
        var run = await CliRun.Of("docs", files.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            # 试验体系

            等级：优 ≥ 90、良 ≥ 80、中 ≥ 60、差 其余

            | 一级指标 | 二级指标 | 三级指标 | 分值 | 评价要点 | 评分标准 | 依据和口径 |
            |---|---|---|---|---|---|---|
            | 产出（60分） | 产出数量 | A1 完成率 | 60 |  | 已验收 得满分，否则不得分 | 甲\|乙；口径：自定 |
            | 效益（40分） | 社会效益 | B1 满意 | 40 | ① 子（20分）<br>② 丑（20分） | 由评价人判断：符合得满分，不符合不得分 |  |

            ## 数据

            | 名称 | 类别 | 内容 |
            |---|---|---|
            | 实际 | 数据 | 数 |
            | 已验收 | 数据 | 是否 |

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
    public async Task A_framework_has_no_table_yet()
    {
        var run = await CliRun.Of("docs", Repository.Path("rules", "mof-2020"));
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }
}
