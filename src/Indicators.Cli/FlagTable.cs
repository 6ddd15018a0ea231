using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Cli;

/// <summary>The tables of flags and red lines, and of those that several projects raise: when each is raised, and what it then says.</summary>
internal static class FlagTable
{
    private static readonly Bilingual[] Columns =
        [Texts.CodeHeading, Texts.NameHeading, Texts.KindHeading, Texts.AboutHeading, Texts.WhenHeading, Texts.SaysHeading, Texts.BasisHeading];

    private static readonly Bilingual[] AcrossColumns =
        [Texts.CodeHeading, Texts.NameHeading, Texts.SameHeading, Texts.WhenHeading, Texts.SaysHeading, Texts.BasisHeading];

    public static IEnumerable<DocumentTable> Of(RuleSet set, Terminal terminal)
    {
        if (!set.Flags.IsEmpty)
        {
            yield return DocumentTable.Of(Texts.DocsFlags, Columns, set.Flags.Select(f => Row(f, terminal)), terminal);
        }

        if (!set.Across.IsEmpty)
        {
            yield return DocumentTable.Of(Texts.DocsAcross, AcrossColumns, set.Across.Select(f => Row(f, terminal)), terminal);
        }
    }

    private static ImmutableArray<Cell> Row(FlagDefinition flag, Terminal terminal) =>
    [
        new(flag.Code),
        new(flag.Name),
        new(terminal.Say(flag.Kind == FlagKind.RedLine ? Texts.RedLine : Texts.Doubt) + (flag.Cap is { } cap ? terminal.Say(Texts.FlagCaps, cap.Name) : "")),
        new(terminal.List(flag.About)),
        new(terminal.Say(flag.When.InWords)),
        new(Says(flag.Says, terminal)),
        new(terminal.List(flag.Basis)),
    ];

    private static ImmutableArray<Cell> Row(PortfolioFlag flag, Terminal terminal) =>
    [
        new(flag.Code),
        new(flag.Name),
        new(terminal.List([.. flag.Same.Select(f => f.Name)])),
        new(terminal.Say(flag.When.InWords)),
        new(Says(flag.Says, terminal)),
        new(terminal.List(flag.Basis)),
    ];

    private static string Says(SaysText says, Terminal terminal) =>
        string.Concat(says.Parts.Select(p => p is Formula formula ? $"{{{terminal.Say(formula.InWords)}}}" : p.ToString()));
}
