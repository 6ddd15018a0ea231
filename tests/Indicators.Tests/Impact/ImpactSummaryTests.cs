using System.Collections.Immutable;
using Indicators.Impact;

namespace Indicators.Tests.Impact;

/// <summary>The figures of five projects, worked out by hand.</summary>
public sealed class ImpactSummaryTests
{
    // Before: A1 60 points for the rate, A2 40 if accepted, F2 where it is not. After: 40 and 60, F3 above 90 instead of F2.
    // Totals before 100, 60, 70, 40, 60; after 100, 40, 80, 60, 40.
    private static readonly PortfolioImpact Impact = Of(
        ("P1", 100, true), ("P2", 100, false), ("P3", 50, true), ("P4", 0, true), ("P5", 100, false));

    private static readonly ImpactSummary Summary = new(Impact);

    [Fact]
    public void Totals_go_up_down_or_stay() => Assert.Equal((2, 2, 1, 0), (Summary.Up, Summary.Down, Summary.Unchanged, Summary.Held));

    [Fact]
    public void Grades_change_as_the_matrix_says()
    {
        Assert.Equal(4, Summary.GradesChanged);
        Assert.Equal([("优", "优", 1), ("中", "良", 1), ("中", "差", 2), ("差", "中", 1)], Summary.Transitions);
        Assert.Equal(["优", "良", "中", "差"], Summary.GradesBefore);
    }

    [Fact]
    public void Ties_share_a_rank_and_the_next_is_left_out()
    {
        Assert.Equal([1, 3, 2, 5, 3], Impact.Projects.Select(p => p.Before.Rank));
        Assert.Equal([1, 4, 2, 3, 4], Impact.Projects.Select(p => p.After.Rank));
        Assert.Equal((3, "P4", 2), (Summary.RanksMoved, Summary.LongestClimb!.Id, Summary.LongestClimb.Climb));
    }

    [Fact]
    public void Movers_come_by_total_then_grade_then_rank_then_order() =>
        Assert.Equal(["P4", "P2", "P5", "P3", "P1"], Impact.Movers.Select(p => p.Id));

    [Fact]
    public void Indicators_count_only_the_projects_in_which_they_moved() => Assert.Equal(
        [new("A1", "完成率", 4, new Fraction(-35, 2), -20, -10), new IndicatorImpact("A2", "验收", 3, 20, 20, 20)],
        Summary.Indicators);

    [Fact]
    public void Flags_are_raised_and_cleared() =>
        Assert.Equal([new("F3", "超九成", 3, 0), new FlagImpact("F2", "未验收", 0, 2)], Summary.Flags);

    [Fact]
    public void Quartiles_are_those_of_a_spreadsheet()
    {
        Assert.Equal(new Distribution(66, 40, 60, 60, 70, 100), Summary.Before);
        Assert.Equal(new Distribution(64, 40, 40, 60, 80, 100), Summary.After);
        // 0, 1, 2, 10: a quarter of the way is three quarters between 0 and 1, and so on.
        Assert.Equal(
            new Distribution(new Fraction(13, 4), 0, new Fraction(3, 4), new Fraction(3, 2), 4, 10),
            Distribution.Of(new[] { 10, 0, 2, 1 }.Select(t => new ProjectScore(t, 0, "差", null, []))));
        Assert.Null(Distribution.Of([new ProjectScore(0, 0, null, null, [])]));
    }

    private static PortfolioImpact Of(params (string Id, int Actual, bool Accepted)[] rows)
    {
        using var before = new TestRuleSet(("output.yaml", Output(60, 40)), ("flags.yaml", Flag("F2", "未验收", "not(已验收)")));
        using var after = new TestRuleSet(("output.yaml", Output(40, 60)), ("flags.yaml", Flag("F3", "超九成", "实际 > 90")));
        ImmutableArray<Project> projects = [.. rows.Select(r => new Project { Id = r.Id, Fields = TestProject.Of(("实际", r.Actual), ("计划", 100), ("已验收", r.Accepted)).Fields })];
        return PortfolioImpact.Of(before.Sound(), projects, after.Sound(), projects);
    }

    private static string Output(int first, int second) => $$"""
        一级指标: 产出
        二级指标:
          - 名称: 数量
            三级指标:
              - {编号: A1, 名称: 完成率, 分值: {{first}}, 取值: 实际 / 计划, 按比例: 100%}
              - {编号: A2, 名称: 验收, 分值: {{second}}, 符合: 已验收}
        """;

    private static string Flag(string code, string name, string when) =>
        $"疑点:\n  - {{编号: {code}, 名称: {name}, 指标: A1, 当: {when}, 说明: 合成}}";
}
