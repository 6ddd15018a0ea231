using Grpc.Core;
using Grpc.Health.V1;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>What only a small rule set shows, over a real port: three decimals, a required field, and senders that get it wrong.</summary>
public sealed class WireEdgesTests : IAsyncLifetime
{
    private readonly TestRuleSet ruleSet = TestRuleSet.WithNode(
        "取值: 实际 / 计划\n按比例: 100%",
        TestRuleSet.Header + "\n小数位: 3",
        "数据:\n  实际: {类型: 数, 必填: 是}\n  计划: 数");

    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(ruleSet.Parent, "--Executor", "reference");

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        ruleSet.Dispose();
    }

    [Fact]
    public async Task A_total_has_all_decimals_of_its_indicators()
    {
        var total = (await Score(Number("实际", "1"), Number("计划", "3"))).Total;
        Assert.Equal(("33.333", "33.333"), (total.Published, total.Children[0].Published));
        Assert.Equal(("100", "3", "33.3333333333"), (total.Exact.Numerator, total.Exact.Denominator, total.Exact.Decimal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("未提供")]
    [InlineData("1,234")]
    [InlineData("3万元")]
    [InlineData("1e3")]
    [InlineData(" 3")]
    public async Task A_number_is_plain_decimal_digits(string number) =>
        Assert.Equal([("project.fields[\"计划\"]", "NUMBER_NOT_PLAIN")], await Violations(Number("实际", "1"), Number("计划", number)));

    [Fact]
    public async Task A_required_field_that_is_not_sent_is_named_by_its_path() =>
        Assert.Equal([("project.fields[\"实际\"]", "REQUIRED_MISSING")], await Violations(Number("计划", "3")));

    [Fact]
    public async Task Words_of_a_newer_contract_are_refused_and_not_guessed()
    {
        var newer = Number("计划", "3");
        newer.EvidenceClass = (EvidenceClass)99;
        Assert.Equal(
            [("project.fields[\"实际\"]", "MISSING_STATE_UNKNOWN"), ("project.fields[\"计划\"]", "UNKNOWN_CLASS")],
            await Violations(new Field { Name = "实际", Value = new V1.Value { Missing = (V1.MissingState)99 } }, newer));
    }

    [Fact]
    public async Task Very_many_problems_still_arrive_as_a_status()
    {
        var error = await Fails([Number("实际", "1"), .. Enumerable.Range(0, 2000).Select(i => Number($"没有的{i}", "1")), Number(new string('长', 100_000), "1")]);
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("2001", error.Status.Detail);
        Assert.InRange(error.Trailers.Sum(t => t.IsBinary ? t.ValueBytes.Length * 4 / 3 : t.Value.Length), 1, 8192);
    }

    [Theory]
    [InlineData("en;q=0.1, zh-CN", "得33.333分")]
    [InlineData("en;q=0", "得33.333分")]
    [InlineData("fr, en;q=0.5, zh;q=0.2", "33.333 points")]
    public async Task The_most_wanted_language_counts(string header, string expected)
    {
        var response = await Client.ExplainAsync(Request(Number("实际", "1"), Number("计划", "3")), new Metadata { { "accept-language", header } }, cancellationToken: Cancel);
        Assert.EndsWith(expected, response.Evaluation.Total.Children[0].Children[0].Children[0].Sentence);
    }

    [Fact]
    public async Task Health_knows_the_service_by_name()
    {
        var request = new HealthCheckRequest { Service = "indicators.v1.ScoringService" };
        var health = await new Health.HealthClient(service.Channel).CheckAsync(request, cancellationToken: Cancel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    private V1.ScoringService.ScoringServiceClient Client => service.Scoring;

    private static Field Number(string name, string number) => new() { Name = name, Value = new V1.Value { Number = number }, Source = "文件1" };

    private static ExplainRequest Request(params IEnumerable<Field> fields) => new() { RuleSet = new RuleSetChoice { Id = "test" }, Project = new V1.Project { Id = "P1", Fields = { fields } } };

    private async Task<V1.Evaluation> Score(params IEnumerable<Field> fields) =>
        (await Client.ExplainAsync(Request(fields), cancellationToken: Cancel)).Evaluation;

    private async Task<RpcException> Fails(IEnumerable<Field> fields) =>
        await Assert.ThrowsAsync<RpcException>(async () => await Score(fields));

    private async Task<IEnumerable<(string Field, string Reason)>> Violations(params Field[] fields) =>
        (await Fails(fields)).GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => (v.Field, v.Reason));
}
