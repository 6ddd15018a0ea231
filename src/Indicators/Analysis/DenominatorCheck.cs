using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>
/// The same rate with different denominators: 预算执行率 divides by what was received in one place and by the budget in another. The
/// same is what has the same name, or the same numerator and a name that ends with the other.
/// </summary>
internal static class DenominatorCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        var rates = ruleSet.Schema.Computed.Select(c => Rate(c.Name, c.Formula))
            .Concat(ruleSet.Root.Leaves.Where(l => l.Method!.Value is not null).Select(l => Rate(l.Name, l.Method!.Value!)))
            .OfType<NamedRate>().ToList();
        foreach (var (i, rate) in rates.Index())
        {
            if (rates.Take(i).FirstOrDefault(before => Same(before, rate) && before.Denominator != rate.Denominator) is { } other)
            {
                problems.Report(Messages.DenominatorDiffers, rate.Formula.Source.Start, rate.Name, rate.Denominator, other.Name, other.Denominator, other.Formula.Source.Start.ToString());
            }
        }
    }

    private static NamedRate? Rate(string name, Formula formula) => formula.Root is Expression.Binary { Operator: Operator.Divide } division
        ? new(name, Printer.Print(division.Left), Printer.Print(division.Right), formula)
        : null;

    private static bool Same(NamedRate a, NamedRate b) => a.Name == b.Name || (a.Numerator == b.Numerator && (a.Name.EndsWith(b.Name, StringComparison.Ordinal) || b.Name.EndsWith(a.Name, StringComparison.Ordinal)));

    private sealed record NamedRate(string Name, string Numerator, string Denominator, Formula Formula);
}
