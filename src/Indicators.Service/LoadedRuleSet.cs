using System.Collections.Concurrent;
using Indicators.Compiled;
using Indicators.Contracts;
using Indicators.NRules;

namespace Indicators.Service;

/// <summary>A rule set of one fiscal year and what runs it.</summary>
public sealed class LoadedRuleSet
{
    private readonly CompiledExecutor? compiled;
    private readonly IExecutor executor;
    private readonly ConcurrentBag<MessageScorer> idle = [];
    private readonly bool takesMessages;

    /// <param name="ruleSet">The rules.</param>
    /// <param name="executor">One of <see cref="Executors.Names"/>.</param>
    public LoadedRuleSet(RuleSet ruleSet, string executor)
    {
        RuleSet = ruleSet;
        compiled = executor == Executors.Compiled ? new CompiledExecutor(ruleSet, standings: true) : null;
        this.executor = compiled ?? Executors.Create(executor, ruleSet);
        if (compiled is not null && MessageScorer.Of(compiled, ruleSet) is { } scorer)
        {
            takesMessages = true;
            idle.Add(scorer);
        }
    }

    public RuleSet RuleSet { get; }

    /// <summary>A scorer of columns; null where the rules need more than these fields, or another executor scores.</summary>
    public ColumnScorer? Columns(IReadOnlyList<ScaledField> fields) => compiled is null ? null : ColumnScorer.Of(compiled, RuleSet, fields);

    /// <summary>Evaluations with every sentence, in the order of the projects.</summary>
    public IEnumerable<ProjectResult> Explain(IReadOnlyList<Project> projects, CancellationToken cancel) => executor.Evaluate(projects, null, cancel);

    /// <summary>Scores of those that have nothing but plain fields, which takes no object for each; null of all others.</summary>
    internal V1.ProjectScores?[] ScorePlain(IReadOnlyList<V1.Project> projects)
    {
        var scores = new V1.ProjectScores?[projects.Count];
        if (takesMessages)
        {
            var scorer = idle.TryTake(out var free) ? free : MessageScorer.Of(compiled!, RuleSet)!;
            scorer.Score(projects, scores);
            idle.Add(scorer);
        }

        return scores;
    }

    /// <summary>What became of each project, in numbers; what cannot be scored has a problem instead.</summary>
    public IReadOnlyList<(V1.ProjectScores? Scores, Diagnostic? Problem)> Score(IReadOnlyList<Project> projects, Portfolio? portfolio, CancellationToken cancel)
    {
        if (compiled is null)
        {
            return [.. executor.Evaluate(projects, portfolio, cancel).Select(r => (r.Evaluation?.ToScores(), r.Problem))];
        }

        var sheet = compiled.Score(projects, portfolio, threads: 1, cancel);
        return [.. projects.Select((p, row) => sheet.Problem(row) is { } problem ? (null, problem) : (sheet.ToScores(RuleSet, row), (Diagnostic?)null))];
    }
}
