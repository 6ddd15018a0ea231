using Indicators.NRules;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Indicators.Service;

/// <summary>Puts the service together: gRPC over plain HTTP/2, health and reflection.</summary>
public static class ServiceHost
{
    private const string DefaultUrl = "http://localhost:5080";

    public const string ExecutorSetting = "Executor";

    /// <summary>The rule sets in the folder <c>Rules</c>, to be run by <c>Executor</c> (<c>--Rules DIR --Executor nrules</c>, or the environment).</summary>
    public static RuleSets? LoadRules(string[] args, out Diagnostics problems)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        return RuleSets.Load(settings["Rules"] ?? "rules", out problems, settings[ExecutorSetting] ?? Executors.Compiled);
    }

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
