using System.Collections.Immutable;

namespace Indicators.Methods;

/// <summary>What a method found out about one node of one project.</summary>
public abstract record Outcome
{
    /// <param name="Points">Exact points, within 0 and the node's weight.</param>
    /// <param name="Reason">Why, with the numbers filled in.</param>
    /// <param name="Next">What would have earned more; null at full points.</param>
    public sealed record Earned(Fraction Points, Phrase Reason, Phrase? Next = null) : Outcome;

    /// <param name="State">In which way the evidence is missing.</param>
    /// <param name="Reason">What is missing.</param>
    public sealed record Missing(MissingState State, Phrase Reason) : Outcome;
}

/// <summary>What a method is given: the project's scope, the node, and the points at stake.</summary>
/// <param name="Scope">The evidence of the project.</param>
/// <param name="Node">The node that is scored.</param>
/// <param name="Weight">The node's points.</param>
/// <param name="IndicatorWeight">The points of the indicator that the node belongs to; the same for an indicator.</param>
/// <param name="Measured">The value of an enclosing 取值, for a nested method that has none of its own.</param>
public sealed record MethodInput(
    ProjectScope Scope,
    Node Node,
    Fraction Weight,
    Fraction IndicatorWeight,
    Measured? Measured = null)
{
    public ImmutableArray<Finding> Findings => Scope.FindingsOn(Node.Code);
}
