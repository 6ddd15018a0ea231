namespace Indicators.Analysis;

/// <summary>How sure it is that better evidence never lowers the score of a leaf.</summary>
public enum Proof
{
    /// <summary>By intervals, or by the form of the method.</summary>
    Proved,

    /// <summary>A condition, or a choice among words: the rule itself says what is better, no number does.</summary>
    ByDefinition,

    /// <summary>At every breakpoint and at random, without a counterexample.</summary>
    Tried,

    /// <summary>No evidence was found with which it scores at all.</summary>
    Untried,

    /// <summary>A counterexample was found, and 逆向 says why it is meant so.</summary>
    Reversed,

    /// <summary>A counterexample was found.</summary>
    Refuted,
}

/// <summary>What the analysis knows of one leaf. That 0 ≤ score ≤ maximum is proved for every leaf: what a method gives is cut off at both.</summary>
/// <param name="Leaf">The indicator or point.</param>
/// <param name="Monotone">Whether better evidence never lowers its score.</param>
/// <param name="Trials">How many scores were compared; 0 where it is proved.</param>
/// <param name="Counterexample">Better evidence that scores lower.</param>
/// <param name="Inside">Whether the points are proved to lie within 0 and the maximum before they are cut off.</param>
public sealed record Property(Node Leaf, Proof Monotone, int Trials, Phrase? Counterexample, bool Inside);
