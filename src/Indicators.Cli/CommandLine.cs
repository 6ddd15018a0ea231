using System.CommandLine;
using System.CommandLine.Help;

namespace Indicators.Cli;

/// <summary>The <c>indicators</c> command: finds what is asked for, runs it, and turns every outcome into an exit code.</summary>
internal static class CommandLine
{
    private const string LanguageOption = "--lang";

    // A path may begin with @ or hold several short-looking letters: no response files, no bundling.
    private static readonly ParserConfiguration Plain = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public static Task<int> Run(string[] args, TextWriter output, TextWriter error, TextReader? input = null) =>
        Run(args, new Screen(output), new Screen(error), input);

    public static async Task<int> Run(string[] args, Screen output, Screen error, TextReader? input = null)
    {
        var terminal = new Terminal(output, error, LanguageOf(args)) { Input = input ?? TextReader.Null };
        var parsed = Root(terminal).Parse(args, Plain);
        try
        {
            if (parsed.Action is not (HelpPrinter or VersionPrinter) && UsageErrors.Of(parsed, terminal) is { Count: > 0 } errors)
            {
                return UsageErrors.Print(errors, parsed, terminal);
            }

            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            return UsageErrors.Print([e.Message], parsed, terminal);
        }
        catch (OperationCanceledException)
        {
            error.Text(terminal.Say(Texts.Interrupted), ink: Ink.Red);
            return ExitCode.Problems;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            error.Text(terminal.Say(Texts.Unreadable, e.Message), ink: Ink.Red);
            return ExitCode.Problems;
        }
        catch (Exception e)
        {
            error.Text(terminal.Say(Texts.Failure), ink: Ink.Red);
            error.Line($"indicators {EngineVersion.Text}, {Environment.OSVersion}, .NET {Environment.Version}");
            foreach (var line in e.ToString().Split('\n'))
            {
                error.Line(line);
            }

            return ExitCode.Failure;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var language = terminal.Option(LanguageOption, Texts.AboutLanguage, "zh|en", null, "zh", "en");
        language.Recursive = true;
        var root = new RootCommand(terminal.Say(Texts.About))
        {
            ScoreCommand.Create(terminal), BatchCommand.Create(terminal), CheckCommand.Create(terminal), TestCommand.Create(terminal), DiffCommand.Create(terminal), ImpactCommand.Create(terminal), CompareCommand.Create(terminal), ArchiveCommand.Create(terminal),
            DocsCommand.Create(terminal), EvalCommand.Create(terminal), NewCommand.Create(terminal), SampleCommand.Create(terminal), SchemaCommand.Create(terminal), language,
        };
        root.TreatUnmatchedTokensAsErrors = false;
        // Never runs: that a command is missing is a usage error, which the parser would put in English.
        root.SetAction(_ => ExitCode.Usage);
        foreach (var option in root.Options)
        {
            (option.Description, option.Action) = option switch
            {
                HelpOption => (terminal.Say(Texts.AboutHelp), new HelpPrinter(terminal)),
                VersionOption => (terminal.Say(Texts.AboutVersion), new VersionPrinter(terminal)),
                _ => (option.Description, option.Action),
            };
        }

        return root;
    }

    /// <summary>Read before everything else, because help and usage errors are in that language too.</summary>
    private static Language LanguageOf(string[] args)
    {
        var after = Array.IndexOf(args, LanguageOption) + 1;
        var english = args.Contains($"{LanguageOption}=en") || args.Contains($"{LanguageOption}:en")
            || (after > 0 && after < args.Length && args[after] == "en");
        return english ? Language.English : Language.Chinese;
    }
}
