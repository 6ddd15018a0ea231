using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Tests;

/// <summary>The real project, scored by hand: 决策 15, 过程 25, 产出 30, 效果 30.</summary>
public sealed class SeedTests
{
    private static readonly Lazy<Evaluation> Seed = new(Evaluate);

    [Theory]
    [InlineData("A11", "3.00", "0.00")]     // two documents are named
    [InlineData("A12", "0.00", "3.00")]     // the report says nothing on its three points
    [InlineData("A21", "2.25", "0.75")]     // three of four points, 0.75 each
    [InlineData("A22", "1.50", "1.50")]     // two of four points
    [InlineData("A31", "0.00", "2.00")]     // planned funds are not stated
    [InlineData("A32", "1.00", "0.00")]     // claimed
    [InlineData("B11", "1.50", "1.50")]
    [InlineData("B12", "1.00", "3.00")]
    [InlineData("B13", "0.00", "3.00")]
    [InlineData("B21", "3.00", "0.00")]
    [InlineData("B22", "3.00", "2.00")]     // three of five claimed; 有无 answers nothing
    [InlineData("B23", "0.00", "2.00")]
    [InlineData("B24", "3.00", "0.00")]     // 30/30
    [InlineData("B25", "2.00", "0.00")]
    [InlineData("C11", "8.00", "0.00")]     // 17/12
    [InlineData("C12", "6.00", "0.00")]     // 55/20
    [InlineData("C21", "0.00", "4.00")]
    [InlineData("C22", "0.00", "0.00")]     // all honours are for work since May 2016
    [InlineData("C31", "0.00", "5.00")]
    [InlineData("C41", "0.00", "5.00")]
    [InlineData("D11", "8.00", "0.00")]
    [InlineData("D12", "4.00", "0.00")]
    [InlineData("D13", "4.00", "0.00")]
    [InlineData("D14", "0.00", "0.00")]     // the report itself says that coverage is narrow
    [InlineData("D21", "0.00", "0.00")]     // 未提供 scores zero
    [InlineData("D22", "0.00", "0.00")]
    [InlineData("决策", "7.75", "7.25")]
    [InlineData("过程", "13.50", "11.50")]
    [InlineData("产出", "14.00", "14.00")]
    [InlineData("效果", "16.00", "0.00")]
    [InlineData("总分", "51.25", "32.75")]
    public void Scores_what_was_worked_out_by_hand(string code, string published, string held)
    {
        var score = Seed.Value.Total.Find(code)!;
        Assert.Equal((published, held), (score.Published.ToFixed(2), score.Held.ToFixed(2)));
    }

    [Fact]
    public void Says_how_many_of_the_hundred_points_rest_on_what() => Assert.Equal(
        new StandingSplit(new Fraction(2425, 100), 33, new Fraction(4275, 100)),
        Seed.Value.Total.Resting);

    [Fact]
    public void The_grade_is_the_worst_and_good_at_best() =>
        Assert.Equal(("差", "差", "良"), (Seed.Value.UncappedGrade.Name, Seed.Value.Grade.Name, Seed.Value.BestGrade.Name));

    [Fact]
    public void Finds_the_contradictions_of_the_report_and_no_others()
    {
        Assert.Equal(["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F09", "F10"], Seed.Value.Flags.Select(f => f.Code));
        Assert.Equal(["R02"], Seed.Value.UndecidedFlags.Select(f => f.Code));
    }

    [Theory]
    [InlineData("F01", "17 次 × 每次最低 2万元 = 34万元，大于全部资金 30万元；按这个标准最多只能补助 15 次")]
    [InlineData("F02", "实际 55 个工种，目标 20 个，完成 275%")]
    [InlineData("F03", "实际 17 次，目标 12 次，完成 141.67%")]
    [InlineData("F04", "4 项表彰的业绩从 2016-05-01 算起，早于评价期的第一天 2017-01-01；表彰日期 2017-04-25")]
    [InlineData("F06", "资金使用合规，有无截留、挪用等现象")]
    public void A_flag_states_the_numbers(string code, string says) =>
        Assert.StartsWith(says, Seed.Value.Flags.Single(f => f.Code == code).Says.In(Language.Chinese).Replace("报告写的是“", ""));

    [Fact]
    public void The_first_output_is_explained_with_its_numbers_and_source()
    {
        var score = Seed.Value.Total.Find("C11")!;
        Assert.Equal("实际竞赛场次17 ÷ 计划竞赛场次12 = 141.67%，达到满分标准(≥100%)，得8.00分", score.Sentence(Language.Chinese));
        Assert.Equal(["实际竞赛场次", "计划竞赛场次"], score.Evidence.Select(e => e.Name));
        Assert.All(score.Evidence, e => Assert.Contains("报告正文", e.Source));
        Assert.EndsWith("output.yaml", score.Node.Place.File);
    }

    [Fact]
    public void Output_and_effect_weigh_at_least_sixty()
    {
        var weights = Seed.Value.RuleSet.Root.Children.ToDictionary(d => d.Name, d => d.Weight);
        Assert.True(weights["产出"] + weights["效果"] >= 60);
        Assert.True(Seed.Value.RuleSet.Root.All.Count(n => n.Level == Level.Indicator) >= 20);
        Assert.All(Seed.Value.RuleSet.Root.All.Where(n => n.Level == Level.Indicator), n => Assert.NotEmpty(n.Basis));
    }

    private static Evaluation Evaluate()
    {
        var (ruleSet, problems) = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017"));
        Assert.Empty(problems);
        var evidence = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), ruleSet!);
        Assert.Empty(evidence.Problems);
        return ReferenceEvaluator.Evaluate(ruleSet!, Assert.Single(evidence.Projects));
    }
}
