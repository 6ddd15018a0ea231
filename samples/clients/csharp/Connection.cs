using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ScoreClient;

/// <summary>A channel that tries again where that is right, and shares calls among several services.</summary>
internal static class Connection
{
    public static GrpcChannel To(string[] addresses)
    {
        var isSecure = addresses[0].StartsWith("https://", StringComparison.Ordinal);
        var services = new ServiceCollection();
        services.AddSingleton<ResolverFactory>(new StaticResolverFactory(_ => [.. addresses.Select(a => new Uri(a)).Select(a => new BalancerAddress(a.Host, a.Port))]));
        return GrpcChannel.ForAddress("static:///indicators", new GrpcChannelOptions
        {
            Credentials = isSecure ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure,
            ServiceProvider = services.BuildServiceProvider(),
            ServiceConfig = new ServiceConfig
            {
                LoadBalancingConfigs = { new RoundRobinConfig() },
                // Scoring stores nothing, so a call that may have been served can be made again.
                MethodConfigs =
                {
                    new MethodConfig
                    {
                        Names = { MethodName.Default },
                        RetryPolicy = new RetryPolicy
                        {
                            MaxAttempts = 4,
                            InitialBackoff = TimeSpan.FromSeconds(0.2),
                            MaxBackoff = TimeSpan.FromSeconds(2),
                            BackoffMultiplier = 2,
                            RetryableStatusCodes = { StatusCode.Unavailable },
                        },
                    },
                },
            },
        });
    }
}
