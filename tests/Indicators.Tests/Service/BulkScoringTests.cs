using Grpc.Core;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Many projects at once, over a real port: in one request and in a stream of chunks.</summary>
public sealed class BulkScoringTests : IAsyncLifetime
{
    private readonly TestRuleSet rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RuleSetChoice Test => new() { Id = "test" };

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent, "--MaxProjects", "5");

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
    }

    [Fact]
    public async Task Numbers_are_those_of_the_explained_score()
    {
        var project = Project("P1", "1");
        var scores = (await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = project }, cancellationToken: Cancel)).Scores;
        var total = (await service.Scoring.ExplainAsync(new ExplainRequest { RuleSet = Test, Project = project }, cancellationToken: Cancel)).Evaluation.Total;
        Assert.Equal(("P1", "33.33", "差", "0.00"), (scores.ProjectId, scores.Total, scores.Grade, scores.Held));
        Assert.Equal(("100.00", "0.00", "0.00"), (scores.OnEvidence, scores.OnClaims, scores.OnNothing));
        Assert.Equal(["产出", "产出数量", "A1"], scores.Nodes.Select(n => n.Code));
        Assert.All(scores.Nodes, n => Assert.Equal(total.Published, n.Published));
    }

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public async Task A_bad_project_has_a_status_in_its_place_and_the_others_their_scores(string executor)
    {
        await using var own = await RunningService.Start(rules.Parent, "--Executor", executor);
        var response = await own.Scoring.BatchScoreAsync(
            new BatchScoreRequest { RuleSet = Test, Projects = { Project("P1", "1"), Project("P2", "NaN"), Project("", "1"), Project("P4", "2"), Project("P5", "1"), Project("P5", "2") } }, cancellationToken: Cancel);
        Assert.Equal(
            ["33.33", "EVIDENCE_INVALID", "PROJECT_ID_MISSING", "66.67", "PROJECT_DUPLICATE", "PROJECT_DUPLICATE"],
            response.Results.Select(Outcome));
        Assert.Equal("project.fields[\"实际\"]", response.Results[1].Error.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations[0].Field);
    }

    [Fact]
    public async Task More_projects_than_the_limit_are_refused_and_as_many_are_taken()
    {
        var projects = Enumerable.Range(1, 5).Select(i => Project($"P{i}", "1")).ToList();
        Assert.Equal(5, (await service.Scoring.BatchScoreAsync(new BatchScoreRequest { RuleSet = Test, Projects = { projects } }, cancellationToken: Cancel)).Results.Count);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Scoring.BatchScoreAsync(
            new BatchScoreRequest { RuleSet = Test, Projects = { projects.Append(Project("P6", "1")) } }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.InvalidArgument, "TOO_MANY_PROJECTS"), RunningService.Said(error));
        var info = await service.Rules.GetServerInfoAsync(new GetServerInfoRequest(), cancellationToken: Cancel);
        Assert.Equal((5, "compiled"), (info.MaxProjects, info.Executor));
    }

    [Fact]
    public async Task Peers_are_the_projects_of_a_request_that_says_so()
    {
        using var peers = TestRuleSet.WithNode("取值: 实际\n同类: {比: 极差, 来自: 项目库}");
        await using var own = await RunningService.Start(peers.Parent);
        var request = new BatchScoreRequest { RuleSet = Test, Projects = { Project("P1", "1"), Project("P2", "2"), Project("P3", "5") } };
        Assert.All((await own.Scoring.BatchScoreAsync(request, cancellationToken: Cancel)).Results, r => Assert.Equal("PORTFOLIO_MISSING", Outcome(r)));
        request.ProjectsArePortfolio = true;
        Assert.Equal(["0.00", "25.00", "100.00"], (await own.Scoring.BatchScoreAsync(request, cancellationToken: Cancel)).Results.Select(Outcome));
    }

    [Fact]
    public async Task A_stream_answers_each_chunk_in_order()
    {
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = Test } }, Cancel);
        for (var i = 1; i <= 20; i++)
        {
            await call.RequestStream.WriteAsync(Chunk(i, Project($"P{i}", "1"), Project($"Q{i}", "x")), Cancel);
        }

        await call.RequestStream.CompleteAsync();
        var answers = await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal("test", answers[0].Opened.RuleSet.Id);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), answers.Skip(1).Select(a => a.Scored.Sequence));
        Assert.All(answers.Skip(1), a => Assert.Equal(["33.33", "EVIDENCE_INVALID"], a.Scored.Results.Select(Outcome)));
    }

    [Fact]
    public async Task A_stream_that_is_not_opened_or_out_of_step_ends_with_the_reason()
    {
        var opening = new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = Test } };
        Assert.Equal((StatusCode.InvalidArgument, "STREAM_NOT_OPENED"), await Broken(Chunk(1, Project("P1", "1"))));
        Assert.Equal((StatusCode.InvalidArgument, "STREAM_NOT_OPENED"), await Broken(opening, opening));
        Assert.Equal((StatusCode.InvalidArgument, "SEQUENCE_BROKEN"), await Broken(opening, Chunk(1, Project("P1", "1")), Chunk(3, Project("P1", "1"))));
        Assert.Equal((StatusCode.InvalidArgument, "SEQUENCE_BROKEN"), await Broken(opening, Chunk(0)));
        Assert.Equal((StatusCode.InvalidArgument, "TOO_MANY_PROJECTS"), await Broken(opening, Chunk(1, [.. Enumerable.Range(0, 6).Select(i => Project($"P{i}", "1"))])));
        Assert.Equal((StatusCode.NotFound, "RULE_SET_NOT_FOUND"), await Broken(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "no" } } }));
    }

    [Fact]
    public async Task A_deadline_ends_a_call()
    {
        // Connected before the clock runs.
        await service.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel);
        using var call = service.Scoring.ScoreStream(deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = Test } }, Cancel);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel));
        // Both ends watch the clock; where the service is first by a moment, the client sees its stream cancelled.
        Assert.Contains(error.StatusCode, (StatusCode[])[StatusCode.DeadlineExceeded, StatusCode.Cancelled]);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_refused()
    {
        await using var own = await RunningService.Start(rules.Parent, "--MaxMessageBytes", "1000");
        var project = Project("P1", "1");
        project.Name = new string('名', 400);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await own.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = project }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), RunningService.Said(error));
        Assert.Contains("1000", error.Status.Detail);
        using var call = own.Scoring.ScoreStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(Chunk(1, project), Cancel);
        error = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), RunningService.Said(error));
    }

    private static string Outcome(V1.ProjectResult result) => result.Scores?.Total ?? result.Error.GetDetail<Google.Rpc.ErrorInfo>()!.Reason;

    private static V1.Project Project(string id, string number) => new()
    {
        Id = id,
        Fields =
        {
            new Field { Name = "实际", Value = new V1.Value { Number = number }, Source = "报告" },
            new Field { Name = "计划", Value = new V1.Value { Number = "3" }, Source = "报告" },
        },
    };

    private static ScoreStreamRequest Chunk(long sequence, params V1.Project[] projects) => new() { Projects = new ProjectChunk { Sequence = sequence, Projects = { projects } } };

    private async Task<(StatusCode Status, string Reason)> Broken(params ScoreStreamRequest[] messages)
    {
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message, Cancel);
        }

        return RunningService.Said(await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel)));
    }
}
