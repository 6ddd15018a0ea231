namespace Indicators;

/// <summary>Scores projects under one rule set. All executors give the same evaluations.</summary>
public interface IExecutor
{
    /// <summary>Scores projects whose evidence has passed <c>EvidenceCheck</c>; the results come in the order of the projects.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="portfolio">What they are compared with; without it a rule set that <see cref="RuleSet.NeedsPortfolio"/> scores none.</param>
    /// <param name="cancel">Stops the work between projects.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; results handed out before are whole.</exception>
    IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, Portfolio? portfolio = null, CancellationToken cancel = default);
}

/// <summary>The evaluation of a project, or the problem that prevents it.</summary>
public sealed record ProjectResult(Project Project, Evaluation? Evaluation, Diagnostic? Problem = null)
{
    /// <summary>The rule set compares projects, and there is nothing to compare this one with.</summary>
    public static ProjectResult WithoutPortfolio(Project project, RuleSet ruleSet) =>
        new(project, null, new Diagnostic(Messages.PortfolioMissing, new Place(project.Id), ruleSet.Id, project.Id));

    /// <summary>An expression visits more items for this project than it may.</summary>
    public static ProjectResult OverLimit(Project project) =>
        new(project, null, new Diagnostic(Messages.ExpressionLimit, new Place(project.Id), Limits.ListItems, project.Id));
}
