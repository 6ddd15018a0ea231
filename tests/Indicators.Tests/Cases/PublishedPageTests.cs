using System.Text;
using Indicators.Cases;

namespace Indicators.Tests.Cases;

/// <summary>docs/published.md is what the cases come to: on failure the page as it should be is written beside the tests.</summary>
public sealed class PublishedPageTests
{
    [Fact]
    public void The_page_of_published_forms_says_what_the_cases_say()
    {
        var page = Page();
        var fresh = Path.Combine(AppContext.BaseDirectory, "published.md");
        File.WriteAllText(fresh, page);
        var path = Repository.Path("docs", "published.md");
        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, $"docs/published.md is out of date; copy {fresh} over it.");
    }

    private static string Page()
    {
        var text = new StringBuilder("""
            # 公布的评价表：重算与公布

            由各指标体系的用例（`rules/*/cases`）生成，测试保证一致。“算得”是本指标体系按自己的规则算出的；“公布”是原表印的；疑点是数据之间的矛盾，不改变得分。来源写“合成”的用例不在此列；名称里写明的部分为合成。

            Published forms, recalculated: what the rules give, what was printed and why the two differ, and the contradictions found. Generated from the cases of the rule sets.

            | 表 | 指标体系 | 算得 | 公布 | 差异的原因 | 疑点 |
            |---|---|---|---|---|---|

            """);
        foreach (var name in ShippedCases.Scoring)
        {
            var (_, results) = ShippedCases.Run(ShippedCases.Load(name).RuleSet!, name);
            foreach (var result in results.Where(r => r.Case.Source is { } source && !source.Contains("合成", StringComparison.Ordinal) && !source.Contains("synthetic", StringComparison.OrdinalIgnoreCase) && !source.Contains("made up", StringComparison.OrdinalIgnoreCase)))
            {
                text.Append(Row(name, result));
            }
        }

        return text.ToString();
    }

    private static string Row(string ruleSet, CaseResult result)
    {
        var evaluation = result.Evaluation!;
        var total = evaluation.Total;
        var calculated = (total.State == ScoreState.Held ? "挂起" : total.Published.ToFixed(2))
            + (total.Held.IsZero || total.State == ScoreState.Held ? "" : $"（挂起 {total.Held.ToFixed(2)}）") + (evaluation.IsGraded ? $" {evaluation.Grade.Name}" : "");
        var published = result.Case.Published.Select(p => $"{p.Code} {p.Score.ToShortest(4)}");
        var why = result.Case.Published.Where(p => p.Difference is not null).Select(p => $"{p.Code}：{p.Difference}");
        var flags = evaluation.Flags.Select(f => $"{f.Code} {f.Name.Zh}");
        return $"| {Cell($"{result.Case.Name}（{result.Case.Source}）")} | {ruleSet} | {Cell(calculated)} | {Cell(string.Join("，", published))} | {Cell(string.Join("；", why))} | {Cell(string.Join("；", flags))} |\n";
    }

    private static string Cell(string text) => text.Replace("|", "\\|").ReplaceLineEndings(" ");
}
