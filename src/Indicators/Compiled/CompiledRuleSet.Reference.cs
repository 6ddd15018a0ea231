using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>What the reference works out before the program runs: columns that hold its results, and the rules that make them.</summary>
internal sealed partial class CompiledRuleSet
{
    /// <summary>The scores of an indicator as columns that the reference fills.</summary>
    private LiftedScore Reference(Node indicator, int places)
    {
        var unit = Unit(places);
        var published = columns.Worked($"{indicator.Code} 得分", emitter, (Int128)(indicator.Weight / unit).Round(0).Numerator, row => (double)(row.Worked(indicator).Published / unit).Numerator);
        var state = columns.Worked($"{indicator.Code} 状态", emitter, LeafLifter.Scored, row => row.Worked(indicator).State);
        var excluded = columns.WorkedMask($"{indicator.Code} 剔除", emitter, row => row.Worked(indicator).Excluded);
        var missing = columns.Worked($"{indicator.Code} 缺失", emitter, 4, row => row.Worked(indicator).Missing);
        toReference = emitter.Or(toReference, excluded);
        var points = new Lifted.Number(unit, published, null, emitter.Zero);
        foreach (var leaf in indicator.Leaves)
        {
            leaves[leaf.Code] = ReferenceLeaf(leaf, leaf.Round ?? places);
        }

        return new LiftedScore(
            points, points, state, missing, indicator.Leaves.Select(l => leaves[l.Code].Standing).Aggregate(emitter.Min));
    }

    /// <summary>A leaf that the reference scores: its points as they are shown; what they are exactly no column can hold.</summary>
    private LiftedScore ReferenceLeaf(Node leaf, int places)
    {
        inexact.Add(leaf.Code);
        var unit = Unit(places);
        var points = new Lifted.Number(
            unit,
            columns.Worked($"{leaf.Code} 得分*", emitter, (Int128)(leaf.Weight / unit).Ceiling(), row => (double)((row.Scored.LeafOf(leaf).Points ?? Fraction.Zero).Round(places) / unit).Numerator),
            null,
            emitter.Zero);
        return new LiftedScore(
            points,
            points,
            columns.Worked($"{leaf.Code} 状态*", emitter, LeafLifter.Scored, row => ReferenceIndicator.StateOf(row.Scored.LeafOf(leaf))),
            columns.Worked($"{leaf.Code} 缺失*", emitter, 4, row => Lifted.Rank(row.Scored.LeafOf(leaf).Missing)),
            columns.Worked($"{leaf.Code} 依据*", emitter, (int)Standing.Evidence, row => (int)row.Scored.LeafOf(leaf).Standing));
    }

    /// <summary>The rules that these indicators and flags take, with all that they read.</summary>
    private IEnumerable<Rule> Closure(IEnumerable<string> codes, IEnumerable<string> slots)
    {
        var wanted = codes.ToHashSet();
        var needed = slots.ToHashSet();
        foreach (var rule in ruleSet.Program.Rules.Reverse())
        {
            var asked = rule switch
            {
                LeafRule leaf => wanted.Contains(indicatorOf[leaf.Node.Code].Code) || needed.Contains(rule.Writes),
                ComputeRule => needed.Contains(rule.Writes),
                FlagRule flag => wanted.Contains(flag.Flag.Code),
                _ => false,
            };
            if (asked)
            {
                needed.UnionWith(rule.Reads);
                needed.Add(rule.Writes);
            }
        }

        return ruleSet.Program.Rules.Where(r => r is (LeafRule or ComputeRule) && needed.Contains(r.Writes));
    }
}
