using Indicators.NRules;

namespace Indicators.Service;

/// <summary>What the service can be told: on the command line (<c>--Rules DIR</c>), in the environment (<c>Rules=DIR</c>) or in appsettings.json.</summary>
public sealed record ServiceSettings
{
    /// <summary>Where gRPC is served; over https JSON and gRPC-Web as well.</summary>
    public string Grpc { get; init; } = "http://localhost:5080";

    /// <summary>Where JSON and gRPC-Web are served without TLS, which cannot tell HTTP/1.1 from HTTP/2 on one port; empty for nowhere.</summary>
    public string Json { get; init; } = "http://localhost:5081";

    /// <summary>A file of certificates in PEM: callers must show one that these have signed.</summary>
    public string? ClientCa { get; init; }

    /// <summary>The folder whose folders are rule sets.</summary>
    public string Rules { get; init; } = "rules";

    /// <summary>One of <see cref="Executors.Names"/>.</summary>
    public string Executor { get; init; } = Executors.Compiled;

    /// <summary>How many projects BatchScore and a chunk take.</summary>
    public int MaxProjects { get; init; } = 1000;

    /// <summary>How many bytes a message may have.</summary>
    public int MaxMessageBytes { get; init; } = 16 << 20;

    /// <summary>How many calls a connection may have under way.</summary>
    public int MaxCallsPerConnection { get; init; } = 100;

    /// <summary>How many calls may be under way in all; a stream is one.</summary>
    public int MaxCalls { get; init; } = 1000;

    /// <summary>How many connections there may be.</summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>Where all that is scored is kept before it is answered: a file, or <c>postgres:</c> and a connection string; empty for nowhere.</summary>
    public string Archive { get; init; } = "";

    /// <summary>How often it looks for edits of the rules.</summary>
    public TimeSpan WatchEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a public address may be served without TLS.</summary>
    public bool AllowPlaintext { get; init; }

    /// <summary>The origins whose pages may call from a browser, such as <c>https://a.example;https://b.example</c>; empty for none but its own.</summary>
    public string AllowOrigins { get; init; } = "";

    /// <summary>How long calls under way may take to end when the service is stopped.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(30);

    public static ServiceSettings Of(IConfiguration configuration) => configuration.Get<ServiceSettings>() ?? new();
}
