using CsCheck;
using Indicators.Csv;

namespace Indicators.Tests.Loading;

/// <summary>A rule set in Chinese keys and the same one in English keys are the same rule set.</summary>
public sealed class EnglishKeysTests
{
    [Fact]
    public void The_seed_scores_the_same_in_English_keys()
    {
        using var chinese = new TestRuleSet(Files(f => f.Text));
        using var english = new TestRuleSet(Files(f => EnglishKeys.Of(f.Name, f.Text)));
        Assert.DoesNotContain("三级指标", File.ReadAllText(Path.Combine(english.Path, "output.yaml")));
        var ruleSet = chinese.Sound();
        var project = EvidenceReader.Read(Repository.Path("samples", "kunming-2017"), ruleSet).Projects.Single();
        Assert.Equal(Said(ruleSet, project), Said(english.Sound(), project));
        Assert.Equal(ruleSet.Digest, english.Sound().Digest);
    }

    [Fact]
    public void Random_rule_sets_score_the_same_in_English_keys() => RandomRuleSet.Files.Sample(files =>
    {
        using var chinese = new TestRuleSet(files);
        using var english = new TestRuleSet([
            .. files.Prepend(("rule-set.yaml", TestRuleSet.Header)).Prepend(("evidence.yaml", TestRuleSet.Evidence))
                .GroupBy(f => f.Item1).Select(g => (g.Key, EnglishKeys.Of(g.Key, g.Last().Item2)))]);
        var (ruleSet, problems) = english.Load();
        Assert.False(problems.HasErrors, string.Join('\n', problems));
        Assert.Equal(chinese.Load().RuleSet!.Digest, ruleSet!.Digest);
        RandomRuleSet.ProjectsOf(ruleSet!).Sample(project => Assert.Equal(Said(chinese.Load().RuleSet!, project), Said(ruleSet!, project)), iter: 3, threads: 1);
    }, iter: 60);

    private static IEnumerable<string> Said(RuleSet ruleSet, Project project)
    {
        var evaluation = ReferenceEvaluator.Evaluate(ruleSet, project, Portfolio.Of(ruleSet, [project]));
        return evaluation.Total.All.Select(s => $"{s.Node.Code} {s.State} {s.Exact} {s.Published} {s.Sentence(Language.Chinese)} {s.Sentence(Language.English)} {s.Next?.In(Language.English)}")
            .Concat(evaluation.Flags.Select(f => $"{f.Code} {f.Says.In(Language.Chinese)}"))
            .Append($"{evaluation.Grade.Name} {evaluation.BestGrade.Name}");
    }

    private static (string, string)[] Files(Func<(string Name, string Text), string> write) =>
        [.. Directory.EnumerateFiles(Repository.Path("rules", "kunming-2017"), "*.yaml").Select(f => (Name: Path.GetFileName(f), Text: File.ReadAllText(f))).Select(f => (f.Name, write(f)))];
}
