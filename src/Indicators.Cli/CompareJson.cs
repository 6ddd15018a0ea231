using Indicators.Years;
using Indicators.Years.Statistics;

namespace Indicators.Cli;

/// <summary>The result of <c>indicators compare --format json</c>: points as exact decimal strings, statistics as numbers.</summary>
internal static class CompareJson
{
    public static object Project(ProjectComparison comparison, ImpactSides sides, Terminal terminal)
    {
        var (language, say) = (terminal.Language, new DifferenceList(terminal));
        return new
        {
            id = comparison.After.Project.Id,
            name = comparison.After.Project.Name,
            before = Side(sides.Before, sides.BeforeSource, comparison.Before),
            after = Side(sides.After, sides.AfterSource, comparison.After),
            change = Exact(comparison.Change),
            effects = Effects(comparison.Total),
            rest = Exact(comparison.Rest),
            onMissing = Exact(comparison.OnMissing),
            grade = new { changed = comparison.GradeChanged, deciding = comparison.Deciding().Select(d => d.Pair.Code), caps = comparison.Caps.Select(c => c.Code).Distinct() },
            beside = comparison.Beside().Select(b => new { name = b.Name, before = b.Before.In(language), after = b.After.In(language), change = b.Change?.ToShortest(6) }),
            nodes = comparison.Nodes.Select(n => new
            {
                code = n.Pair.Code,
                name = n.Pair.Name,
                level = n.Pair.Level.ToString(),
                weightBefore = n.Pair.Before?.Weight.ToShortest(10),
                weightAfter = n.Pair.After?.Weight.ToShortest(10),
                before = n.Before is null ? null : Exact(n.Before.Published),
                after = n.After is null ? null : Exact(n.After.Published),
                rateBefore = n.Before?.Rate?.ToShortest(6),
                rateAfter = n.After?.Rate?.ToShortest(6),
                change = Exact(n.Change),
                effects = Effects(n.Effects),
                onMissing = Exact(n.OnMissing),
                evidence = n.Pair.Level != Level.Indicator ? null : n.Evidence.Select(e => new { name = e.Name, before = e.Before?.In(language), after = e.After?.In(language) }).ToArray(),
                edits = n.Pair.Level != Level.Indicator ? null : sides.EditsOf(n.Pair.Code).Select(say.Say).ToArray(),
                sentenceBefore = n.Pair.Level != Level.Indicator ? null : n.Before?.Sentence(language),
                sentenceAfter = n.Pair.Level != Level.Indicator ? null : n.After?.Sentence(language),
            }),
        };
    }

    public static object Portfolio(PortfolioYears years, ImpactSides sides, Terminal terminal)
    {
        var matched = years.Matched;
        var (ranks, outliers, probabilities) = (matched.Ranks, matched.Outliers, matched.IndicatorShifts());
        return new
        {
            before = Rules(sides.Before, sides.BeforeSource),
            after = Rules(sides.After, sides.AfterSource),
            projects = new { matched = matched.Count, notSplit = matched.NotSplit, exits = years.Exits.Count, entries = years.Entries.Count, rejectedBefore = years.Rejected.Before, rejectedAfter = years.Rejected.After },
            totals = new { before = Sample(matched.Before), after = Sample(matched.After), figures = Figures(matched.Total) },
            tests = new
            {
                shift = Shift(matched.Shift),
                spearman = new { rho = Number(ranks.Rho), p = Number(ranks.RhoProbability) },
                kendall = new { tau = Number(ranks.Tau), p = Number(ranks.TauProbability) },
                outliers = new { low = Number(outliers.Low), high = Number(outliers.High), below = outliers.Below, above = outliers.Above },
                correction = "Holm",
            },
            transitions = matched.Transitions.OrderBy(t => t.Key).Select(t => new { before = t.Key.Before, after = t.Key.After, projects = t.Value }),
            nodes = matched.Nodes.Select(n => new
            {
                code = n.Pair!.Code,
                name = n.Pair.Name,
                level = n.Pair.Level.ToString(),
                figures = Figures(n),
                correctedP = probabilities.TryGetValue(n.Pair.Code, out var p) ? Number(p) : null,
            }),
            groups = matched.Groups.Select(g => new { field = g.Field, groups = Groups(g.Groups) }),
            movers = years.Movers.Select(m => Project(m, sides, terminal)),
        };
    }

    private static IEnumerable<object> Groups(IReadOnlyCollection<(string Name, ChangeFigures Figures)> groups) =>
        groups.Zip(ChangeFigures.Shifts(groups.Select(g => g.Figures)), (g, p) => new { name = g.Name, figures = Figures(g.Figures), correctedP = Number(p) });

    private static object Rules(RuleSet rules, string source) => new { ruleSet = rules.Id, name = rules.Name, year = rules.Year, digest = rules.Digest, source };

    private static object Side(RuleSet rules, string source, Evaluation evaluation) => new
    {
        ruleSet = rules.Id,
        year = rules.Year,
        digest = rules.Digest,
        source,
        total = Exact(evaluation.Total.Published),
        held = Exact(evaluation.Total.Held),
        grade = evaluation.IsGraded ? evaluation.Grade.Name : null,
        flags = evaluation.Flags.Select(f => f.Code),
    };

    private static object Figures(ChangeFigures figures) => new
    {
        projects = figures.Projects,
        split = figures.Split,
        sumBefore = Exact(figures.Before),
        sumAfter = Exact(figures.After),
        change = Exact(figures.Change),
        effects = Effects(figures.Effects),
        onMissing = Exact(figures.OnMissing),
    };

    private static object Sample(Sample sample) => new
    {
        mean = Number(sample.Mean),
        deviation = Number(sample.StandardDeviation),
        interval = sample.MeanInterval() is var (low, high) ? new { low = Number(low), high = Number(high), confidence = 0.95 } : null,
        quantiles = new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.9, 1 }.Select(q => new { share = q, total = Number(sample.Quantile(q)) }),
    };

    private static object Shift(PairedShift shift) => new { t = Number(shift.T), freedom = shift.Differences.Count - 1, p = Number(shift.TProbability), v = Number(shift.SumOfPositiveRanks), rankP = Number(shift.RankProbability) };

    private static object? Effects(Effects? effects) => effects is { } split ? new { evidence = Exact(split.Evidence), rules = Exact(split.Rules) } : null;

    /// <summary>Sums and halves of published points always end.</summary>
    private static string Exact(Fraction points) => points.ToShortest(Limits.Digits);

    private static double? Number(double number) => double.IsFinite(number) ? Math.Round(number, 10) : null;
}
