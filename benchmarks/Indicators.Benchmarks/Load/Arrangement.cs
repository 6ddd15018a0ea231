using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Indicators.V1;

namespace Indicators.Benchmarks.Load;

/// <summary>How projects are sent: so many callers, each with so many projects in a message.</summary>
/// <param name="Name">As the report calls it.</param>
/// <param name="Callers">At a time.</param>
/// <param name="Kind">In which messages.</param>
internal sealed record Arrangement(string Name, int Callers, MessageKind Kind)
{
    private const int Connections = 2;

    /// <summary>Messages that a stream has under way, so that the server does not wait for the caller.</summary>
    private const int Ahead = 2;

    public static Arrangement[] All { get; } =
    [
        new("unary, 1 caller", 1, MessageKind.Unary),
        new("unary, 16 callers", 16, MessageKind.Unary),
        new("unary, 64 callers", 64, MessageKind.Unary),
        new("chunks of 200, 1 stream", 1, MessageKind.Chunk),
        new("chunks of 200, 2 streams", 2, MessageKind.Chunk),
        new("packed columns of 200, 1 stream", 1, MessageKind.Packed),
        new("packed columns of 200, 2 streams", 2, MessageKind.Packed),
    ];

    /// <summary>Sends for a while.</summary>
    /// <returns>Projects that were answered, and how long each message took.</returns>
    public async Task<(long Projects, TimeSpan Took, double[] Latencies)> Run(string url, TimeSpan time)
    {
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(url, new GrpcChannelOptions { MaxReceiveMessageSize = null })).ToList();
        try
        {
            var latencies = new ConcurrentBag<List<double>>();
            var clock = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(c => Task.Run(async () =>
            {
                var own = new List<double>();
                var client = new ScoringService.ScoringServiceClient(channels[c % Connections]);
                await (Kind == MessageKind.Unary ? Unary(client, clock, time, own, c) : Stream(client, clock, time, own));
                latencies.Add(own);
            })));
            var all = latencies.SelectMany(l => l).Order().ToArray();
            return (all.LongLength * (Kind == MessageKind.Unary ? 1 : LoadEvidence.ProjectsInChunk), clock.Elapsed, all);
        }
        finally
        {
            channels.ForEach(c => c.Dispose());
        }
    }

    private static async Task Unary(ScoringService.ScoringServiceClient client, Stopwatch clock, TimeSpan time, List<double> latencies, int caller)
    {
        var request = new ScoreRequest { RuleSet = LoadEvidence.Rules, Project = LoadEvidence.Project(caller) };
        do
        {
            var sent = clock.Elapsed;
            await client.ScoreAsync(request);
            latencies.Add((clock.Elapsed - sent).TotalMilliseconds);
        }
        while (clock.Elapsed < time);
    }

    private async Task Stream(ScoringService.ScoringServiceClient client, Stopwatch clock, TimeSpan time, List<double> latencies)
    {
        var (chunk, packed) = (LoadEvidence.Chunk(), LoadEvidence.Packed());
        using var call = client.ScoreStream();
        await call.RequestStream.WriteAsync(LoadEvidence.Opening());
        await call.ResponseStream.MoveNext(CancellationToken.None);
        var underWay = new Queue<TimeSpan>();
        for (var sequence = 1L; sequence == 1 || clock.Elapsed < time || underWay.Count > 0;)
        {
            if (sequence == 1 || (clock.Elapsed < time && underWay.Count < Ahead))
            {
                chunk.Sequence = packed.Sequence = sequence++;
                underWay.Enqueue(clock.Elapsed);
                await call.RequestStream.WriteAsync(Kind == MessageKind.Chunk ? new ScoreStreamRequest { Projects = chunk } : new ScoreStreamRequest { Packed = packed });
            }
            else
            {
                await call.ResponseStream.MoveNext(CancellationToken.None);
                latencies.Add((clock.Elapsed - underWay.Dequeue()).TotalMilliseconds);
            }
        }

        await call.RequestStream.CompleteAsync();
        await call.ResponseStream.MoveNext(CancellationToken.None);
    }
}

/// <summary>What a message holds.</summary>
internal enum MessageKind
{
    Unary,
    Chunk,
    Packed,
}
