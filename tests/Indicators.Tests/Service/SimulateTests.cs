using Grpc.Core;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>What would be if the evidence were otherwise, over a real port.</summary>
public sealed class SimulateTests : IAsyncLifetime
{
    private readonly TestRuleSet rules = new(
        ("output.yaml", TestRuleSet.Dimension(60, "取值: 到位 / 预算\n分档: {≥ 95%: 100%, ≥ 80%: 60%, 其余: 0}")),
        ("effect.yaml", TestRuleSet.Dimension(40, "取值: 满意度\n分档: {≥ 90%: 100%, ≥ 75%: 50%, 其余: 0}").Replace("产出", "效果").Replace("A1", "B1")));

    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
    }

    [Fact]
    public async Task Other_evidence_is_scored_beside_the_project_as_it_is()
    {
        var answer = await Simulate(Request(new OtherEvidence { Fields = { Money("到位", "80", "万元") } }));
        Assert.Equal(("20.00", "差", "56.00", "差"), (answer.Before.Total, answer.Before.Grade, answer.After.Total, answer.After.Grade));
        Assert.Equal("test", answer.RuleSet.Id);
    }

    /// <summary>By hand: 79.99 of 100 万元 is 0.01 万元 short of a band that earns 36 points; 80% satisfaction is 10 points of a hundred short of one that earns 20.</summary>
    [Fact]
    public async Task Every_indicator_has_the_smallest_change_to_its_next_band_and_the_cheapest_leads_to_the_next_grade()
    {
        var answer = await Simulate(Request(new OtherEvidence { Fields = { Money("到位", "79.99", "万元") } }, "到位", "满意度"));
        Assert.Equal([("A1", "0.00", "60.00"), ("B1", "20.00", "40.00")], answer.Outlooks.Select(o => (o.Code, o.Published, o.Maximum)));
        var received = answer.Outlooks[0].Improvements.Single();
        Assert.Equal(("到位", "799900", "800000", "元", "0.0001", "36.00"), (received.Field, received.From.Number, received.To.Number, received.To.Unit, received.Size, received.Earns));
        Assert.Equal("到位 从79.99万元到80万元，总分多36.00分", received.Sentence);
        var satisfied = answer.Outlooks[1].Improvements.Single();
        Assert.Equal(("90", "%", "0.1111", "20.00"), (satisfied.To.Number, satisfied.To.Unit, satisfied.Size, satisfied.Earns));
        Assert.Equal(("中", true, "76.00"), (answer.Plan.Goal, answer.Plan.ReachesGoal, answer.Plan.Total));
        Assert.Equal(["到位", "满意度"], answer.Plan.Improvements.Select(i => i.Field));
    }

    [Fact]
    public async Task An_improvement_sent_back_as_other_evidence_earns_what_it_said()
    {
        var answer = await Simulate(Request(new OtherEvidence()));
        Assert.NotEmpty(answer.Outlooks.SelectMany(o => o.Improvements));
        foreach (var improvement in answer.Outlooks.SelectMany(o => o.Improvements))
        {
            var other = new OtherEvidence { Fields = { new Field { Name = improvement.Field, Value = improvement.To, Source = "文件1" } } };
            Assert.Equal(improvement.Total, (await Simulate(Request(other))).After.Total);
        }
    }

    [Fact]
    public async Task The_seed_has_a_way_to_the_next_grade()
    {
        await using var shipped = await RunningService.Start(Repository.Path("rules"));
        var answer = await shipped.Scoring.SimulateAsync(
            new SimulateRequest { RuleSet = new RuleSetChoice { Id = SeedProject.RuleSet }, Project = SeedProject.Make(), LanguageCode = "en" }, cancellationToken: Cancel);
        Assert.Equal((answer.Before, "51.25"), (answer.After, answer.Before.Total));
        Assert.Equal("中", answer.Plan.Goal);
        Assert.True(answer.Plan.ReachesGoal);
        Assert.All(answer.Plan.Improvements, i => Assert.Contains("more points in total", i.Sentence));
    }

    [Fact]
    public async Task Errors_name_what_is_wrong()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Simulate(Request(new OtherEvidence(), "到位金额")));
        Assert.Equal((StatusCode.InvalidArgument, "MAY_CHANGE_UNKNOWN"), RunningService.Said(error));
        Assert.Contains("到位金额", error.Status.Detail);
        error = await Assert.ThrowsAsync<RpcException>(async () => await Simulate(Request(new OtherEvidence { Fields = { Money("到位", "多", "万元") } })));
        Assert.Equal((StatusCode.InvalidArgument, "EVIDENCE_INVALID"), RunningService.Said(error));
    }

    private static SimulateRequest Request(OtherEvidence other, params string[] mayChange) => new()
    {
        RuleSet = new RuleSetChoice { Id = "test" },
        Project = new V1.Project
        {
            Id = "P1",
            Fields = { Money("到位", "50", "万元"), Money("预算", "100", "万元"), new Field { Name = "满意度", Value = new V1.Value { Number = "80", Unit = "%" }, Source = "问卷" } },
        },
        Other = other,
        MayChange = { mayChange },
    };

    private static Field Money(string name, string number, string unit) => new() { Name = name, Value = new V1.Value { Number = number, Unit = unit }, Source = "账簿" };

    private async Task<SimulateResponse> Simulate(SimulateRequest request) => await service.Scoring.SimulateAsync(request, cancellationToken: Cancel);
}
