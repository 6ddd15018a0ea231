using Indicators.Compiled;

namespace Indicators.NRules;

/// <summary>The executors by the names that commands and settings call them; all give the same evaluations.</summary>
public static class Executors
{
    /// <summary>The compiled program, explained and checked by the reference.</summary>
    public const string Compiled = "compiled";

    /// <summary>The reference alone.</summary>
    public const string Reference = "reference";

    /// <summary>The NRules engine, in a build that has it (<see cref="NRulesExecutor.IsBuilt"/>).</summary>
    public const string NRules = "nrules";

    public static IReadOnlyList<string> Names { get; } = [Compiled, Reference, NRules];

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="trace">Takes what happens in the sessions of NRules.</param>
    public static IExecutor Create(string name, RuleSet ruleSet, Action<TraceStep>? trace = null) => name switch
    {
        Compiled => new CompiledExecutor(ruleSet),
        Reference => new ReferenceEvaluator(ruleSet),
        NRules => NRulesExecutor.Create(ruleSet, trace),
        _ => throw new ArgumentException($"There is no executor {name}.", nameof(name)),
    };
}
