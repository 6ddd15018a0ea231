using Indicators.Csv;
using Indicators.Facts;
using Indicators.Loading;
using Indicators.NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using OwnRule;

namespace Indicators.Tests.NRules;

public sealed class NRulesExecutorTests
{
    private static readonly RuleSet Kunming = RuleSetLoader.LoadDirectory(Repository.Path("rules", "kunming-2017")).RuleSet!;
    private static readonly Project Seed = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), Kunming).Projects.Single();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_rule_of_the_program_is_a_definition_with_its_place_dimension_and_priority()
    {
        var definitions = new IndicatorRepository(Kunming).GetRuleSets().Single().Rules.ToDictionary(r => r.Name);
        Assert.Equal(Kunming.Program.All.Count(), definitions.Count);
        var leaf = definitions["C11 评分 (output.yaml:9)"];
        Assert.Equal(["产出"], leaf.Tags);
        Assert.EndsWith("output.yaml:9:13", leaf.Description);
        var deduction = definitions.Values.Single(r => r.Name.StartsWith("B12① 扣分 (process.yaml:", StringComparison.Ordinal));
        var total = definitions.Values.Single(r => r.Name.StartsWith("总分 汇总", StringComparison.Ordinal));
        var dimension = definitions.Values.Single(r => r.Name.StartsWith("产出 汇总", StringComparison.Ordinal));
        Assert.True(leaf.Priority > deduction.Priority && deduction.Priority > dimension.Priority && dimension.Priority > total.Priority);
        Assert.Contains("F01 疑点 (flags.yaml:5)", definitions.Keys);
        Assert.Contains(definitions.Keys, name => name.StartsWith("R01 等级上限", StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_of_somebody_elses_raises_a_flag_of_its_own_beside_ours()
    {
        var flags = new NRulesExecutor(Kunming, [Of(typeof(OutputWithoutEffectRule))]).Evaluate([Seed], cancel: Cancel).Single().Evaluation!.Flags;
        Assert.Equal(["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F09", "F10", "X01"], flags.Select(f => f.Code));
        Assert.Equal("竞赛场次完成率得满分 8.00，参赛人员覆盖面得 0.00：产出没有转化为效果", flags[^1].Says.In(Language.Chinese));
    }

    [Fact]
    public void Rules_of_others_see_evidence_rows_findings_scores_and_flags()
    {
        var flags = new NRulesExecutor(Kunming, [Of(typeof(SeesEverything))]).Evaluate([Seed], cancel: Cancel).Single().Evaluation!.Flags;
        Assert.Contains(flags, f => f.Code == "Y01" && f.Says.In(Language.Chinese) == "实际竞赛场次 17，表彰 2017-04-25，B24 3.00，B22 符合，F01");
    }

    [Fact]
    public void A_project_that_a_rule_fails_on_is_reported_and_the_others_are_scored()
    {
        using var files = TestRuleSet.WithNode("符合: 'count(for 次 in 1..实际 return 次) > 3'");
        var ruleSet = files.Sound();
        var projects = new[] { 5, 200_000, 1 }.Select(n => TestProject.Of(("实际", n))).ToList();
        ExecutorEquality.Holds(ruleSet, new NRulesExecutor(ruleSet), projects);
        var results = new NRulesExecutor(ruleSet).Evaluate(projects, cancel: Cancel).ToList();
        Assert.Equal(["100.00", null, "0.00"], results.Select(r => r.Evaluation?.Total.Published.ToFixed(2)));
        Assert.Equal("expression-limit", results[1].Problem!.Code);
    }

    [Fact]
    public void A_rule_of_somebody_elses_that_throws_costs_only_the_project_it_threw_on()
    {
        using var files = TestRuleSet.WithNode("取值: 实际\n按比例: 10");
        var projects = new[] { 5, 13, 10 }.Select(n => TestProject.Of(("实际", n))).ToList();
        var results = new NRulesExecutor(files.Sound(), [Of(typeof(Unlucky))]).Evaluate(projects, cancel: Cancel).ToList();
        Assert.Equal(["50.00", null, "100.00"], results.Select(r => r.Evaluation?.Total.Published.ToFixed(2)));
        var problem = results[1].Problem!;
        Assert.Equal("rule-failed", problem.Code);
        Assert.Contains("不吉利", problem.Text(Language.Chinese));
        Assert.Contains("thirteen", problem.Text(Language.English));
    }

    [Fact]
    public void Cancelling_keeps_the_sessions_that_are_done()
    {
        using var files = TestRuleSet.WithNode("取值: 实际\n按比例: 10");
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var projects = Enumerable.Range(0, 10).Select(n => TestProject.Of(("实际", n)));
        var done = new List<ProjectResult>();
        var executor = new NRulesExecutor(files.Sound(), chunk: 2);
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var result in executor.Evaluate(projects, cancel: source.Token))
            {
                done.Add(result);
                if (done.Count == 4)
                {
                    source.Cancel();
                }
            }
        });
        Assert.Equal(4, done.Count(r => r.Evaluation is not null));
    }

    [Fact]
    public void The_trace_shows_which_bands_matched_which_one_fired_and_which_were_withdrawn()
    {
        using var files = TestRuleSet.WithNode("取值: 实际\n分档: {≥ 90: 100%, ≥ 80: 80%, ≥ 60: 60%, 其余: 0}");
        var steps = new List<TraceStep>();
        _ = NRulesExecutor.Create(files.Sound(), steps.Add).Evaluate([TestProject.Of(("实际", 85))], cancel: Cancel).Single();
        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(s => s.Number));
        Assert.Equal(
            [
                "Fired A1 评分", "Matched A1 分档 ≥ 80", "Matched A1 分档 ≥ 60", "Matched A1 分档 其余",
                "Fired A1 分档 ≥ 80", "Withdrawn A1 分档 ≥ 60", "Withdrawn A1 分档 其余",
            ],
            steps.Where(s => s.Rule.StartsWith("A1", StringComparison.Ordinal)).Skip(1).Where(s => !s.Rule.Contains("≥ 80", StringComparison.Ordinal) || s.Event != TraceEvent.Withdrawn)
                .Select(s => $"{s.Event} {s.Rule[..s.Rule.IndexOf(" (", StringComparison.Ordinal)]}"));
    }

    private static RuleRepository Of(Type rule)
    {
        var repository = new RuleRepository();
        repository.Load(spec => spec.NestedTypes().From(rule));
        return repository;
    }

    public sealed class SeesEverything : global::NRules.Fluent.Dsl.Rule
    {
        public override void Define()
        {
            EvidenceFact field = default!;
            RowFact row = default!;
            ScoreFact score = default!;
            FindingFact finding = default!;
            FlagFact flag = default!;
            When()
                .Match(() => field, f => f.Name == "实际竞赛场次")
                .Match(() => row, r => r.Table == "表彰", r => r.Project == field.Project)
                .Match(() => finding, f => f.Finding.Code == "B22④", f => f.Project == field.Project)
                .Match(() => score, s => s.Code == "B24", s => s.Project == field.Project)
                .Match(() => flag, f => f.Flag.Code == "F01", f => f.Project == field.Project);
            Then().Do(context => context.Insert(Flag(field, row, score, finding, flag)));
        }

        private static FlagFact Flag(EvidenceFact field, RowFact row, ScoreFact score, FindingFact finding, FlagFact flag) => new(field.Project, new RaisedFlag(
            "Y01",
            new("全部事实", "all facts"),
            FlagKind.Doubt,
            [],
            new Phrase(
                new("实际竞赛场次 {0}，表彰 {1}，B24 {2}，B22 {3}，{4}", ""),
                field.Cell.Value,
                ((Indicators.Feel.Value.Date)row.Row.Cells["表彰日期"].Value).Day.ToString(),
                score.Score.Published.ToFixed(2),
                Words.Conclusions[finding.Finding.Conclusion].Zh,
                flag.Flag.Code),
            null,
            new Place("test")));
    }

    [Name("不吉利")]
    public sealed class Unlucky : global::NRules.Fluent.Dsl.Rule
    {
        public override void Define()
        {
            EvidenceFact field = default!;
            When().Match(() => field, f => f.Cell.Value.ToString() == "13");
            Then().Do(context => Fail());
        }

        private static void Fail() => throw new InvalidOperationException("thirteen");
    }
}
