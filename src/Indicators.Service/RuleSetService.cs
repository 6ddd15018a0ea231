using System.Collections.Immutable;
using Grpc.Core;
using Indicators.Analysis;
using Indicators.Contracts;
using Indicators.Loading;
using Indicators.NRules;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Tells of the rule sets in force, and checks others; the contract is in <c>protos/indicators/v1/rule_set_service.proto</c>.</summary>
public sealed class RuleSetService(RuleSets ruleSets, ServiceSettings settings) : V1.RuleSetService.RuleSetServiceBase
{
    public override Task<ListRuleSetsResponse> ListRuleSets(ListRuleSetsRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var current = ruleSets.Current;
        return Task.FromResult(new ListRuleSetsResponse
        {
            RuleSets = { current.Entries.Select(e => Summary(e, language)) },
            Problems = { current.Problems.Select(p => p.ToProto(language)) },
        });
    }

    public override Task<GetRuleSetResponse> GetRuleSet(GetRuleSetRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var current = ruleSets.Current;
        var (rules, version) = Choice.Of(request.RuleSet, current, language);
        var shown = rules.RuleSet.ToProto(language);
        shown.Summary = Summary(current.Find(version.Id)!, language);
        shown.Version = version;
        return Task.FromResult(new GetRuleSetResponse { RuleSet = shown });
    }

    public override Task<CheckRuleSetResponse> CheckRuleSet(CheckRuleSetRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        using var folder = SentRules.Write(request.Files, settings.Rules, language);
        return Task.FromResult(Check(folder, language).Response);
    }

    public override Task<PreviewRuleSetResponse> PreviewRuleSet(PreviewRuleSetRequest request, ServerCallContext context)
    {
        var language = SpokenLanguage.Of(request.LanguageCode, context.RequestHeaders);
        var (rules, version) = Choice.Of(request.RuleSet, ruleSets.Current, language);
        ProjectBatch.RequireFew(request.Projects.Count, settings, language);
        using var folder = SentRules.Write(request.Files, settings.Rules, language);
        var (check, edited) = Check(folder, language);
        var after = edited.FirstOrDefault(r => r.Year == rules.RuleSet.Year) ?? edited.LastOrDefault();
        return Task.FromResult(new PreviewRuleSetResponse
        {
            RuleSet = version,
            Check = check,
            Impact = after is null ? null : Preview.Of(rules.RuleSet, after, request.Projects, language, context.CancellationToken),
        });
    }

    public override Task<GetServerInfoResponse> GetServerInfo(GetServerInfoRequest request, ServerCallContext context) => Task.FromResult(new GetServerInfoResponse
    {
        Version = EngineVersion.Text,
        Executors = { Executors.Names.Where(n => n != Executors.NRules || NRulesExecutor.IsBuilt) },
        Executor = settings.Executor,
        MaxProjects = settings.MaxProjects,
        MaxMessageBytes = settings.MaxMessageBytes,
    });

    /// <summary>What is wrong with files, and the rules of each year, if there is no error in them.</summary>
    private static (CheckRuleSetResponse Response, ImmutableArray<RuleSet> Years) Check(SentRules folder, Language language)
    {
        var loaded = RuleSetLoader.LoadEveryYear(folder.Path);
        ImmutableArray<Diagnostic> problems = [.. loaded.Problems.Concat(RuleSetAnalysis.Of(loaded).Problems)];
        var years = problems.Any(p => p.Severity == Severity.Error) ? [] : loaded.RuleSets;
        problems = problems.AddRange(years.IsEmpty ? [] : RuleSetFolder.FailedCases(folder.Path, years));
        var isUsable = !years.IsEmpty && problems.All(p => p.Severity != Severity.Error);
        var response = new CheckRuleSetResponse
        {
            IsUsable = isUsable,
            Problems = { problems.Select(p => folder.Sent(p).ToProto(language)) },
            Versions = { (isUsable ? years : []).Select(r => new RuleSetVersion { Id = r.Id, FiscalYear = r.Year ?? 0, Digest = r.Digest }) },
        };
        return (response, years);
    }

    private static RuleSetSummary Summary(RuleSetEntry entry, Language language)
    {
        var ruleSet = entry.Latest.RuleSet;
        return new RuleSetSummary
        {
            Version = entry.VersionOf(entry.Latest),
            Name = ruleSet.Name,
            Authority = { ruleSet.Authority },
            FiscalYears = { entry.Years.Select(y => y.RuleSet.Year).OfType<int>() },
            Indicators = ruleSet.Root.Indicators.Count(),
            NeedsPortfolio = ruleSet.NeedsPortfolio,
            RejectedEdit = { entry.Rejected.Select(p => p.ToProto(language)) },
        };
    }
}
