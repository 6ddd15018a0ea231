using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using Indicators.NRules;
using Indicators.Service;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Real calls over a real port to a service that has loaded the shipped rule sets.</summary>
public sealed class ScoringServiceTests : IAsyncLifetime
{
    private RunningService service = null!;

    private V1.ScoringService.ScoringServiceClient Client => service.Scoring;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(Repository.Path("rules"));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task The_seed_scores_over_the_wire_as_it_does_from_csv()
    {
        var response = await Client.ExplainAsync(new ExplainRequest { RuleSet = Kunming, Project = SeedProject.Make() }, cancellationToken: Cancel);
        var evaluation = response.Evaluation;
        Assert.Equal(("51.25", "差", "良"), (evaluation.Total.Published, evaluation.Grade.Name, evaluation.BestGrade.Name));
        Assert.Equal(("97", "4"), (evaluation.Total.Resting.Evidence.Numerator, evaluation.Total.Resting.Evidence.Denominator));
        Assert.Equal(["F01", "F02", "F03", "F04", "F05", "F06", "F07", "F09", "F10"], evaluation.Flags.Select(f => f.Code));
        var contests = evaluation.Total.Children[2].Children[0].Children[0];
        Assert.Equal(("C11", "8.00", V1.ScoreState.Scored, V1.Standing.Evidence), (contests.Code, contests.Published, contests.State, contests.Standing));
        Assert.Equal("实际竞赛场次17 ÷ 计划竞赛场次12 = 141.67%，达到满分标准(≥100%)，得8.00分", contests.Sentence);
        Assert.EndsWith("output.yaml", contests.Rule.File);
    }

    [Fact]
    public async Task A_service_set_to_NRules_answers_the_same()
    {
        if (!NRulesExecutor.IsBuilt)
        {
            Assert.Skip("This build is without NRules.");
        }

        await using var other = await RunningService.Start(Repository.Path("rules"), "--Executor", "nrules");
        var request = new ExplainRequest { RuleSet = Kunming, Project = SeedProject.Make() };
        Assert.Equal(
            await Client.ExplainAsync(request, cancellationToken: Cancel),
            await other.Scoring.ExplainAsync(request, cancellationToken: Cancel));
    }

    [Fact]
    public async Task Texts_come_in_the_language_that_is_asked_for()
    {
        var request = new ExplainRequest { RuleSet = Kunming, Project = SeedProject.Make() };
        var accepted = await Client.ExplainAsync(request, new Metadata { { "accept-language", "fr, en;q=0.8" } }, cancellationToken: Cancel);
        Assert.Contains("meets the standard", accepted.Evaluation.Total.Children[2].Children[0].Children[0].Sentence);
        request.LanguageCode = "zh-CN";
        var asked = await Client.ExplainAsync(request, new Metadata { { "accept-language", "en" } }, cancellationToken: Cancel);
        Assert.Contains("达到满分标准", asked.Evaluation.Total.Children[2].Children[0].Children[0].Sentence);
    }

    [Fact]
    public async Task Without_a_project_id_the_status_says_what_to_do()
    {
        var error = await Fails(new ExplainRequest { RuleSet = Kunming, Project = new V1.Project() });
        Assert.Equal((StatusCode.InvalidArgument, "PROJECT_ID_MISSING"), (error.StatusCode, Reason(error)));
        Assert.Contains("project.id", error.Status.Detail);
        Assert.Contains("P001", error.Status.Detail);
    }

    [Fact]
    public async Task An_unknown_rule_set_is_not_found_and_the_loaded_ones_are_named()
    {
        var error = await Fails(new ExplainRequest { RuleSet = new RuleSetChoice { Id = "kunming-2071" }, Project = SeedProject.Make(), LanguageCode = "en" });
        Assert.Equal((StatusCode.NotFound, "RULE_SET_NOT_FOUND"), (error.StatusCode, Reason(error)));
        Assert.Contains("kunming-2071", error.Status.Detail);
        Assert.Contains("kunming-2017", error.Status.Detail);
    }

    [Fact]
    public async Task Without_a_rule_set_the_loaded_ones_are_named()
    {
        var error = await Fails(new ExplainRequest { Project = SeedProject.Make() });
        Assert.Equal((StatusCode.InvalidArgument, "RULE_SET_ID_MISSING"), (error.StatusCode, Reason(error)));
        Assert.Contains("kunming-2017", error.Status.Detail);
    }

    [Fact]
    public async Task Every_problem_of_the_evidence_is_a_violation_with_its_field()
    {
        var project = new V1.Project
        {
            Id = "P1",
            Fields =
            {
                new V1.Field { Name = "实际到位资金", Value = new V1.Value { Number = "30" } },
                new V1.Field { Name = "实际竞赛场次", Value = new V1.Value { Number = "NaN" } },
                new V1.Field { Name = "计划竞赛场次", Value = new V1.Value { YesNo = true } },
                new V1.Field { Name = "实际竞赛场", Value = new V1.Value { Number = "1" } },
            },
            Findings = { new V1.Finding { Code = "Z9", Conclusion = V1.Conclusion.Met } },
        };
        var error = await Fails(new ExplainRequest { RuleSet = Kunming, Project = project });
        Assert.Equal((StatusCode.InvalidArgument, "EVIDENCE_INVALID"), (error.StatusCode, Reason(error)));
        var violations = error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations;
        Assert.Equal(
            [
                ("project.fields[\"实际到位资金\"]", "UNIT_NOT_SENT"),
                ("project.fields[\"实际竞赛场次\"]", "NUMBER_NOT_PLAIN"),
                ("project.fields[\"计划竞赛场次\"]", "WRONG_KIND"),
                ("project.fields[\"实际竞赛场\"]", "UNKNOWN_FIELD"),
                ("project.findings[0]", "FINDING_UNKNOWN_CODE"),
            ],
            violations.Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public async Task An_unknown_language_is_refused()
    {
        var error = await Fails(new ExplainRequest { RuleSet = Kunming, Project = SeedProject.Make(), LanguageCode = "fr" });
        Assert.Equal((StatusCode.InvalidArgument, "LANGUAGE_UNKNOWN"), (error.StatusCode, Reason(error)));
    }

    [Fact]
    public async Task Health_says_serving()
    {
        var health = await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest(), cancellationToken: Cancel);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Fact]
    public async Task Reflection_lists_the_service()
    {
        using var call = new ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Contains("indicators.v1.ScoringService", call.ResponseStream.Current.ListServicesResponse.Service.Select(s => s.Name));
        await call.RequestStream.CompleteAsync();
    }

    [Fact]
    public void A_folder_without_rule_sets_does_not_load()
    {
        Assert.Null(RuleSets.Load(new ServiceSettings { Rules = Repository.Path("docs") }, out var problems));
        Assert.True(problems.HasErrors);
    }

    private async Task<RpcException> Fails(ExplainRequest request) =>
        await Assert.ThrowsAsync<RpcException>(async () => await Client.ExplainAsync(request, cancellationToken: Cancel));

    private static RuleSetChoice Kunming => new() { Id = SeedProject.RuleSet };

    private static string Reason(RpcException error) => error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;
}
