using System.CommandLine;

namespace Indicators.Cli;

/// <summary>What is wrong with the words after <c>indicators</c>.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Select(token => terminal.Say(token.StartsWith('-') ? Texts.UnknownOption : Texts.UnknownWord, token));
        var missing = command is RootCommand
            ? [terminal.Say(Texts.NoCommand, terminal.List(command.Subcommands.Select(c => c.Name)))]
            : Enumerable.Empty<string>();
        return [.. unknown, .. parsed.Errors.Select(e => e.Message), .. missing];
    }

    public static int Print(IEnumerable<string> errors, ParseResult parsed, Terminal terminal)
    {
        foreach (var error in errors)
        {
            terminal.Error.Text(terminal.Say(Texts.UsageError, error), hanging: 2, ink: Ink.Red);
        }

        var command = parsed.CommandResult.Command;
        terminal.Error.Line($"{terminal.Say(Texts.Usage)}: {HelpPrinter.Usage(command, terminal)}");
        terminal.Error.Line(terminal.Say(Texts.SeeHelp, HelpPrinter.Name(command)));
        return ExitCode.Usage;
    }
}
