using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Cli;

/// <summary>The table of flags and red lines: when each is raised, and what it then says.</summary>
internal static class FlagTable
{
    private static readonly Bilingual[] Columns =
        [Texts.CodeHeading, Texts.NameHeading, Texts.KindHeading, Texts.AboutHeading, Texts.WhenHeading, Texts.SaysHeading, Texts.BasisHeading];

    public static IEnumerable<DocumentTable> Of(RuleSet set, Terminal terminal) =>
        set.Flags.IsEmpty ? [] : [DocumentTable.Of(Texts.DocsFlags, Columns, set.Flags.Select(f => Row(f, terminal)), terminal)];

    private static ImmutableArray<Cell> Row(FlagDefinition flag, Terminal terminal) =>
    [
        new(flag.Code),
        new(flag.Name),
        new(terminal.Say(flag.Kind == FlagKind.RedLine ? Texts.RedLine : Texts.Doubt) + (flag.Cap is { } cap ? terminal.Say(Texts.FlagCaps, cap.Name) : "")),
        new(terminal.List(flag.About)),
        new(terminal.Say(flag.When.InWords)),
        new(string.Concat(flag.Says.Parts.Select(p => p is Formula formula ? $"{{{terminal.Say(formula.InWords)}}}" : p.ToString()))),
        new(terminal.List(flag.Basis)),
    ];
}
