using Grpc.Core;
using Indicators.V1;

namespace Indicators.Benchmarks.Load;

/// <summary>Takes the same messages and answers with others of the same size and shape, always the same ones: what is left when nothing is scored.</summary>
internal sealed class EchoService : ScoringService.ScoringServiceBase
{
    private static readonly ScoreResponse Unary = LoadEvidence.Answer();
    private static readonly ScoredChunk Scored = LoadEvidence.AnswerToChunk();
    private static readonly PackedScores Packed = LoadEvidence.AnswerToPacked();

    public override Task<ScoreResponse> Score(ScoreRequest request, ServerCallContext context) => Task.FromResult(Unary);

    public override async Task ScoreStream(IAsyncStreamReader<ScoreStreamRequest> requestStream, IServerStreamWriter<ScoreStreamResponse> responseStream, ServerCallContext context)
    {
        await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(message.MessageCase switch
            {
                ScoreStreamRequest.MessageOneofCase.Opening => new ScoreStreamResponse { Opened = new ScoreStreamOpened() },
                ScoreStreamRequest.MessageOneofCase.Projects => new ScoreStreamResponse { Scored = Scored },
                _ => new ScoreStreamResponse { Packed = Packed },
            });
        }
    }
}
