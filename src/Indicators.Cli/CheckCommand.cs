using System.CommandLine;
using System.Globalization;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators check</c>: all problems of a rule set, or its weights when it has none.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    private const int Count = 11;
    private const int Number = 10;

    public static Command Create(Terminal terminal)
    {
        var directory = terminal.Argument("DIR", Texts.AboutDirectory, Texts.NoDirectory);
        var command = new Command(Name, terminal.Say(Texts.AboutCheck)) { directory };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), terminal));
        return command;
    }

    private static int Run(string directory, Terminal terminal)
    {
        Paths.RequireDirectory(directory, terminal);
        var (ruleSet, problems) = RuleSetLoader.LoadDirectory(directory);
        var printer = new DiagnosticPrinter(terminal);
        printer.Print(problems);
        printer.Summarize(problems, []);
        if (ruleSet is null)
        {
            return ExitCode.Problems;
        }

        Summarize(ruleSet, problems.Count == 0, terminal);
        Weights(ruleSet.Root, terminal);
        return ExitCode.Fine;
    }

    private static void Summarize(RuleSet set, bool fine, Terminal terminal) => terminal.Output.Text(
        terminal.Say(
            fine ? Texts.CheckFine : Texts.CheckUsable,
            set.Id,
            set.Root.Children.Length,
            CountOf(set.Root, Level.Indicator),
            CountOf(set.Root, Level.Point),
            set.Flags.Length,
            set.Flags.Count(f => f.Kind == FlagKind.RedLine),
            set.Schema.Fields.Length),
        ink: Ink.Bold);

    private static void Weights(Node root, Terminal terminal)
    {
        terminal.Output.Line();
        Row(terminal.Say(Texts.DimensionColumn), Texts.IndicatorsColumn, Texts.PointsColumn, Texts.MaximumColumn, Texts.ShareColumn, Ink.Dim);
        foreach (var dimension in root.Children)
        {
            Node(dimension, dimension.Name, Ink.Plain);
        }

        Node(root, terminal.Say(Texts.TotalLabel), Ink.Bold);

        void Node(Node node, string name, Ink ink) => Row(
            name,
            Same(CountOf(node, Level.Indicator)),
            Same(CountOf(node, Level.Point)),
            Same(node.Weight.ToFixed(2)),
            Same((node.Weight * Fraction.Hundred / root.Weight).ToFixed(2) + "%"),
            ink);

        void Row(string name, Bilingual indicators, Bilingual points, Bilingual weight, Bilingual share, Ink ink) => terminal.Output.Line(
            "  " + TextWidth.PadRight(name, NameWidth(root)) + Cell(indicators, Count) + Cell(points, Count) + Cell(weight, Number) + Cell(share, Number), ink);

        string Cell(Bilingual text, int width) => TextWidth.PadLeft(terminal.Say(text), width);
    }

    private static int NameWidth(Node root) => Math.Min(40, root.Children.Select(c => TextWidth.Of(c.Name)).Append(12).Max());

    private static int CountOf(Node node, Level level) => node.All.Count(n => n.Level == level);

    private static Bilingual Same(object value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{value}");
        return new(text, text);
    }
}
