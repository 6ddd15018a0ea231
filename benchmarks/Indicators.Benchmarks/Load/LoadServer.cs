using System.Diagnostics;
using System.Globalization;
using Indicators.Benchmarks.Scoring;
using Indicators.Service;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Indicators.Benchmarks.Load;

/// <summary>A server in a process of its own, so that its time and memory can be told from the caller's: the service, or the echo.</summary>
internal sealed class LoadServer : IDisposable
{
    public const string Command = "serve";

    private readonly Process process;

    private LoadServer(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    public static LoadServer Start(string kind)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(LoadServer).Assembly.Location, Command, kind]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) != "dotnet")
        {
            start.ArgumentList.RemoveAt(0);
        }

        var process = Process.Start(start)!;
        return new LoadServer(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The {kind} server did not start."));
    }

    /// <summary>Processor time and bytes that it has used so far.</summary>
    public (TimeSpan Cpu, long Bytes) Used()
    {
        process.StandardInput.WriteLine();
        var used = process.StandardOutput.ReadLine()!.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (new TimeSpan(used[0]), used[1]);
    }

    /// <summary>What the other process does.</summary>
    public static async Task Serve(string kind)
    {
        var rules = Directory.CreateTempSubdirectory("load-rules-");
        MadeUpRules.Write(Directory.CreateDirectory(Path.Combine(rules.FullName, "made-up")).FullName, LoadEvidence.Indicators);
        string[] args = ["--Grpc", "http://127.0.0.1:0", "--Json", "", "--Rules", rules.FullName, "--WatchEvery", "01:00:00", "--Logging:LogLevel:Default", "Error", "--Logging:Console:LogToStandardErrorThreshold", "Trace"];
        await using var app = kind == "echo" ? Echo() : Scorer(args);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine(FormattableString.Invariant($"{Process.GetCurrentProcess().TotalProcessorTime.Ticks} {GC.GetTotalAllocatedBytes()}"));
        }

        rules.Delete(recursive: true);
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static WebApplication Scorer(string[] args)
    {
        var settings = ServiceHost.Settings(args);
        var ruleSets = RuleSets.Load(settings, out var problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
        return ServiceHost.Build(args, ruleSets, settings, out _)!;
    }

    private static WebApplication Echo()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(k => k.ConfigureEndpointDefaults(e => e.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(o => o.MaxReceiveMessageSize = 16 << 20);
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        return app;
    }
}
