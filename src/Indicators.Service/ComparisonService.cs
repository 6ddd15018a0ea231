using Grpc.Core;
using Indicators.Contracts;
using Indicators.V1;
using Indicators.Years;

namespace Indicators.Service;

/// <summary>Compares fiscal years; the contract is in <c>protos/indicators/v1/comparison_service.proto</c>.</summary>
public sealed class ComparisonService(RuleSets ruleSets) : V1.ComparisonService.ComparisonServiceBase
{
    public override Task<CompareYearsResponse> CompareYears(CompareYearsRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        if (request.Years.Count < 2)
        {
            throw RpcErrors.Field(ErrorReason.TooFewYears, language, "years", request.Years.Count);
        }

        var current = ruleSets.Current;
        var years = request.Years.Select((year, i) => Read(year, $"years[{i}]", current, language)).ToList();
        var response = new CompareYearsResponse();
        foreach (var (before, after) in years.Zip(years.Skip(1)))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (old, @new) = (before.Choice.Rules.RuleSet, after.Choice.Rules.RuleSet);
            var comparison = ProjectComparison.Of(old, before.Project, @new, after.Project).ToProto(Differences.Comparison.Between(old, @new), language);
            (comparison.RuleSetBefore, comparison.RuleSetAfter) = (before.Choice.Version, after.Choice.Version);
            response.Comparisons.Add(comparison);
        }

        return Task.FromResult(response);
    }

    /// <summary>A year that can be scored, alone.</summary>
    private static (Choice Choice, Project Project) Read(ProjectYear year, string path, RuleSetSnapshot current, Language language)
    {
        var choice = Choice.Of(year.RuleSet, current, language);
        if (year.Project is null || string.IsNullOrWhiteSpace(year.Project.Id))
        {
            throw RpcErrors.Field(ErrorReason.ProjectIdMissing, language, $"{path}.project.id");
        }

        var project = ProjectBatch.Read(year.Project, choice.Rules.RuleSet, language, out var invalid, $"{path}.") ?? throw invalid!.ToRpcException();
        var problem = choice.Rules.Score([project], null, CancellationToken.None)[0].Problem;
        return problem is null ? (choice, project) : throw RpcErrors.NotScorable(problem, language).ToRpcException();
    }
}
