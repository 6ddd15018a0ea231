using Grpc.Core;
using Indicators.Contracts;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Maps in, scores, maps out; the contract is in <c>protos/indicators/v1/scoring_service.proto</c>.</summary>
public sealed class ScoringService(RuleSets ruleSets) : V1.ScoringService.ScoringServiceBase
{
    public override Task<ScoreResponse> Score(ScoreRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        if (request.RuleSetId.Length == 0)
        {
            throw RpcErrors.RuleSetIdMissing(ruleSets.Ids, language);
        }

        if (string.IsNullOrWhiteSpace(request.Project?.Id))
        {
            throw RpcErrors.ProjectIdMissing(language);
        }

        var (ruleSet, executor) = ruleSets.Find(request.RuleSetId) ?? throw RpcErrors.RuleSetNotFound(request.RuleSetId, ruleSets.Ids, language);
        var problems = new Diagnostics();
        var project = request.Project.ToProject(ruleSet, problems);
        if (problems.HasErrors)
        {
            throw RpcErrors.EvidenceInvalid(project.Id, problems, language);
        }

        var result = executor.Evaluate([project], cancel: context.CancellationToken).Single();
        return result.Evaluation is { } evaluation
            ? Task.FromResult(new ScoreResponse { Evaluation = evaluation.ToProto(language) })
            : throw RpcErrors.NotScorable(result.Problem!, language);
    }
}
