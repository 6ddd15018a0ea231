namespace Indicators.NRules;

/// <summary>Stands in where the NRules package could not be had: says no, and what to do.</summary>
public sealed class NRulesExecutor : IExecutor
{
    private NRulesExecutor()
    {
    }

    public static bool IsBuilt => false;

    public static string? PackageVersion => null;

    /// <exception cref="NotSupportedException">Always: ask <see cref="IsBuilt"/> first.</exception>
    public static NRulesExecutor Create(RuleSet ruleSet, Action<TraceStep>? trace = null) =>
        throw new NotSupportedException(Messages.NRulesAbsent.Text.En);

    public IEnumerable<ProjectResult> Evaluate(IEnumerable<Project> projects, Portfolio? portfolio = null, CancellationToken cancel = default) =>
        throw new NotSupportedException(Messages.NRulesAbsent.Text.En);
}
