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
        var year = terminal.Year();
        var command = new Command(Name, terminal.Say(Texts.AboutCheck)) { directory, year };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => Run(parsed.GetRequiredValue(directory), parsed.ChosenYear(year), terminal));
        return command;
    }

    private static int Run(string directory, int? year, Terminal terminal)
    {
        Paths.RequireDirectory(directory, terminal);
        var loaded = year is null ? RuleSetLoader.LoadEveryYear(directory) : OneYear(directory, year);
        var (ruleSets, problems) = loaded;
        var printer = new DiagnosticPrinter(terminal);
        printer.Print(problems);
        printer.Summarize(problems, []);
        if (!loaded.Open.IsEmpty && !problems.HasErrors)
        {
            Framework(directory, loaded, terminal);
            return ExitCode.Fine;
        }

        if (ruleSets.IsEmpty || problems.HasErrors)
        {
            return ExitCode.Problems;
        }

        var latest = ruleSets[^1];
        Summarize(latest, problems.Count == 0, terminal);
        Weights(latest, several: ruleSets.Length > 1, terminal);
        Digests(ruleSets, terminal);
        return ExitCode.Fine;
    }

    private static EveryYear OneYear(string directory, int? year)
    {
        var loaded = RuleSetLoader.LoadDirectory(directory, year);
        return new EveryYear(loaded.RuleSet is null ? [] : [loaded.RuleSet], loaded.Problems) { Open = loaded.Open };
    }

    /// <summary>What an extension must set.</summary>
    private static void Framework(string directory, EveryYear loaded, Terminal terminal)
    {
        terminal.Output.Text(terminal.Say(Texts.CheckFramework, directory, loaded.Open.Length), ink: Ink.Bold);
        foreach (var open in loaded.Open)
        {
            terminal.Output.Line($"  {open.Name} ({open.Place})");
        }
    }

    /// <summary>As they are written under 封存, to be copied.</summary>
    private static void Digests(IEnumerable<RuleSet> ruleSets, Terminal terminal)
    {
        var dated = ruleSets.Where(r => r.Year is not null).ToList();
        if (dated.Count == 0)
        {
            return;
        }

        terminal.Output.Line();
        terminal.Output.Text(terminal.Say(Texts.DigestTitle), ink: Ink.Dim);
        // From the first column, because that is where the key stands in the file.
        terminal.Output.Line(terminal.Say(Texts.DigestKey));
        foreach (var set in dated)
        {
            terminal.Output.Line(terminal.Say(Texts.DigestLine, set.Year!, set.Digest));
        }
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

    private static void Weights(RuleSet set, bool several, Terminal terminal)
    {
        var root = set.Root;
        terminal.Output.Line();
        if (several)
        {
            terminal.Output.Line(terminal.Say(Texts.WeightsOf, set.Year!));
        }

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
