using System.Collections.Immutable;
using Indicators.Differences;

namespace Indicators.Cli;

/// <summary>The differences between two rule sets, by dimension and indicator.</summary>
internal sealed class DifferenceList(Terminal terminal)
{
    public void Print(ImmutableArray<Difference> differences, int indent = 0)
    {
        foreach (var section in differences.GroupBy(d => d.Subject.Section))
        {
            if (indent == 0)
            {
                terminal.Output.Line();
            }

            terminal.Output.Text(terminal.Say(section.Key), indent, ink: Ink.Bold);
            foreach (var subject in section.GroupBy(d => d.Subject))
            {
                Print(subject.Key, subject, indent + 2);
            }
        }
    }

    private void Print(Subject about, IEnumerable<Difference> differences, int indent)
    {
        var heading = $"{about.Code} {about.Name}".Trim();
        if (heading.Length > 0)
        {
            terminal.Output.Text(heading, indent, 2);
            indent += 2;
        }

        foreach (var difference in differences)
        {
            terminal.Output.Text(Say(difference), indent, 2, difference.Kind == DifferenceKind.Note ? Ink.Dim : Ink.Plain);
        }
    }

    /// <summary>One difference in one sentence, without what it is about.</summary>
    public string Say(Difference difference)
    {
        var kind = Texts.DifferenceKinds[difference.Kind];
        var part = difference.Part.Zh.StartsWith(kind.Zh, StringComparison.Ordinal) ? terminal.Say(difference.Part) :
            difference.Part.Zh.Length == 0 ? terminal.Say(kind) : terminal.Say(Texts.DiffKindPart, kind, difference.Part);
        return difference switch
        {
            { Kind: DifferenceKind.Came, After: { } after } => terminal.Say(Texts.DiffCame, part, after),
            { Kind: DifferenceKind.Went, Before: { } before } => terminal.Say(Texts.DiffCame, part, before),
            { Before: { } before, After: { } after } => terminal.Say(Texts.DiffChanged, part, before, after),
            { After: { } after } => terminal.Say(Texts.DiffAdded, part, after),
            _ => terminal.Say(Texts.DiffRemoved, part, difference.Before ?? new Phrase(Texts.DiffNothing)),
        };
    }
}
