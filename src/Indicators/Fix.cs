namespace Indicators;

/// <summary>The mend of a mistake that has only one right answer: some characters of one line, replaced by others.</summary>
/// <param name="Place">The first of them.</param>
/// <param name="Length">How many; 0 inserts.</param>
/// <param name="Text">What stands there afterwards; it may have several lines.</param>
public sealed record Fix(Place Place, int Length, string Text);
