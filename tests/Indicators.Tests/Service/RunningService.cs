using Grpc.Core;
using Grpc.Net.Client;
using Indicators.Service;
using Microsoft.AspNetCore.Builder;

namespace Indicators.Tests.Service;

/// <summary>The service on a port of its own, as it runs for a bureau.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningService(WebApplication app, RuleSets ruleSets)
    {
        (this.app, RuleSets) = (app, ruleSets);
        Channel = GrpcChannel.ForAddress(app.Urls.First(), new GrpcChannelOptions { MaxReceiveMessageSize = null });
    }

    public GrpcChannel Channel { get; }

    public RuleSets RuleSets { get; }

    public string Url => app.Urls.First();

    /// <summary>Where JSON and gRPC-Web are served.</summary>
    public string Json => app.Urls.Last();

    public V1.ScoringService.ScoringServiceClient Scoring => new(Channel);

    public V1.RuleSetService.RuleSetServiceClient Rules => new(Channel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="rules">The folder of rule sets.</param>
    /// <param name="settings">More of the command line, such as <c>--MaxProjects 3</c>.</param>
    public static async Task<RunningService> Start(string rules, params string[] settings)
    {
        string[] args = ["--Grpc", "http://127.0.0.1:0", "--Json", "http://127.0.0.1:0", "--Rules", rules, "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Microsoft", "Warning", .. settings];
        var read = ServiceHost.Settings(args);
        var ruleSets = RuleSets.Load(read, out var problems);
        Assert.Empty(problems.Select(p => $"{p}"));
        var app = ServiceHost.Build(args, ruleSets!, read, out _)!;
        await app.StartAsync(Cancel);
        return new RunningService(app, ruleSets!);
    }

    /// <summary>The stable reason of an error, with its status.</summary>
    public static (StatusCode Status, string Reason) Said(RpcException error) => (error.StatusCode, error.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }
}
