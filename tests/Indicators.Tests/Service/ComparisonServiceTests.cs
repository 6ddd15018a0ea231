using Grpc.Core;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Years compared over a real port.</summary>
public sealed class ComparisonServiceTests : IAsyncLifetime
{
    private readonly TestRuleSet rules = TestRuleSet.WithNode(
        "取值: 实际 / 计划\n分档: {≥ 95%: 100%, ≥ 80%: {按年度: {2016: 60%, 2017: 70%}}, 其余: 0}",
        TestRuleSet.Header.Replace("年度: 2017", "年度: [2016, 2017]") + "\n对照: {到位资金: 到位, 单位成本: 到位 / 实际}\n结果应用:\n  中: {预算: -10%~-30%, 整改: 60天, 依据: 某文号}");

    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private V1.ComparisonService.ComparisonServiceClient Client => new(service.Channel);

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
    }

    /// <summary>By hand. 2016: 96 of 100 earn 100. 2017: 85 of 100 earn 70. Crossed, 85 earn 60 under the old rules and 96 earn 100 under the new:
    /// evidence ½(60 − 100 + 70 − 100) = −35, rules ½(100 − 100 + 70 − 60) = 5.</summary>
    [Fact]
    public async Task Two_years_of_a_project_are_split_and_explained()
    {
        var answer = await Client.CompareYearsAsync(Request(Year(2016, "96"), Year(2017, "85")), cancellationToken: Cancel);
        var comparison = answer.Comparisons.Single();
        Assert.Equal(("100.00", "70.00", "优", "中"), (comparison.TotalBefore, comparison.TotalAfter, comparison.GradeBefore, comparison.GradeAfter));
        Assert.Equal(("-35", "5", "0", "0"), (comparison.Effects.Evidence, comparison.Effects.Rules, comparison.Rest, comparison.OnMissing));
        Assert.Equal((2016, 2017, "A1"), (comparison.RuleSetBefore.FiscalYear, comparison.RuleSetAfter.FiscalYear, comparison.Deciding.Single()));
        var indicator = comparison.Nodes.Single(n => n.Code == "A1");
        Assert.Equal(("实际", "96", "85"), (indicator.Evidence.Single().Name, indicator.Evidence.Single().Before, indicator.Evidence.Single().After));
        Assert.Contains(indicator.Edits, e => e.Before.Contains("60%") && e.After.Contains("70%"));
        Assert.Equal([("到位资金", "1万元", "1万元", "0"), ("单位成本", "104.17元", "117.65元", "0.129412")], comparison.Beside.Select(b => (b.Name, b.Before, b.After, b.Change)));
        Assert.Equal(("-0.1", "-0.3", 60, "某文号"), (comparison.Consequence.BudgetFrom, comparison.Consequence.BudgetTo, comparison.Consequence.RectifyDays, comparison.Consequence.Basis.Single()));
    }

    [Fact]
    public async Task Three_years_are_two_comparisons()
    {
        var answer = await Client.CompareYearsAsync(Request(Year(2016, "96"), Year(2017, "85"), Year(2017, "99")), cancellationToken: Cancel);
        Assert.Equal(["70.00", "100.00"], answer.Comparisons.Select(c => c.TotalAfter));
    }

    [Fact]
    public async Task An_error_names_the_year()
    {
        Assert.Equal((StatusCode.InvalidArgument, "TOO_FEW_YEARS"), RunningService.Said(await Fails(Year(2016, "96"))));
        var error = await Fails(Year(2016, "96"), Year(2017, "many"));
        Assert.Equal((StatusCode.InvalidArgument, "EVIDENCE_INVALID"), RunningService.Said(error));
        Assert.Equal("years[1].project.fields[\"实际\"]", error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single().Field);
        Assert.Equal((StatusCode.NotFound, "FISCAL_YEAR_NOT_FOUND"), RunningService.Said(await Fails(Year(2016, "96"), Year(2019, "85"))));
    }

    private static CompareYearsRequest Request(params ProjectYear[] years) => new() { Years = { years } };

    private static ProjectYear Year(int year, string actual) => new()
    {
        RuleSet = new RuleSetChoice { Id = "test", FiscalYear = year },
        Project = new V1.Project
        {
            Id = "P1",
            Fields =
            {
                new Field { Name = "实际", Value = new V1.Value { Number = actual }, Source = "报告" },
                new Field { Name = "计划", Value = new V1.Value { Number = "100" }, Source = "报告" },
                new Field { Name = "到位", Value = new V1.Value { Number = "1", Unit = "万元" }, Source = "账簿" },
            },
        },
    };

    private async Task<RpcException> Fails(params ProjectYear[] years) =>
        await Assert.ThrowsAsync<RpcException>(async () => await Client.CompareYearsAsync(Request(years), cancellationToken: Cancel));
}
