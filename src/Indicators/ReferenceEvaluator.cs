using Indicators.Feel;

namespace Indicators;

/// <summary>
/// The meaning of the rule language: runs the rule program over exact fractions and keeps what explains every score.
/// Every other executor is measured against it.
/// </summary>
public sealed class ReferenceEvaluator(RuleSet ruleSet) : IExecutor
{
    public IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, Portfolio? portfolio = null, CancellationToken cancel = default)
    {
        foreach (var project in projects)
        {
            cancel.ThrowIfCancellationRequested();
            yield return Result(project, portfolio);
        }
    }

    /// <summary>Scores a project whose evidence has passed <c>EvidenceCheck</c>.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="project">The project.</param>
    /// <param name="portfolio">What it is compared with, if the rule set <see cref="RuleSet.NeedsPortfolio"/>.</param>
    /// <exception cref="ExpressionLimitException">An expression visits more items than <see cref="Limits.ListItems"/>.</exception>
    public static Evaluation Evaluate(RuleSet ruleSet, Project project, Portfolio? portfolio = null)
    {
        var scoring = new Scoring(ruleSet, project, portfolio);
        foreach (var rule in ruleSet.Program.Rules)
        {
            scoring.Run(rule);
        }

        return scoring.Result();
    }

    private ProjectResult Result(Project project, Portfolio? portfolio)
    {
        if (ruleSet.NeedsPortfolio && portfolio is null)
        {
            return ProjectResult.WithoutPortfolio(project, ruleSet);
        }

        try
        {
            return new ProjectResult(project, Evaluate(ruleSet, project, portfolio));
        }
        catch (ExpressionLimitException)
        {
            return ProjectResult.OverLimit(project);
        }
    }
}
