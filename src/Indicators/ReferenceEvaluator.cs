using Indicators.Feel;

namespace Indicators;

/// <summary>
/// The meaning of the rule language: runs the rule program over exact fractions and keeps what explains every score.
/// Every other executor is measured against it.
/// </summary>
public sealed class ReferenceEvaluator(RuleSet ruleSet) : IExecutor
{
    public IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, CancellationToken cancel = default)
    {
        foreach (var project in projects)
        {
            cancel.ThrowIfCancellationRequested();
            yield return Result(project);
        }
    }

    /// <summary>Scores a project whose evidence has passed <c>EvidenceCheck</c>.</summary>
    /// <exception cref="ExpressionLimitException">An expression visits more items than <see cref="Limits.ListItems"/>.</exception>
    public static Evaluation Evaluate(RuleSet ruleSet, Project project)
    {
        var scoring = new Scoring(ruleSet, project);
        foreach (var rule in ruleSet.Program.Rules)
        {
            scoring.Run(rule);
        }

        return scoring.Result();
    }

    private ProjectResult Result(Project project)
    {
        try
        {
            return new ProjectResult(project, Evaluate(ruleSet, project));
        }
        catch (ExpressionLimitException)
        {
            return ProjectResult.OverLimit(project);
        }
    }
}
