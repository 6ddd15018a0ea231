using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Loading;

/// <summary>
/// Turns the schema, the tree and the flags into one list of rules in dependency order. Codes used in expressions are
/// checked here, when all of them are known; a circle is an error.
/// </summary>
/// <param name="isWhole">Whether every dimension could be read; otherwise a code that is not there may stand in one that could not.</param>
internal sealed class ProgramBuilder(EvidenceSchema schema, Node root, ImmutableArray<FlagDefinition> flags, Diagnostics diagnostics, bool isWhole)
{
    private readonly Dictionary<string, Node> nodes = root.All.GroupBy(n => n.Code).ToDictionary(g => g.Key, g => g.First());
    private readonly HashSet<string> computed = [.. schema.Computed.Select(c => c.Name)];

    public static RuleProgram Build(EvidenceSchema schema, Node root, ImmutableArray<FlagDefinition> flags, Diagnostics diagnostics, bool isWhole) =>
        new ProgramBuilder(schema, root, flags, diagnostics, isWhole).Build();

    private RuleProgram Build()
    {
        foreach (var flag in flags)
        {
            foreach (var (code, place) in flag.About.Zip(flag.AboutPlaces).Where(a => isWhole && !nodes.ContainsKey(a.First)))
            {
                diagnostics.Report(Messages.UnknownCode, place, code, DidYouMean.Hint(code, nodes.Keys));
            }
        }

        foreach (var leaf in root.Leaves)
        {
            foreach (var (amount, place) in leaf.Method!.Amounts.Where(a => a.Amount.Of(leaf.Weight) > leaf.Weight))
            {
                diagnostics.Report(Messages.AmountTooLarge, place, amount.InWords, leaf.Weight.ToShortest(4));
            }
        }

        foreach (var peers in root.Leaves.SelectMany(l => l.Method!.Comparisons).Where(p => p.OfPortfolio && p.Measured is { } f && ReadsScores(f)))
        {
            diagnostics.Report(Messages.PeersScore, peers.Place, peers.Measured!.Source.Text);
        }

        var rules = schema.Computed.Select(c => (Rule)new ComputeRule(c, Reads([c.Formula], [], inTree: true)))
            .Concat(root.All.Select(TreeRule))
            .Append(new ShareOutRule(root, [.. root.Leaves.Select(l => Slots.Leaf(l.Code))]))
            .Append(new GradeRule(root))
            .Concat(flags.Select(f => new FlagRule(f, Reads(f.Says.Formulas.Prepend(f.When), [], inTree: false))))
            .Concat(flags.Where(f => f.Cap is not null).Select(f => new CapRule(f)))
            .GroupBy(r => r.Writes).ToDictionary(g => g.Key, g => g.First());
        var order = DependencyOrder.Sort(
            rules.Keys,
            slot => rules[slot].Reads.Where(rules.ContainsKey),
            circle => diagnostics.Report(Messages.Circular, rules[circle[0]].Place, DependencyOrder.InWords(circle.Select(s => rules[s].Name))));
        return new RuleProgram([.. order.Select(slot => rules[slot])]);
    }

    private bool ReadsScores(Formula formula) => formula.Codes.Any(c => c.Function != "finding")
        || schema.Computed.Where(c => formula.Names.Contains(c.Name)).Any(c => ReadsScores(c.Formula));

    private Rule TreeRule(Node node) => node.Method is { } method
        ? new LeafRule(node, Reads(method.AllFormulas, method.Tests.SelectMany(t => t.Names), inTree: true))
        : new RollUpRule(node, [Slots.Shares, .. node.Children.Where(c => c.Method is null).Select(c => Slots.Score(c.Code))]);

    private ImmutableArray<string> Reads(IEnumerable<Formula> formulas, IEnumerable<string> names, bool inTree)
    {
        var all = formulas.ToList();
        var reads = all.SelectMany(f => f.Names).Concat(names).Where(computed.Contains).Select(Slots.Field).ToList();
        foreach (var reference in all.SelectMany(f => f.Codes))
        {
            if (Slot(reference, inTree) is { } slot)
            {
                reads.Add(slot);
            }
        }

        return [.. reads.Distinct()];
    }

    private string? Slot(CodeReference reference, bool inTree)
    {
        if (!nodes.TryGetValue(reference.Code, out var node))
        {
            if (isWhole)
            {
                diagnostics.Report(Messages.UnknownCode, reference.Place, reference.Code, DidYouMean.Hint(reference.Code, nodes.Keys));
            }

            return null;
        }

        if (reference.Function == "finding")
        {
            return null;
        }

        if (!inTree)
        {
            return Slots.Score(root.Code);
        }

        if (node.Method is null)
        {
            diagnostics.Report(Messages.CodeNotLeaf, reference.Place, reference.Code);
            return null;
        }

        return Slots.Leaf(node.Code);
    }
}
