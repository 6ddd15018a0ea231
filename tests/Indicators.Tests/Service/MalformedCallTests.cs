using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Messages that no client of the contract would send, and calls that are given up.</summary>
public sealed class MalformedCallTests : IAsyncLifetime
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create<byte[]>(b => b, b => b);
    private static readonly Method<byte[], byte[]> ScoreOfBytes = new(MethodType.Unary, "indicators.v1.ScoringService", "Score", Raw, Raw);
    private static readonly Method<byte[], byte[]> StreamOfBytes = new(MethodType.DuplexStreaming, "indicators.v1.ScoringService", "ScoreStream", Raw, Raw);

    private readonly TestRuleSet rules = TestRuleSet.WithNode("取值: 到位 / 预算\n按比例: 100%");
    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent);

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
    }

    [Fact]
    public async Task A_message_that_is_nested_too_deep_or_cut_off_is_refused_and_the_service_goes_on()
    {
        // Field 99, wire type 3, opens a group in a group in a group.
        foreach (var bytes in new byte[][] { [.. Enumerable.Repeat<byte[]>([0x9B, 0x06], 5000).SelectMany(b => b)], [0x0A, 0xFF, 0xFF], [0xFF] })
        {
            var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Channel.CreateCallInvoker().AsyncUnaryCall(ScoreOfBytes, null, new CallOptions(cancellationToken: Cancel), bytes));
            Assert.Equal((StatusCode.InvalidArgument, "MESSAGE_UNREADABLE"), RunningService.Said(error));
            using var stream = service.Channel.CreateCallInvoker().AsyncDuplexStreamingCall(StreamOfBytes, null, new CallOptions(cancellationToken: Cancel));
            await stream.RequestStream.WriteAsync(bytes, Cancel);
            error = await Assert.ThrowsAsync<RpcException>(async () => await stream.ResponseStream.MoveNext(Cancel));
            Assert.Equal((StatusCode.InvalidArgument, "MESSAGE_UNREADABLE"), RunningService.Said(error));
        }

        var deep = string.Concat(Enumerable.Repeat("{\"project\":", 5000)) + new string('}', 5000);
        using var http = new HttpClient();
        var response = await http.PostAsync($"{service.Json}/v1/projects:score", new StringContent(deep, new MediaTypeHeaderValue("application/json")), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty((await service.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel)).RuleSets);
    }

    [Theory]
    [InlineData("30", "次", "WRONG_UNIT")]
    [InlineData("30", "", "UNIT_NOT_SENT")]
    [InlineData("30", "%", "WRONG_UNIT")]
    public async Task An_amount_in_a_unit_that_is_none_of_money_is_refused(string number, string unit, string reason)
    {
        var project = new V1.Project { Id = "P1", Fields = { new Field { Name = "预算", Value = new V1.Value { Number = number, Unit = unit } } } };
        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = new RuleSetChoice { Id = "test" }, Project = project }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.InvalidArgument, "EVIDENCE_INVALID"), RunningService.Said(error));
        var violation = error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Single();
        Assert.Equal("project.fields[\"预算\"]", violation.Field);
        Assert.Equal(reason, violation.Reason);
    }

    [Fact]
    public async Task Calls_beyond_the_limit_are_told_when_to_try_again_and_then_are_served()
    {
        await using var own = await RunningService.Start(rules.Parent, "--MaxCalls", "1");
        var first = own.Scoring.ScoreStream(cancellationToken: Cancel);
        await first.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "test" } } }, Cancel);
        Assert.True(await first.ResponseStream.MoveNext(Cancel));
        var error = await Assert.ThrowsAsync<RpcException>(async () => await own.Scoring.ScoreAsync(new ScoreRequest(), cancellationToken: Cancel));
        Assert.Equal((StatusCode.Unavailable, "TOO_MANY_CALLS"), RunningService.Said(error));
        Assert.Equal(1, error.GetRpcStatus()!.GetDetail<Google.Rpc.RetryInfo>()!.RetryDelay.Seconds);
        // The limit is one of all callers of a service, not of the health that watches over it.
        await new Grpc.Health.V1.Health.HealthClient(own.Channel).CheckAsync(new Grpc.Health.V1.HealthCheckRequest(), cancellationToken: Cancel);
        await first.RequestStream.CompleteAsync();
        Assert.False(await first.ResponseStream.MoveNext(Cancel));
        var score = new ScoreRequest { RuleSet = new RuleSetChoice { Id = "test" }, Project = new V1.Project { Id = "P1" } };
        Assert.Equal("P1", (await own.Scoring.ScoreAsync(score, cancellationToken: Cancel)).Scores.ProjectId);
    }

    [Fact]
    public async Task A_call_that_is_given_up_ends_and_the_service_goes_on()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var call = service.Scoring.ScoreStream(cancellationToken: stop.Token);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "test" } } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        await stop.CancelAsync();
        var error = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal(StatusCode.Cancelled, error.StatusCode);
        Assert.NotEmpty((await service.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel)).RuleSets);
    }
}
