using CsCheck;
using Indicators.Feel;
using Indicators.Simulating;

namespace Indicators.Tests.Simulating;

/// <summary>The smallest steps to more points, against steps worked out by hand and against scoring the evidence that they lead to.</summary>
public sealed class SimulationTests
{
    private const string Bands = "取值: 实际 / 计划\n分档: {≥ 95%: 100%, ≥ 80%: 85%, ≥ 60%: 65%, 其余: 0}";

    [Theory]
    // 11 of 20 is 55%: the next band begins at 60%, that is 12 of 20, or 11 of 18.33…; 11 of 18 is the next that counts in whole numbers.
    [InlineData("11", "20", "12", "18")]
    // 15.9 is 79.5%, one tenth below the band of 80%.
    [InlineData("15.9", "20", "16", "19")]
    [InlineData("16", "20", "19", "16")]
    // 0 of 20 reaches 60% with 12; no plan makes nothing into something.
    [InlineData("0", "20", "12", null)]
    public void The_smallest_change_reaches_the_next_band_and_no_more(string actual, string plan, string actualTo, string? planTo)
    {
        var steps = Of(Bands, ("实际", actual), ("计划", plan)).Steps;
        Assert.Equal(actualTo, To(steps, "实际"));
        Assert.Equal(planTo, To(steps, "计划"));
    }

    [Fact]
    public void A_threshold_just_missed_is_one_cent_away()
    {
        var steps = Of("取值: 到位 / 预算\n分档: {≥ 100%: 100%, 其余: 0}", ("到位", "299999.99"), ("预算", "300000")).Steps;
        Assert.Equal("300000", To(steps, "到位"));
        Assert.Equal("299999.99", To(steps, "预算"));
        Assert.All(steps, s => Assert.Equal((100, "1/30000000"), (s.Earns, s.Size.ToString())));
    }

    [Fact]
    public void Points_that_rise_by_degrees_have_all_of_them_as_the_next_band()
    {
        var steps = Of("取值: 到位 / 预算\n按比例: 80%", ("到位", "120000"), ("预算", "300000")).Steps;
        Assert.Equal(("240000", "150000"), (To(steps, "到位"), To(steps, "预算")));
        Assert.All(steps, s => Assert.Equal((50, "1/2"), (s.Earns, s.Size.ToString())));
    }

    [Fact]
    public void A_target_that_must_be_met_exactly_is_found_although_it_is_narrow()
    {
        var steps = Of("取值: 实际 / 计划\n分档: {= 100%: 100%, 其余: 0}", ("实际", "17"), ("计划", "1000")).Steps;
        Assert.Equal("1000", To(steps, "实际"));
        Assert.Equal("17", To(steps, "计划"));
    }

    [Theory]
    [InlineData("扣分: {每项: 10%, 件数: 实际}", "4", "3", 10)]
    [InlineData("扣分: {每项: 10%, 件数: 实际, 零分: ≥ 3}", "7", "2", 80)]
    public void A_deduction_is_one_less(string rule, string actual, string to, int earns)
    {
        var step = Of(rule, ("实际", actual)).Steps.Single();
        Assert.Equal((to, (Fraction)earns), ($"{Number(step.To)}", step.Earns));
    }

    [Fact]
    public void A_no_that_should_be_a_yes_and_a_day_that_is_late()
    {
        var step = Of("符合: 已验收", ("已验收", false)).Steps.Single();
        Assert.Equal((Value.True, ImprovementKind.Change, Fraction.One), (step.To, step.Kind, step.Size));
        step = Of("符合: 开工 ≤ date(\"2017-03-01\")", ("开工", new DateOnly(2017, 3, 4))).Steps.Single();
        Assert.Equal((new Value.Date(new DateOnly(2017, 3, 1)), "3/365"), (step.To, step.Size.ToString()));
    }

    [Fact]
    public void What_is_missing_earns_at_best_what_its_best_value_does()
    {
        var step = Of(Bands, ("计划", "20")).Steps.Single();
        Assert.Equal((ImprovementKind.Supply, "实际", (Fraction)100), (step.Kind, step.Spot!.Name, step.Earns));
    }

    [Fact]
    public void A_judgement_is_lifted_to_the_next_level_or_to_met()
    {
        const string levels = "定性: {好: 80%~100%, 中: 60%~80%, 差: 0~60%}";
        var share = TestProject.Finding("A1", Conclusion.Scored, new Fraction(1, 2)) with { AmountIsShare = true };
        var step = Of(levels, [share]).Steps.Single();
        Assert.Equal((ImprovementKind.Judge, "中", new Fraction(3, 5), 10), (step.Kind, step.Finding!.Level, step.Finding.Amount, step.Earns));
        Assert.Equal((ImprovementKind.Judge, Conclusion.Met, (Fraction)100), Said(Of("部分得分: 不允许", [TestProject.Finding("A1", Conclusion.NotMet)]).Steps.Single()));
        Assert.Equal((ImprovementKind.Supply, Conclusion.Met, (Fraction)100), Said(Of("部分得分: 不允许", TestProject.Of()).Steps.Single()));
        Assert.Empty(Of("部分得分: 不允许", [TestProject.Finding("A1", Conclusion.RuledNotMet)]).Steps);

        static (ImprovementKind, Conclusion, Fraction) Said(Improvement step) => (step.Kind, step.Finding!.Conclusion, step.Earns);
    }

    [Fact]
    public void What_may_not_be_otherwise_is_left_as_it_is()
    {
        using var folder = TestRuleSet.WithNode(Bands);
        var project = TestProject.Of(("实际", "11"), ("计划", "20"));
        var steps = Simulation.Of(folder.Sound(), project, n => n == "实际", TestContext.Current.CancellationToken).Steps;
        Assert.Equal(["实际"], steps.Select(s => s.Spot!.Name));
    }

    /// <summary>55% is 差, 80% earns 85 points and is 良; the plan ends at 60 points, the first grade above 差.</summary>
    [Fact]
    public void The_plan_takes_the_cheapest_steps_and_stops_at_the_next_grade()
    {
        var simulation = Of(Bands, ("实际", "11"), ("计划", "20"));
        Assert.Equal(("中", true, "中"), (simulation.Plan.Goal!.Name, simulation.Plan.Reaches, simulation.Plan.After.Grade.Name));
        Assert.Equal(("实际", "12"), (simulation.Plan.Steps.Single().Spot!.Name, $"{Number(simulation.Plan.Steps.Single().To)}"));
        Assert.Null(Of(Bands, ("实际", "20"), ("计划", "20")).Plan.Goal);
    }

    /// <summary>30 of 100 points with ten defects of 7 each: 60 points need five defects less than ten.</summary>
    [Fact]
    public void Several_steps_on_one_figure_are_one()
    {
        var plan = Of("扣分: {每项: 7%, 件数: 实际}", ("实际", "10")).Plan;
        var step = plan.Steps.Single();
        Assert.Equal(("10", "5", (Fraction)35, true), ($"{Number(step.From)}", $"{Number(step.To)}", step.Earns, plan.Reaches));
    }

    /// <summary>On any rules and evidence: what a step says it earns is what scoring its evidence afresh earns, a unit before it is not enough, and the plan adds up.</summary>
    [Fact]
    public void Steps_and_plans_are_what_scoring_says()
    {
        var rules = RandomRuleSet.Files.SelectMany(files =>
        {
            using var folder = new TestRuleSet(files);
            var (ruleSet, _) = folder.Load();
            return ruleSet is null || ruleSet.NeedsPortfolio ? Gen.Const(((RuleSet, Project)?)null) : RandomRuleSet.ProjectsOf(ruleSet).Select(p => ((RuleSet, Project)?)(ruleSet, p));
        });
        var found = 0;
        rules.Sample(
            pair =>
            {
                if (pair is not var (ruleSet, project))
                {
                    return;
                }

                var simulation = Simulation.Of(ruleSet, project, _ => true, TestContext.Current.CancellationToken);
                foreach (var step in simulation.Steps)
                {
                    found++;
                    var after = ReferenceEvaluator.Evaluate(ruleSet, step.Taken(project));
                    Assert.Equal(step.Earns, after.Total.Published - simulation.Now.Total.Published);
                    Assert.True(step.Earns > 0 && step.Size > 0 && step.Size <= 1);
                    if (step is { Kind: ImprovementKind.Change, From: Value.Number from, To: Value.Number to })
                    {
                        var unit = new Fraction(1, System.Numerics.BigInteger.Pow(10, Math.Max(from.Amount.Decimals!.Value, Least(step.Spot!.Field.Type.Kind))));
                        var tooNear = to.Amount + (from.Amount < to.Amount ? -unit : unit);
                        var before = step.Spot.Set(project, Value.Of(tooNear));
                        // A number without 范围 is not moved to anything below 0.
                        Assert.True(tooNear < 0 || Exact(ReferenceEvaluator.Evaluate(ruleSet, before), step.Leaf) < Exact(after, step.Leaf), $"{step.Leaf} {from.Amount} {to.Amount}");
                    }
                }

                Assert.Equal(simulation.Plan.After.Total.Published - simulation.Now.Total.Published, simulation.Plan.Steps.Aggregate(Fraction.Zero, (sum, s) => sum + s.Earns));
                var (first, end) = (simulation.Now.Grade, simulation.Plan.After.Grade);
                Assert.Equal(simulation.Plan.Reaches, first != end);
                Assert.True(first == end || ruleSet.Grades.Worse(first, end) == first, $"{first.Name} {end.Name}");
            },
            iter: 150, threads: 2);
        Assert.True(found > 100, $"{found}");
    }

    private static int Least(FieldKind kind) => kind switch { FieldKind.Money => 2, FieldKind.Percent => 4, _ => 0 };

    // Of the maximum: what else is left out may differ, and its weight is shared out. What cannot be worked out earns nothing by itself, whatever
    // the policy for missing evidence gives.
    private static Fraction Exact(Evaluation evaluation, Node leaf) => evaluation.Total.Find(leaf.Code) is { State: ScoreState.Scored, Maximum.IsZero: false } score ? score.Exact / score.Maximum : Fraction.Zero;

    private static string? To(IEnumerable<Improvement> steps, string field) => steps.SingleOrDefault(s => s.Spot?.Name == field) is { } step ? $"{Number(step.To)}" : null;

    private static string Number(Value? value) => ((Value.Number)value!).Amount.ToShortest(4);

    private static Simulation Of(string rule, params (string, object)[] fields) => Of(rule, TestProject.Of(fields));

    private static Simulation Of(string rule, Finding[] findings) => Of(rule, TestProject.Of().With(findings));

    private static Simulation Of(string rule, Project project)
    {
        using var folder = TestRuleSet.WithNode(rule);
        return Simulation.Of(folder.Sound(), project, _ => true, TestContext.Current.CancellationToken);
    }
}
