using Indicators.Contracts;

namespace Indicators.Tests;

/// <summary>Two evaluations are equal when the wire carries the same of both, in both languages: scores, states, flags, grade, explanations.</summary>
internal static class ExecutorEquality
{
    public static void Holds(RuleSet ruleSet, IExecutor other, IReadOnlyCollection<Project> projects)
    {
        var portfolio = Portfolio.Of(ruleSet, projects);
        var expected = new ReferenceEvaluator(ruleSet).Evaluate(projects, portfolio, TestContext.Current.CancellationToken);
        var actual = other.Evaluate(projects, portfolio, TestContext.Current.CancellationToken);
        foreach (var (a, b) in expected.Zip(actual, (a, b) => (a, b)))
        {
            Assert.Equal(Lines(a), Lines(b));
        }

        Assert.Equal(projects.Count, actual.Count());
    }

    private static string[] Lines(ProjectResult result) => result.Evaluation is { } evaluation
        ? [.. new[] { Language.Chinese, Language.English }.SelectMany(l => EvaluationJson.Write(evaluation, l).Split('\n'))]
        : [result.Project.Id, result.Problem!.ToString()];
}
