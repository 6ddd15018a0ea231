using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Indicators.Cli;

/// <summary>Help in the user's language, with columns that fit Chinese; the parser's own is English.</summary>
internal sealed class HelpPrinter(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        terminal.Output.Text(command.Description ?? "");
        Title(Texts.Usage);
        terminal.Output.Text(Usage(command, terminal), indent: 2, hanging: 2);
        Table(Texts.Commands, command.Subcommands.Select(c => (c.Name, c.Description)));
        Table(Texts.Arguments, command.Arguments.Select(a => (a.Name, a.Description)));
        Table(Texts.Options, Options(command)
            .Where(o => command is RootCommand || o is not VersionOption)
            .Select(o => (Label(o), o.Description)));
        Title(Texts.Example);
        terminal.Output.Line("  " + (command as Verb ?? command.Subcommands.OfType<Verb>().First()).Example);
        Title(Texts.ExitCodes);
        terminal.Output.Text(terminal.Say(Texts.AboutExitCodes), indent: 2);
        return ExitCode.Fine;
    }

    /// <summary>The name as typed, such as <c>indicators score</c>.</summary>
    public static string Name(Command command) => command is RootCommand ? "indicators" : $"indicators {command.Name}";

    public static string Usage(Command command, Terminal terminal) => command switch
    {
        RootCommand => $"{Name(command)} {terminal.Say(Texts.CommandWord)} {terminal.Say(Texts.OptionsWord)}",
        _ => string.Join(' ', [
            Name(command),
            .. command.Arguments.Select(a => a.Name),
            .. Options(command).Where(o => o is Option<string?> or Option<bool> or RepeatedOption).Select(o => o switch
            {
                TextOption { IsNeeded: true } => Label(o),
                RepeatedOption { IsNeeded: true } => $"{Label(o)}…",
                RepeatedOption => $"[{Label(o)}…]",
                _ => $"[{Label(o)}]",
            })]),
    };

    private static IEnumerable<Option> Options(Command command) =>
        command.Parents.OfType<Command>().Prepend(command).SelectMany(c => c.Options);

    private static string Label(Option option) => option switch
    {
        HelpOption => "-h, --help",
        _ => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name,
    };

    private void Title(Bilingual title)
    {
        terminal.Output.Line();
        terminal.Output.Line(terminal.Say(title), Ink.Bold);
    }

    private void Table(Bilingual title, IEnumerable<(string Label, string? About)> rows)
    {
        if (!rows.Any())
        {
            return;
        }

        var labels = Math.Max(22, rows.Max(r => TextWidth.Of(r.Label)) + 2);

        Title(title);
        foreach (var (label, about) in rows)
        {
            terminal.Output.Text(TextWidth.PadRight(label, labels) + about, indent: 2, hanging: labels);
        }
    }
}
