using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Indicators.Service;

/// <summary>Puts the service together: gRPC, gRPC-Web and JSON, health and reflection.</summary>
public static class ServiceHost
{
    /// <summary>The health of scoring: some rule set is in force.</summary>
    private const string Rules = "rules";

    /// <summary>The health of the folder: what its files say is what is in force.</summary>
    private const string Edits = "edits";

    public static ServiceSettings Settings(string[] args) => ServiceSettings.Of(WebApplication.CreateBuilder(args).Configuration);

    /// <summary>Null if an address that others can reach would be served without TLS.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="ruleSets">What it scores with.</param>
    /// <param name="settings">What it is told.</param>
    /// <param name="refused">That address.</param>
    public static WebApplication? Build(string[] args, RuleSets ruleSets, ServiceSettings settings, out string? refused)
    {
        var builder = WebApplication.CreateBuilder(args);
        Endpoints.Add(builder.Configuration, settings);
        refused = Endpoints.Refused(builder.Configuration, settings);
        if (refused is not null)
        {
            return null;
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.MaxStreamsPerConnection = settings.MaxCallsPerConnection;
            kestrel.Limits.MaxConcurrentConnections = settings.MaxConnections;
            // A stream has no end; its messages are limited, and so is JSON below.
            kestrel.Limits.MaxRequestBodySize = null;
            if (settings.ClientCa is { } trusted)
            {
                kestrel.ConfigureHttpsDefaults(https => Endpoints.Trust(https, trusted));
            }
        });
        AddServices(builder.Services, ruleSets, settings);
        var app = builder.Build();
        app.UseCors();
        app.Use((context, next) => UnreadMessages.LimitJson(context, next, settings));
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.Use((context, next) => UnreadMessages.Explain(context, next, settings));
        app.MapGrpcService<ScoringService>();
        app.MapGrpcService<RuleSetService>();
        app.MapGrpcService<ComparisonService>();
        app.MapGrpcService<ArchiveService>();
        // Opened now: a service that could not keep what it scores must not start.
        app.Services.GetRequiredService<ScoreKeeper>();
        app.MapGrpcReflectionService();
        app.MapGrpcHealthChecksService();
        return app;
    }

    private static void AddServices(IServiceCollection services, RuleSets ruleSets, ServiceSettings settings)
    {
        services.Configure<HostOptions>(o => o.ShutdownTimeout = settings.Drain);
        services.AddSingleton(ruleSets).AddSingleton(settings).AddSingleton(_ => new ScoreKeeper(settings.Archive)).AddSingleton<CallLimit>().AddHostedService<RuleSetWatcher>();
        services.AddGrpc(o =>
        {
            o.MaxReceiveMessageSize = settings.MaxMessageBytes;
            o.Interceptors.Add<FaultInterceptor>();
        }).AddJsonTranscoding(o => o.TypeRegistry = TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor));
        services.AddGrpc().AddServiceOptions<ScoringService>(o => o.Interceptors.Add<CallLimit>()).AddServiceOptions<RuleSetService>(o => o.Interceptors.Add<CallLimit>())
            .AddServiceOptions<ComparisonService>(o => o.Interceptors.Add<CallLimit>())
            .AddServiceOptions<ArchiveService>(o => o.Interceptors.Add<CallLimit>());
        services.AddCors(o => o.AddDefaultPolicy(p => p
            .WithOrigins(settings.AllowOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .AllowAnyHeader().WithMethods(HttpMethods.Get, HttpMethods.Post).WithExposedHeaders("grpc-status", "grpc-message", "grpc-status-details-bin")));
        services.AddGrpcReflection();
        services
            .AddGrpcHealthChecks(o =>
            {
                o.Services.Map("", c => c.Name == Rules);
                o.Services.Map(V1.ScoringService.Descriptor.FullName, c => c.Name == Rules);
                o.Services.Map(V1.RuleSetService.Descriptor.FullName, c => c.Name == Rules);
                o.Services.Map(V1.ComparisonService.Descriptor.FullName, c => c.Name == Rules);
                o.Services.Map(Edits, c => c.Name == Edits);
            })
            .AddCheck(Rules, () => ruleSets.Current.IsEmpty ? HealthCheckResult.Unhealthy("no rule set is loaded") : HealthCheckResult.Healthy())
            .AddCheck(Edits, () => ruleSets.Current.IsAllInForce ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("an edit of a rule set is not used; ListRuleSets says why"));
    }
}
