using System.CommandLine;

namespace Indicators.Cli;

/// <summary>What is wrong with the words after <c>indicators</c>.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var unmatched = parsed.UnmatchedTokens.Select(token => terminal.Say(token.StartsWith('-') ? Texts.UnknownOption : Texts.UnknownWord, token));
        return [.. command is RootCommand ? NoCommand(command, parsed, terminal) : unmatched, .. parsed.Errors.Select(e => e.Message)];
    }

    private static IEnumerable<string> NoCommand(Command root, ParseResult parsed, Terminal terminal)
    {
        var commands = terminal.List(root.Subcommands.Select(c => c.Name));
        yield return parsed.UnmatchedTokens is [var word, ..]
            ? terminal.Say(word.StartsWith('-') ? Texts.UnknownOption : Texts.UnknownCommand, word, commands)
            : terminal.Say(Texts.NoCommand, commands);
    }

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
