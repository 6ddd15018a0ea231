using Indicators.Methods;

namespace Indicators.Analysis;

/// <summary>
/// Whether the weights are laid out as evaluations are: results hold at least 60% (财预〔2020〕10号, 原则上, for fiscal and department
/// evaluations); that satisfaction and one single leaf hold no more than 20% and 30% is our own limit.
/// </summary>
internal static class WeightCheck
{
    private static readonly Fraction LeastResults = new(60, 100);
    private static readonly Fraction MostSatisfaction = new(20, 100);
    private static readonly Fraction MostLeaf = new(30, 100);

    /// <summary>Dimensions of what was achieved; 绩效 and 项目绩效 are whole names, because 绩效目标 is none.</summary>
    private static readonly string[] Results = ["产出", "效益", "效果", "结果", "满意度", "成本", "output", "outcome", "effect", "result", "benefit", "satisfaction", "cost"];

    private static readonly string[] Satisfaction = ["满意", "satisfaction"];

    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        var root = ruleSet.Root;
        var results = root.Children.Where(d => d.Kind == DimensionKind.Counted && IsResults(d.Name)).ToList();
        var held = Share(results);
        if (held < LeastResults)
        {
            problems.Report(Messages.WeightsResults, root.Children[0].Place, Percent(held), results.Count == 0 ? new Bilingual("没有", "none") : Words.Choices(results.Select(d => Bilingual.Same(d.Name))));
        }

        var satisfaction = root.All.Where(n => n.Level == Level.Indicator && Satisfaction.Any(n.Name.Contains)).ToList();
        if (Share(satisfaction) > MostSatisfaction)
        {
            problems.Report(Messages.WeightSatisfaction, satisfaction[0].Place, Percent(Share(satisfaction)), string.Join(" ", satisfaction.Select(n => n.Code)));
        }

        // The rows of a table are indicators of their own.
        foreach (var leaf in root.Leaves.Where(l => l.Method is not EachMethod && l.Weight / root.Weight > MostLeaf))
        {
            problems.Report(Messages.WeightConcentrated, leaf.Place, leaf.Code, Percent(leaf.Weight / root.Weight));
        }

        Fraction Share(IEnumerable<Node> nodes) => Fraction.Sum(nodes.Select(n => n.Weight)) / root.Weight;
    }

    private static bool IsResults(string name) => name is "绩效" or "项目绩效" || Results.Any(r => name.Contains(r, StringComparison.OrdinalIgnoreCase));

    private static string Percent(Fraction share) => $"{(share * Fraction.Hundred).ToShortest(2)}%";
}
