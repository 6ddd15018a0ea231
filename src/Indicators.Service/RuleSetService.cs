using System.Collections.Immutable;
using System.Reflection;
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
    private static readonly string Version = typeof(RuleSet).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

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
        var loaded = RuleSetLoader.LoadEveryYear(folder.Path);
        // Rules that do not load are mended first.
        var analysis = RuleSetAnalysis.Of(loaded.Problems.HasErrors ? loaded with { RuleSets = [], Framework = null } : loaded);
        ImmutableArray<RuleProblem> problems = [.. loaded.Problems.Concat(analysis.Problems).Select(RuleProblem.Of)];
        problems = problems.Any(p => p.Severity == Severity.Error) ? problems : problems.AddRange(RuleSetFolder.FailedCases(folder.Path, loaded.RuleSets));
        var isUsable = !loaded.RuleSets.IsEmpty && problems.All(p => p.Severity != Severity.Error);
        return Task.FromResult(new CheckRuleSetResponse
        {
            IsUsable = isUsable,
            Problems = { problems.Select(p => folder.Sent(p).ToProto(language)) },
            Versions = { (isUsable ? loaded.RuleSets : []).Select(r => new RuleSetVersion { Id = r.Id, FiscalYear = r.Year ?? 0, Digest = r.Digest }) },
        });
    }

    public override Task<GetServerInfoResponse> GetServerInfo(GetServerInfoRequest request, ServerCallContext context) => Task.FromResult(new GetServerInfoResponse
    {
        Version = Version,
        Executors = { Executors.Names.Where(n => n != Executors.NRules || NRulesExecutor.IsBuilt) },
        Executor = settings.Executor,
        MaxProjects = settings.MaxProjects,
        MaxMessageBytes = settings.MaxMessageBytes,
    });

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
