using Grpc.Core;
using Indicators.Contracts;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Maps in, scores, maps out; the contract is in <c>protos/indicators/v1/scoring_service.proto</c>.</summary>
public sealed class ScoringService(RuleSets ruleSets, ServiceSettings settings) : V1.ScoringService.ScoringServiceBase
{
    public override Task<ScoreResponse> Score(ScoreRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        if (request.Project is { } sent && rules.ScorePlain([sent])[0] is { } plain)
        {
            return Task.FromResult(new ScoreResponse { RuleSet = version, Scores = plain });
        }

        var project = Read(request.Project, rules, language);
        var (scores, problem) = rules.Score([project], null, context.CancellationToken)[0];
        return scores is not null
            ? Task.FromResult(new ScoreResponse { RuleSet = version, Scores = scores })
            : throw RpcErrors.NotScorable(problem!, language).ToRpcException();
    }

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        var project = Read(request.Project, rules, language);
        var result = rules.Explain([project], context.CancellationToken).Single();
        return result.Evaluation is { } evaluation
            ? Task.FromResult(new ExplainResponse { RuleSet = version, Evaluation = evaluation.ToProto(language) })
            : throw RpcErrors.NotScorable(result.Problem!, language).ToRpcException();
    }

    public override Task<BatchScoreResponse> BatchScore(BatchScoreRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        ProjectBatch.RequireFew(request.Projects.Count, settings, language);
        return Task.FromResult(new BatchScoreResponse
        {
            RuleSet = version,
            Results = { ProjectBatch.Score(rules, request.Projects, request.ProjectsArePortfolio, language, context.CancellationToken) },
        });
    }

    public override async Task ScoreStream(IAsyncStreamReader<ScoreStreamRequest> requestStream, IServerStreamWriter<ScoreStreamResponse> responseStream, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        if (!await requestStream.MoveNext(cancel) || requestStream.Current.Opening is not { } opening)
        {
            throw RpcErrors.Error(ErrorReason.StreamNotOpened, SpokenLanguage.Of("", context.RequestHeaders));
        }

        var language = SpokenLanguage.Of(opening.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(opening.RuleSet, ruleSets.Current, language);
        var packed = new PackedStream(rules, opening.PackedFields, language);
        await responseStream.WriteAsync(new ScoreStreamResponse { Opened = new ScoreStreamOpened { RuleSet = version, Legend = packed.Legend } }, cancel);
        for (var expected = 1L; await requestStream.MoveNext(cancel); expected++)
        {
            await responseStream.WriteAsync(Answer(requestStream.Current, expected, rules, packed, language, cancel), cancel);
        }
    }

    private ScoreStreamResponse Answer(ScoreStreamRequest message, long expected, LoadedRuleSet rules, PackedStream packed, Language language, CancellationToken cancel)
    {
        var (sequence, projects) = message.MessageCase switch
        {
            ScoreStreamRequest.MessageOneofCase.Projects => (message.Projects.Sequence, message.Projects.Projects.Count),
            ScoreStreamRequest.MessageOneofCase.Packed => (message.Packed.Sequence, message.Packed.ProjectIds.Count),
            _ => throw RpcErrors.Error(ErrorReason.StreamNotOpened, language),
        };
        if (sequence != expected)
        {
            throw RpcErrors.Error(ErrorReason.SequenceBroken, language, sequence, expected);
        }

        ProjectBatch.RequireFew(projects, settings, language);
        return message.Packed is { } columns
            ? new ScoreStreamResponse { Packed = packed.Score(columns, cancel) }
            : new ScoreStreamResponse { Scored = new ScoredChunk { Sequence = sequence, Results = { ProjectBatch.Score(rules, message.Projects.Projects, arePortfolio: false, language, cancel) } } };
    }

    private static Project Read(V1.Project? sent, LoadedRuleSet rules, Language language)
    {
        if (sent is null || string.IsNullOrWhiteSpace(sent.Id))
        {
            throw RpcErrors.Field(ErrorReason.ProjectIdMissing, language, "project.id");
        }

        return ProjectBatch.Read(sent, rules.RuleSet, language, out var invalid) ?? throw invalid!.ToRpcException();
    }
}
