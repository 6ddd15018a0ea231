using Indicators.Feel;

namespace Indicators.Cli;

/// <summary>The flags raised, red lines first, and those that could not be decided.</summary>
internal sealed class FlagList(Terminal terminal, Evaluation evaluation)
{
    private const int Indent = 2;

    private readonly Screen screen = terminal.Output;

    public void Print()
    {
        screen.Line(terminal.Say(evaluation.Flags.IsEmpty ? Texts.NoFlags : Texts.FlagsTitle, evaluation.Flags.Length), Ink.Bold);
        foreach (var flag in evaluation.Flags.OrderByDescending(f => f.Kind == FlagKind.RedLine))
        {
            Print(flag);
        }

        if (!evaluation.UndecidedFlags.IsEmpty)
        {
            screen.Line();
            screen.Line(terminal.Say(Texts.UndecidedTitle, evaluation.UndecidedFlags.Length), Ink.Bold);
        }

        foreach (var flag in evaluation.UndecidedFlags)
        {
            var needs = Absent(flag.When, []).Distinct().ToList();
            screen.Text(
                $"{flag.Code} {flag.Name}" + (needs.Count == 0 ? "" : terminal.Say(Texts.UndecidedNeeds, terminal.List(needs))),
                Indent, Indent);
        }
    }

    private void Print(RaisedFlag flag)
    {
        var isRed = flag.Kind == FlagKind.RedLine;
        var title = $"{terminal.Say(isRed ? Texts.RedLine : Texts.Doubt)} {flag.Code} {terminal.Say(flag.Name)}"
            + (flag.Definition?.Cap is { } cap ? terminal.Say(Texts.FlagCaps, cap.Name) : "")
            + (flag.About.IsEmpty ? "" : terminal.Say(Texts.FlagAbout, terminal.List(flag.About)));
        screen.Text(title, Indent, Indent, isRed ? Ink.Red : Ink.Yellow);
        screen.Text(flag.Says.In(terminal.Language), 2 * Indent);
        if (flag.Definition is { Basis.IsEmpty: false } definition)
        {
            var label = terminal.Say(Texts.FlagBasis);
            screen.Text(label + terminal.List(definition.Basis), 2 * Indent, TextWidth.Of(label), Ink.Dim);
        }
    }

    /// <summary>The fields, tables and codes behind a condition for which there is no evidence.</summary>
    private IEnumerable<string> Absent(Formula formula, HashSet<string> seen)
    {
        var (schema, project) = (evaluation.RuleSet.Schema, evaluation.Project);
        foreach (var name in formula.Names.Where(seen.Add))
        {
            if (schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed)
            {
                foreach (var inner in Absent(computed.Formula, seen))
                {
                    yield return inner;
                }
            }
            else if (schema.Field(name) is not null
                ? !project.Fields.TryGetValue(name, out var cell) || cell.Value is Value.Missing
                : schema.Table(name) is not null && !project.Tables.ContainsKey(name))
            {
                yield return name;
            }
        }

        foreach (var code in formula.Codes.Select(c => c.Code).Where(c => evaluation.Total.Find(c) is { State: not ScoreState.Scored }))
        {
            yield return code;
        }
    }
}
