namespace Indicators.Tests.Fuzz;

/// <summary>Scores whatever passes the check of its evidence, and reads every sentence of the results in both languages.</summary>
internal static class Scored
{
    public static void Read(RuleSet ruleSet, IEnumerable<Project> projects)
    {
        var sound = projects.Where(p => IsSound(p, ruleSet)).ToList();
        var results = new ReferenceEvaluator(ruleSet).Evaluate(sound, Portfolio.Of(ruleSet, sound)).ToList();
        Assert.Equal(sound.Count, results.Count);
        foreach (var result in results)
        {
            Assert.Equal(result.Evaluation is null, result.Problem is not null);
            Assert.All(new[] { Language.Chinese, Language.English }, language => Read(result, language));
        }
    }

    private static bool IsSound(Project project, RuleSet ruleSet)
    {
        var problems = new Diagnostics();
        EvidenceCheck.Check(project, ruleSet, problems);
        return !problems.HasErrors;
    }

    private static void Read(ProjectResult result, Language language)
    {
        Assert.NotNull(result.Problem?.Text(language) ?? "");
        foreach (var score in result.Evaluation?.Total.All ?? [])
        {
            Assert.NotNull(score.Sentence(language));
            Assert.NotNull(score.Next?.In(language) ?? "");
            Assert.True(score.Published >= 0);
        }

        Assert.All(result.Evaluation?.Flags ?? [], flag => Assert.NotNull(flag.Says.In(language)));
    }
}
