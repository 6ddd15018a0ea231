using System.Reflection;
using Indicators.Facts;
using Indicators.Feel;
using NRules;
using NRules.RuleModel;

namespace Indicators.NRules;

/// <summary>
/// Runs a rule set as NRules rules: a session holds a chunk of projects, and what one project cannot bear fails that
/// project alone. Rules of other repositories run beside ours; the flags that they insert are part of the evaluation.
/// </summary>
public sealed class NRulesExecutor : IExecutor
{
    /// <summary>Projects in one session: one is the fastest of 1, 10, 50 and 250 (benchmarks/README.md).</summary>
    public const int DefaultChunk = 1;

    private readonly RuleSet ruleSet;
    private readonly HashSet<string> ours;
    private readonly HashSet<Type> asked;
    private readonly int chunk;
    private readonly SessionTrace? trace;

    /// <param name="ruleSet">The rule set.</param>
    /// <param name="others">Rules to run beside it; they see its facts (<see cref="Fact"/>) and insert <see cref="FlagFact"/>s.</param>
    /// <param name="chunk">Projects in one session, at least 1.</param>
    /// <param name="trace">Takes what happens in the sessions, step by step.</param>
    public NRulesExecutor(RuleSet ruleSet, IEnumerable<IRuleRepository>? others = null, int chunk = DefaultChunk, Action<TraceStep>? trace = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(chunk, 1);
        this.ruleSet = ruleSet;
        this.chunk = chunk;
        this.trace = trace is null ? null : new SessionTrace(trace);
        List<IRuleDefinition> added = [.. (others ?? []).SelectMany(r => r.GetRuleSets()).SelectMany(s => s.Rules)];
        asked = [.. added.SelectMany(r => MatchedTypes.Of(r.LeftHandSide))];
        Repository = new IndicatorRepository(ruleSet, Wanted);
        List<IRuleDefinition> own = [.. Repository.GetRuleSets().SelectMany(s => s.Rules)];
        ours = [.. own.Select(r => r.Name)];
        Factory = new RuleCompiler().Compile(own.Concat(added));
    }

    /// <summary>Whether this build has NRules; without it every other executor works.</summary>
    public static bool IsBuilt => true;

    /// <summary>The version of the NRules package; null in a build without it.</summary>
    public static string? PackageVersion { get; } =
        typeof(RuleCompiler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    /// <summary>The rules of the rule set as NRules definitions.</summary>
    public IndicatorRepository Repository { get; }

    /// <summary>Makes sessions over all rules; safe to share between threads, as is the executor, while a session is not.</summary>
    public ISessionFactory Factory { get; }

    public static NRulesExecutor Create(RuleSet ruleSet, Action<TraceStep>? trace = null) => new(ruleSet, trace: trace);

    public IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, Portfolio? portfolio = null, CancellationToken cancel = default)
    {
        foreach (var some in projects.Chunk(chunk))
        {
            foreach (var result in ruleSet.NeedsPortfolio && portfolio is null
                ? some.Select(p => ProjectResult.WithoutPortfolio(p, ruleSet))
                : Chunk(some, portfolio, cancel))
            {
                yield return result;
            }
        }
    }

    private List<ProjectResult> Chunk(Project[] projects, Portfolio? portfolio, CancellationToken cancel)
    {
        try
        {
            return Fire(projects, portfolio, cancel);
        }
        catch (Exception e) when (e is RuleExecutionException or ExpressionLimitException && projects.Length > 1)
        {
            return [.. projects.SelectMany(p => Chunk([p], portfolio, cancel))];
        }
        catch (Exception e) when ((e.InnerException ?? e) is ExpressionLimitException)
        {
            return [ProjectResult.OverLimit(projects[0])];
        }
        catch (RuleRhsExpressionEvaluationException e) when (!ours.Contains(e.RuleName))
        {
            return [Failed(projects[0], e.RuleName, e)];
        }
        catch (RuleLhsExpressionEvaluationException e)
        {
            // A condition may be shared and knows no rule; ours never fail in conditions.
            return [Failed(projects[0], e.Expression, e)];
        }
    }

    private List<ProjectResult> Fire(Project[] projects, Portfolio? portfolio, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var session = Factory.CreateSession();
        trace?.Listen(session.Events);
        var facts = projects.Select(p => new ProjectFact(ruleSet, p, portfolio)).ToList();
        session.InsertAll(facts.SelectMany(f => f.Evidence(Wanted).Prepend(f)));
        session.Fire(cancel);
        cancel.ThrowIfCancellationRequested();
        var flags = asked.Count == 0 ? null : session.Query<FlagFact>().Where(f => f.Scoring == null).ToLookup(f => f.Project, f => f.Flag);
        return [.. facts.Select(f => new ProjectResult(f.Project, f.Scoring.Result(Ordered(flags?[f.Project] ?? []))))];
    }

    /// <summary>The order in which rules fire is none that anyone should rely on.</summary>
    private static IEnumerable<RaisedFlag> Ordered(IEnumerable<RaisedFlag> flags) =>
        flags.OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Says.In(Language.Chinese), StringComparer.Ordinal);

    /// <summary>Whether some rule matches this kind of fact; facts that none asks for are left out.</summary>
    private bool Wanted(Type fact) => asked.Any(type => type.IsAssignableFrom(fact));

    private static ProjectResult Failed(Project project, string rule, Exception e) =>
        new(project, null, new Diagnostic(Messages.RuleFailed, new Place(project.Id), rule, (e.InnerException ?? e).Message, project.Id));
}
