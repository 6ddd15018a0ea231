using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The type of a function that is a value.</summary>
public abstract partial record Value
{
    internal static FeelType.Function TypeOf(Function function) => function switch
    {
        { BuiltIn: { } builtIn } => new(
            [.. builtIn.Signatures[0].Parameters.Select(p => p.Type)],
            builtIn.Signatures[0].Returns([.. builtIn.Signatures[0].Parameters.Select(p => p.Type)])),
        // Names around it are not looked at: what a function returns is known from itself, or it is anything.
        _ => (FeelType.Function)new TypeChecker(new Source("", new Place("")), []).Check(
            function.Written!, new TypeScope(ImmutableDictionary<string, FeelType>.Empty)),
    };
}
