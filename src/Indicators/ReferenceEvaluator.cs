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
    public static Evaluation Evaluate(RuleSet ruleSet, Project project, Portfolio? portfolio = null) => Scored(ruleSet, project, portfolio).Result();

    /// <summary>What an expression sees of a scored project: evidence, computed fields, and 得分, 结论 and 依据.</summary>
    /// <exception cref="ExpressionLimitException">As for <see cref="Evaluate(RuleSet, Project, Portfolio?)"/>.</exception>
    public static Scope ScopeOf(RuleSet ruleSet, Project project, Portfolio? portfolio = null) => Scored(ruleSet, project, portfolio).Scope;

    /// <summary>Evaluates and takes down what is reached on the way.</summary>
    internal static Evaluation Evaluate(RuleSet ruleSet, Project project, Portfolio? portfolio, Coverage coverage) =>
        Scored(ruleSet, project, portfolio, coverage).Result();

    private static Scoring Scored(RuleSet ruleSet, Project project, Portfolio? portfolio, Coverage? coverage = null)
    {
        var scoring = new Scoring(ruleSet, project, portfolio, coverage);
        foreach (var rule in ruleSet.Program.Rules)
        {
            scoring.Run(rule);
        }

        return scoring;
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
