using System.Collections.Immutable;
using Indicators.Compiled;

namespace Indicators.Cli;

/// <summary>What <c>check --plan</c> says of the way in which many projects are scored: by the compiled program, or by the reference and why.</summary>
internal sealed class PlanTable(Terminal terminal)
{
    private const int NameWidth = 32;

    public void Print(RuleSet set)
    {
        var executor = new CompiledExecutor(set);
        terminal.Output.Line();
        terminal.Output.Line(terminal.Say(Texts.PlanTitle));
        if (executor.WholeReason is { } reason)
        {
            terminal.Output.Text(terminal.Say(Texts.PlanWhole, reason), indent: 2);
            return;
        }

        var parts = set.Root.Indicators.Select(n => (n.Code, n.Name)).Concat(set.Flags.Select(f => (f.Code, f.Name))).ToList();
        terminal.Output.Text(terminal.Say(Texts.PlanSummary, parts.Count - executor.ByReference.Count, executor.Steps, executor.ByReference.Count), indent: 2);
        foreach (var (code, name) in parts)
        {
            var label = TextWidth.PadRight($"{code} {name}", NameWidth) + " ";
            var why = executor.ByReference.GetValueOrDefault(code);
            terminal.Output.Text(label + (why is null ? Compiled(executor.PartsByReference(code)) : terminal.Say(Texts.PlanReference, why)), indent: 4, hanging: 2, ink: why is null ? Ink.Plain : Ink.Dim);
        }
    }

    private string Compiled(ImmutableArray<string> parts) =>
        parts.IsEmpty ? terminal.Say(Texts.PlanCompiled) : terminal.Say(Texts.PlanParts, string.Join(terminal.Say(Texts.Comma), parts));
}
