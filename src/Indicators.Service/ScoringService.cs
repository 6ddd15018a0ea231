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
        RequireFew(request.Projects.Count, language);
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
        await responseStream.WriteAsync(new ScoreStreamResponse { Opened = new ScoreStreamOpened { RuleSet = version } }, cancel);
        for (var expected = 1L; await requestStream.MoveNext(cancel); expected++)
        {
            var chunk = requestStream.Current.Projects ?? throw RpcErrors.Error(ErrorReason.StreamNotOpened, language);
            if (chunk.Sequence != expected)
            {
                throw RpcErrors.Error(ErrorReason.SequenceBroken, language, chunk.Sequence, expected);
            }

            RequireFew(chunk.Projects.Count, language);
            var results = ProjectBatch.Score(rules, chunk.Projects, arePortfolio: false, language, cancel);
            await responseStream.WriteAsync(new ScoreStreamResponse { Scored = new ScoredChunk { Sequence = expected, Results = { results } } }, cancel);
        }
    }

    private static Project Read(V1.Project? sent, LoadedRuleSet rules, Language language)
    {
        if (sent is null || string.IsNullOrWhiteSpace(sent.Id))
        {
            throw RpcErrors.Field(ErrorReason.ProjectIdMissing, language, "project.id");
        }

        var problems = new Diagnostics();
        var project = sent.ToProject(rules.RuleSet, problems);
        return problems.HasErrors ? throw RpcErrors.EvidenceInvalid(project.Id, problems, language).ToRpcException() : project;
    }

    private void RequireFew(int projects, Language language)
    {
        if (projects > settings.MaxProjects)
        {
            throw RpcErrors.Error(ErrorReason.TooManyProjects, language, projects, settings.MaxProjects);
        }
    }
}
