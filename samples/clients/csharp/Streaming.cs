using Grpc.Core;
using Indicators.V1;

namespace ScoreClient;

/// <summary>Any number of projects in one call: chunks go out while answers come in.</summary>
internal static class Streaming
{
    private const int ProjectsInChunk = 2;

    public static async Task Score(ScoringService.ScoringServiceClient scoring, RuleSetChoice rules, IEnumerable<Project> projects)
    {
        using var call = scoring.ScoreStream();
        var reading = Print(call.ResponseStream);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = rules } });
        foreach (var (number, chunk) in projects.Chunk(ProjectsInChunk).Index())
        {
            await call.RequestStream.WriteAsync(new ScoreStreamRequest { Projects = new ProjectChunk { Sequence = number + 1, Projects = { chunk } } });
        }

        await call.RequestStream.CompleteAsync();
        await reading;
    }

    private static async Task Print(IAsyncStreamReader<ScoreStreamResponse> answers)
    {
        await foreach (var answer in answers.ReadAllAsync())
        {
            foreach (var result in answer.Scored?.Results ?? [])
            {
                Console.WriteLine($"{result.ProjectId}: {(result.Scores is { } scores ? $"{scores.Total} {scores.Grade}" : Errors.Said(result.Error))}");
            }
        }
    }
}
