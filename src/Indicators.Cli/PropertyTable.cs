using System.Collections.Immutable;
using Indicators.Analysis;

namespace Indicators.Cli;

/// <summary>What <c>check</c> says of every leaf: whether better evidence never scores lower, proved or tried, and that points stay within 0 and the maximum.</summary>
internal sealed class PropertyTable(Terminal terminal)
{
    private const int Indent = 2;
    private const int NameWidth = 32;

    public void Print(ImmutableArray<Property> properties, bool everyLeaf)
    {
        terminal.Output.Line();
        terminal.Output.Line(terminal.Say(Texts.PropertiesTitle));
        var counts = properties.GroupBy(p => p.Monotone).OrderBy(g => g.Key)
            .Select(g => terminal.Say(Texts.PropertyCount, Texts.Proofs[g.Key], g.Count(), Trials([.. g])));
        terminal.Output.Text(terminal.Say(Texts.MonotoneSummary, string.Join(terminal.Say(Texts.Comma), counts)), Indent);
        var cut = properties.Count(p => !p.Inside);
        terminal.Output.Text(terminal.Say(cut == 0 ? Texts.InsideSummary : Texts.InsideSummaryCut, properties.Length, cut), Indent);
        foreach (var property in properties.Where(p => everyLeaf || p.Monotone is Proof.Tried or Proof.Untried or Proof.Reversed))
        {
            var leaf = property.Leaf;
            terminal.Output.Text(
                TextWidth.PadRight($"{leaf.Code} {leaf.Name}", NameWidth) + " " + terminal.Say(Texts.PropertyOf, Texts.Proofs[property.Monotone], Trials([property]),
                    property.Counterexample is { } shows ? new Bilingual($"：{shows.In(Language.Chinese)}", $": {shows.In(Language.English)}") : new Bilingual("", "")),
                2 * Indent, ink: Ink.Dim);
        }
    }

    private static Bilingual Trials(ImmutableArray<Property> properties) => properties.Sum(p => p.Trials) is var count and > 0
        ? new($"（{count} 次）", $" ({count} scores)")
        : new("", "");
}
