using System.Globalization;

namespace Indicators.Cli;

/// <summary>What a rule engine did, a line a step, on standard error after the result.</summary>
internal sealed class TracePrinter(Terminal terminal)
{
    private readonly List<TraceStep> steps = [];

    public void Add(TraceStep step) => steps.Add(step);

    public void Print()
    {
        if (steps.Count == 0)
        {
            return;
        }

        var several = steps.Select(s => s.Project).Distinct().Count() > 1;
        terminal.Error.Line(terminal.Say(Texts.TraceTitle), Ink.Bold);
        foreach (var step in steps)
        {
            terminal.Error.Line(
                $"  {step.Number.ToString(CultureInfo.InvariantCulture),5}  {Word(step.Event)}  {step.Rule}" + (several ? $" — {step.Project}" : ""),
                step.Event == TraceEvent.Fired ? Ink.Plain : Ink.Dim);
        }
    }

    private string Word(TraceEvent happened) => TextWidth.PadRight(
        terminal.Say(happened switch
        {
            TraceEvent.Matched => Texts.Matched,
            TraceEvent.Fired => Texts.Fired,
            _ => Texts.Withdrawn,
        }),
        terminal.Language == Language.Chinese ? 4 : 9);
}
