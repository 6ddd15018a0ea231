using Grpc.Core;
using Indicators.Contracts;
using Indicators.Simulating;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Maps in, scores, maps out; the contract is in <c>protos/indicators/v1/scoring_service.proto</c>.</summary>
public sealed class ScoringService(RuleSets ruleSets, ServiceSettings settings, ScoreKeeper keeper) : V1.ScoringService.ScoringServiceBase
{
    public override Task<ScoreResponse> Score(ScoreRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        if (request.Project is { } sent && rules.ScorePlain([sent])[0] is { } plain)
        {
            keeper.Keep(rules.RuleSet, [(sent, plain)], context);
            return Task.FromResult(new ScoreResponse { RuleSet = version, Scores = plain });
        }

        var project = Read(request.Project, rules, language);
        var (scores, problem) = rules.Score([project], null, context.CancellationToken)[0];
        if (scores is null)
        {
            throw RpcErrors.NotScorable(problem!, language).ToRpcException();
        }

        keeper.Keep(rules.RuleSet, [(request.Project!, scores)], context);
        return Task.FromResult(new ScoreResponse { RuleSet = version, Scores = scores });
    }

    public override Task<ExplainResponse> Explain(ExplainRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        var project = Read(request.Project, rules, language);
        var result = rules.Explain([project], context.CancellationToken).Single();
        if (result.Evaluation is not { } evaluation)
        {
            throw RpcErrors.NotScorable(result.Problem!, language).ToRpcException();
        }

        keeper.Keep(rules.RuleSet, [(request.Project!, evaluation.ToScores())], context);
        return Task.FromResult(new ExplainResponse { RuleSet = version, Evaluation = evaluation.ToProto(language) });
    }

    public override Task<SimulateResponse> Simulate(SimulateRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        var ruleSet = rules.RuleSet;
        var mayChange = MayChange(request.MayChange, ruleSet.Schema, language);
        // Read alone first, so that a problem is one of the project as it was sent.
        var before = Read(request.Project, rules, language);
        var after = request.Other is { } other ? Read(request.Project.With(other, ruleSet), rules, language) : before;
        var scored = rules.Score([before, after], null, context.CancellationToken);
        if (scored.Select(s => s.Problem).FirstOrDefault(p => p is not null) is { } problem)
        {
            throw RpcErrors.NotScorable(problem, language).ToRpcException();
        }

        var simulation = Simulation.Of(ruleSet, after, mayChange, context.CancellationToken);
        return Task.FromResult(new SimulateResponse
        {
            RuleSet = version,
            Before = scored[0].Scores,
            After = scored[1].Scores,
            Outlooks = { simulation.ToOutlooks(language) },
            Plan = simulation.Plan.ToProto(simulation.Now, language),
        });
    }

    public override Task<BatchScoreResponse> BatchScore(BatchScoreRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        ProjectBatch.RequireFew(request.Projects.Count, settings, language);
        var results = ProjectBatch.Score(rules, request.Projects, request.ProjectsArePortfolio, language, context.CancellationToken).ToList();
        keeper.Keep(rules.RuleSet, request.Projects.Zip(results, (p, r) => (p, (V1.ProjectScores?)r.Scores)), context);
        return Task.FromResult(new BatchScoreResponse { RuleSet = version, Results = { results } });
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
        if (keeper.Keeps && opening.PackedFields.Count > 0)
        {
            throw RpcErrors.Error(ErrorReason.PackedNotKept, language);
        }

        var packed = new PackedStream(rules, opening.PackedFields, language);
        await responseStream.WriteAsync(new ScoreStreamResponse { Opened = new ScoreStreamOpened { RuleSet = version, Legend = packed.Legend } }, cancel);
        for (var expected = 1L; await requestStream.MoveNext(cancel); expected++)
        {
            var answer = Answer(requestStream.Current, expected, rules, packed, language, cancel);
            if (answer.Scored is { } chunk)
            {
                keeper.Keep(rules.RuleSet, requestStream.Current.Projects.Projects.Zip(chunk.Results, (p, r) => (p, (V1.ProjectScores?)r.Scores)), context);
            }

            await responseStream.WriteAsync(answer, cancel);
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

    private static Func<string, bool> MayChange(IReadOnlyCollection<string> names, EvidenceSchema schema, Language language)
    {
        var known = names.Select(n => (Written: n, Name: schema.FieldCalled(n)?.Name ?? schema.Table(n)?.Name)).ToList();
        if (known.Find(n => n.Name is null) is { Written: { } unknown })
        {
            var hint = DidYouMean.Hint(unknown, schema.Fields.Select(f => f.Name).Concat(schema.Tables.Select(t => t.Name)));
            throw RpcErrors.Field(ErrorReason.MayChangeUnknown, language, "may_change", unknown, hint);
        }

        return known.Count == 0 ? _ => true : known.Select(n => n.Name!).ToHashSet().Contains;
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
