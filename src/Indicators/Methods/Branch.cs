namespace Indicators.Methods;

/// <summary>One of the ways in which a method decides, a rule of its own: a band, a deduction.</summary>
/// <param name="Label">What it is, such as <c>分档 ≥ 90%</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Applies">Whether it decides, if none before it did; also where that cannot be known, and deciding says so.</param>
/// <param name="Decide">The outcome; not yet clamped to the node's weight.</param>
public sealed record Branch(Bilingual Label, Place Place, Func<MethodInput, bool> Applies, Func<MethodInput, Outcome> Decide);
