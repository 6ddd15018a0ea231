using Grpc.HealthCheck;
using Indicators.NRules;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Indicators.Service;

/// <summary>Puts the service together: gRPC, gRPC-Web and JSON, health and reflection.</summary>
public static class ServiceHost
{
    private const string DefaultUrl = "http://localhost:5080";

    public static ServiceSettings Settings(string[] args) =>
        ServiceSettings.Of(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());

    public static WebApplication Build(string[] args, RuleSets ruleSets, ServiceSettings settings)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration["Urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2);
            kestrel.Limits.Http2.MaxStreamsPerConnection = settings.MaxCallsPerConnection;
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Drain);
        builder.Services.AddSingleton(ruleSets).AddSingleton(settings).AddHostedService<RuleSetWatcher>();
        builder.Services.AddGrpc(o => o.MaxReceiveMessageSize = settings.MaxMessageBytes);
        builder.Services.AddGrpcReflection();
        builder.Services
            .AddGrpcHealthChecks(o =>
            {
                o.Services.Map(V1.ScoringService.Descriptor.FullName, _ => true);
                o.Services.Map(V1.RuleSetService.Descriptor.FullName, _ => true);
            })
            .AddCheck("rules", () => ruleSets.Current.IsEmpty ? HealthCheckResult.Unhealthy("no rule set is loaded") : HealthCheckResult.Healthy());
        var app = builder.Build();
        app.MapGrpcService<ScoringService>();
        app.MapGrpcService<RuleSetService>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        return app;
    }
}
