using Indicators.Impact;

namespace Indicators.Cli;

/// <summary>The projects that are not compared: who, and for those that only one side rejects, why.</summary>
internal sealed class RejectionList(Terminal terminal, Rejections rejections)
{
    private const int Shown = 20;
    private const int Indent = 2;

    public void Print()
    {
        if (!rejections.Both.IsEmpty)
        {
            Say(terminal.Say(Texts.RejectedBoth, rejections.Both.Length, terminal.ListShortly(rejections.Both, Shown)), Indent);
        }

        Print(Texts.RejectedBefore, rejections.BeforeOnly);
        Print(Texts.RejectedAfter, rejections.AfterOnly);
    }

    private void Print(Bilingual title, IReadOnlyCollection<Rejection> rejected)
    {
        if (rejected.Count == 0)
        {
            return;
        }

        Say(terminal.Say(title, rejected.Count, terminal.ListShortly([.. rejected.Select(r => r.Id)], Shown)), Indent);
        // The same mistake often stands in every row: once for each kind, with the first as an example.
        foreach (var same in rejected.SelectMany(r => r.Reasons.DistinctBy(p => p.Code)).GroupBy(p => p.Code))
        {
            Say(terminal.Say(Texts.RejectedFor, same.Key, same.Count(), $"{same.First().Place}: {same.First().Text(terminal.Language)}"), 2 * Indent);
        }

        if (rejected.Any(r => r.Reasons.IsEmpty))
        {
            Say(terminal.Say(Texts.RejectedSomehow), 2 * Indent);
        }
    }

    private void Say(string text, int indent) => terminal.Output.Text(text, indent, Indent, Ink.Yellow);
}
