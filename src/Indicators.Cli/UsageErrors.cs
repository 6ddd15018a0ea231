using System.CommandLine;

namespace Indicators.Cli;

/// <summary>What is wrong with the words after <c>indicators</c>.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var unmatched = parsed.UnmatchedTokens.Select(token => token.StartsWith('-') ? Unknown(token, command, terminal) : terminal.Say(Texts.UnknownWord, token));
        return [.. command is RootCommand ? NoCommand(command, parsed, terminal) : unmatched, .. parsed.Errors.Select(e => e.Message)];
    }

    private static IEnumerable<string> NoCommand(Command root, ParseResult parsed, Terminal terminal)
    {
        var commands = terminal.List(root.Subcommands.Select(c => c.Name));
        yield return parsed.UnmatchedTokens is [var word, ..]
            ? word.StartsWith('-') ? Unknown(word, root, terminal) : terminal.Say(Texts.UnknownCommand, word, commands)
            : terminal.Say(Texts.NoCommand, commands);
    }

    /// <summary>An option that the command does not have, with the nearest that it has.</summary>
    public static string Unknown(string option, Command command, Terminal terminal) =>
        terminal.Say(Texts.UnknownOption, option, terminal.Say(DidYouMean.Hint(option, command.Options.Concat(command.Parents.OfType<Command>().SelectMany(c => c.Options)).Select(o => o.Name)))).Trim();

    public static int Print(IEnumerable<string> errors, ParseResult parsed, Terminal terminal)
    {
        foreach (var error in errors)
        {
            terminal.Error.Text(terminal.Say(Texts.UsageError, error), hanging: 2, ink: Ink.Red);
        }

        var command = parsed.CommandResult.Command;
        terminal.Error.Line(terminal.Say(Texts.UsageLine, HelpPrinter.Usage(command, terminal)));
        terminal.Error.Line(terminal.Say(Texts.SeeHelp, HelpPrinter.Name(command)));
        return ExitCode.Usage;
    }
}
