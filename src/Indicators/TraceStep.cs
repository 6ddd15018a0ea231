namespace Indicators;

public enum TraceEvent
{
    /// <summary>The facts that a rule waits for are there.</summary>
    Matched,

    /// <summary>It fired.</summary>
    Fired,

    /// <summary>It no longer matches: another rule has decided.</summary>
    Withdrawn,
}

/// <summary>One step of a rule engine's run.</summary>
/// <param name="Number">From 1, in the order in which things happened.</param>
/// <param name="Rule">The name of the rule definition.</param>
public sealed record TraceStep(int Number, TraceEvent Event, string Rule, string Project);
