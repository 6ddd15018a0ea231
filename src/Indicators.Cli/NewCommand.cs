using System.CommandLine;

namespace Indicators.Cli;

/// <summary><c>indicators new</c>: a rule set to start from, which checks and tests as it is.</summary>
internal static class NewCommand
{
    public const string Name = "new";

    public static Command Create(Terminal terminal)
    {
        var directory = terminal.Argument("DIR", Texts.AboutNewDirectory, Texts.NoDirectory);
        var command = new Verb(Name, terminal.Say(Texts.AboutNew), "rules/my-rules") { directory };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), terminal));
        return command;
    }

    private static int Run(string directory, Terminal terminal)
    {
        Paths.RequireEmpty(directory, terminal);

        Directory.CreateDirectory(directory);
        var made = new Skeleton(directory, terminal.Language).Write();
        terminal.Output.Text(terminal.Say(Texts.NewMade, directory), ink: Ink.Bold);
        foreach (var file in made)
        {
            terminal.Output.Line($"  {file}");
        }

        terminal.Output.Line();
        terminal.Output.Line(terminal.Say(Texts.NewNext));
        var quoted = directory.Any(char.IsWhiteSpace) ? $"\"{directory}\"" : directory;
        foreach (var line in terminal.Say(Texts.NewCommands, quoted).Split('\n'))
        {
            terminal.Output.Line(line);
        }

        return ExitCode.Fine;
    }
}
