using System.CommandLine;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators docs</c>: the rule set as the regulation's own table.</summary>
internal static class DocsCommand
{
    public const string Name = "docs";

    public static Command Create(Terminal terminal)
    {
        var directory = terminal.Argument("DIR", Texts.AboutRules, Texts.NoDirectory);
        var format = terminal.Option("--format", Texts.AboutDocsFormat, "markdown|html", null, "markdown", "html");
        var year = terminal.Year();
        var file = terminal.Option("--out", Texts.AboutOut, "FILE");
        var command = new Verb(Name, terminal.Say(Texts.AboutDocs), "rules/kunming-2017 --format html --out kunming.html") { directory, year, format, file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), parsed.ChosenYear(year), parsed.GetValue(format) == "html", parsed.GetValue(file), terminal));
        return command;
    }

    private static int Run(string directory, int? year, bool asHtml, string? file, Terminal terminal)
    {
        Paths.RequireDirectory(directory, terminal);
        var loaded = RuleSetLoader.LoadDirectory(directory, year);
        if ((loaded.RuleSet ?? loaded.Framework) is not { } set)
        {
            new DiagnosticPrinter(terminal).Report(loaded.Problems);
            return ExitCode.Problems;
        }

        using var written = new StringWriter { NewLine = "\n" };
        var document = RuleSetDocument.Of(set, [.. loaded.Open.Select(o => o.Name)], terminal);
        if (asHtml)
        {
            HtmlDocument.Write(document, terminal.Language, written);
        }
        else
        {
            MarkdownDocument.Write(document, written);
        }

        if (file is null)
        {
            terminal.Output.Writer.Write(written.ToString());
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, written.ToString());
        }

        return ExitCode.Fine;
    }
}
