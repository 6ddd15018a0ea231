namespace Indicators.Loading.Building;

/// <summary>The rules of one year as they are written: base and extension laid together, the values of the year chosen.</summary>
/// <param name="Files">Their files.</param>
/// <param name="Year">The fiscal year; null where the rule set names none.</param>
/// <param name="Digest">The digest of what they mean.</param>
/// <param name="Root">The tree that was read from them; null where it could not be.</param>
internal sealed record WrittenRules(RuleFiles Files, int? Year, string Digest, Node? Root);
