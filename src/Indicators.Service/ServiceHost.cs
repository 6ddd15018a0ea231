using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Indicators.Service;

/// <summary>Puts the service together: gRPC over plain HTTP/2, health and reflection.</summary>
public static class ServiceHost
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The setting <c>Rules</c> (<c>--Rules DIR</c>, or the environment): the folder that holds rule-set folders.</summary>
    public static string RulesFolder(string[] args) =>
        new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build()["Rules"] ?? "rules";

    public static WebApplication Build(string[] args, RuleSets ruleSets)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (builder.Configuration["Urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(ruleSets);
        builder.Services.AddGrpc();
        builder.Services.AddGrpcReflection();
        builder.Services
            .AddGrpcHealthChecks(o => o.Services.Map(V1.ScoringService.Descriptor.FullName, _ => true))
            .AddCheck("rules", () => HealthCheckResult.Healthy());
        var app = builder.Build();
        app.MapGrpcService<ScoringService>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        return app;
    }
}
