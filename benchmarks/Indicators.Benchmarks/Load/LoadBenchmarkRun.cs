using System.Globalization;
using System.Text;

namespace Indicators.Benchmarks.Load;

/// <summary>
/// The service beside an echo of messages of the same size, in the same arrangements, round after round in turn, so that what
/// else the machine does falls on both. Caller and server share the cores.
/// </summary>
internal static class LoadBenchmarkRun
{
    public const string Command = "load";

    /// <param name="rounds">How often each is measured.</param>
    /// <param name="time">How long each time.</param>
    /// <returns>The report.</returns>
    public static async Task<string> Run(int rounds, TimeSpan time)
    {
        using var echo = LoadServer.Start("echo");
        using var service = LoadServer.Start("score");
        var measured = Arrangement.All.ToDictionary(a => a, _ => new List<(Measure Echo, Measure Score)>());
        // The first round warms up.
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var arrangement in Arrangement.All)
            {
                var pair = (await Measured(arrangement, echo, time), await Measured(arrangement, service, time));
                if (round > 0)
                {
                    measured[arrangement].Add(pair);
                }
            }
        }

        return Report(measured, rounds, time);
    }

    private static async Task<Measure> Measured(Arrangement arrangement, LoadServer server, TimeSpan time)
    {
        var before = server.Used();
        var (projects, took, latencies) = await arrangement.Run(server.Url, time);
        var after = server.Used();
        return new Measure(
            projects / took.TotalSeconds, latencies[latencies.Length / 2], latencies[latencies.Length * 99 / 100],
            (after.Cpu - before.Cpu).TotalMicroseconds / projects, (double)(after.Bytes - before.Bytes) / projects);
    }

    private static string Report(Dictionary<Arrangement, List<(Measure Echo, Measure Score)>> measured, int rounds, TimeSpan time)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            Medians of {rounds} rounds of {time.TotalSeconds:0.#} s, service and echo in turn; {Environment.ProcessorCount} cores shared by caller and server; 20 indicators over 30 fields.

            | messages | projects a second, echo | service | service ÷ echo | p50, p99 of a message, ms | server CPU a project, µs: echo, service | bytes a project: echo, service |
            |---|---|---|---|---|---|---|

            """);
        foreach (var (arrangement, pairs) in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {arrangement.Name} | {Median(p => p.Echo.Rate):N0} | {Median(p => p.Score.Rate):N0} | {Median(p => p.Score.Rate / p.Echo.Rate):0.00} | {Median(p => p.Score.P50):0.00}, {Median(p => p.Score.P99):0.00} | {Median(p => p.Echo.Cpu):0.0}, {Median(p => p.Score.Cpu):0.0} | {Median(p => p.Echo.Bytes):N0}, {Median(p => p.Score.Bytes):N0} |\n");

            double Median(Func<(Measure Echo, Measure Score), double> of) => pairs.Select(of).Order().ElementAt(pairs.Count / 2);
        }

        var unary = Best(MessageKind.Unary);
        text.Append(CultureInfo.InvariantCulture, $"\nOf the best unary rate: chunks {Best(MessageKind.Chunk) / unary:0.0} ×, packed columns {Best(MessageKind.Packed) / unary:0.0} ×.\n");
        return text.ToString();

        double Best(MessageKind kind) => measured.Where(m => m.Key.Kind == kind).Max(m => m.Value.Select(p => p.Score.Rate).Order().ElementAt(m.Value.Count / 2));
    }

    /// <summary>Of one server in one round.</summary>
    private sealed record Measure(double Rate, double P50, double P99, double Cpu, double Bytes);
}
