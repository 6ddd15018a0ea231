using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>Conditions that can give one answer only, whatever the evidence: a slip in a limit, or a rule that never acts.</summary>
internal static class ConditionCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        var ranges = new Ranges(ruleSet);
        foreach (var formula in ruleSet.Formulas.DistinctBy(f => f.Source))
        {
            foreach (var (condition, answer) in Decided(formula.Root, ranges))
            {
                problems.Report(
                    Messages.ConditionAlways,
                    formula.Source.At(condition.Span),
                    formula.Source.Text.Substring(condition.Span.Start, condition.Span.Length),
                    answer ? new Bilingual("总是成立", "always holds") : new Bilingual("永不成立", "never holds"));
            }
        }
    }

    /// <summary>The outermost conditions that have one answer. Names bound inside loops and filters mean something else there.</summary>
    private static IEnumerable<(Expression Condition, bool Answer)> Decided(Expression expression, Ranges ranges)
    {
        if (expression is not Expression.Truth && ranges.Of(expression) is Possible.Truth { Always: { } answer })
        {
            return [(expression, answer)];
        }

        return expression is Expression.Filter or Expression.Quantified or Expression.For or Expression.Lambda
            ? []
            : expression.Parts.SelectMany(p => Decided(p, ranges));
    }
}
