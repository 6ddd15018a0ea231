namespace Indicators.Cli;

/// <summary>What <c>check</c> prints of a rule set without errors: counts, weights, properties, digests, or what a framework leaves open.</summary>
internal sealed class CheckPage(Terminal terminal, bool everyLeaf, bool withPlan)
{
    private const int Count = 11;
    private const int Number = 10;

    public void Print(CheckedRuleSet set)
    {
        if (set.IsFramework)
        {
            Framework(set);
            return;
        }

        var latest = set.Latest!;
        Summarize(latest, set.Problems.Count == 0);
        Weights(latest, several: set.Loaded.RuleSets.Length > 1);
        new PropertyTable(terminal).Print(set.Analysis.Properties, everyLeaf);
        if (withPlan)
        {
            new PlanTable(terminal).Print(latest);
        }

        Accepted(set);
        Digests(set.Loaded.RuleSets);
    }

    /// <summary>Warnings that the rule set means to have.</summary>
    private void Accepted(CheckedRuleSet set)
    {
        foreach (var (problem, by) in set.Analysis.Accepted)
        {
            terminal.Output.Text(terminal.Say(Texts.AcceptedWarning, problem.Code, problem.Text(terminal.Language), by.Reason), hanging: 2, ink: Ink.Dim);
        }
    }

    /// <summary>What an extension must set.</summary>
    private void Framework(CheckedRuleSet set)
    {
        terminal.Output.Text(terminal.Say(Texts.CheckFramework, set.Directory, set.Loaded.Open.Length, set.Problems.Count == 0 ? Texts.IsFine : Texts.IsUsable), ink: Ink.Bold);
        foreach (var open in set.Loaded.Open)
        {
            terminal.Output.Line($"  {open.Name} ({open.Place})");
        }

        new PropertyTable(terminal).Print(set.Analysis.Properties, everyLeaf);
        Accepted(set);
    }

    /// <summary>As they are written under 封存, to be copied.</summary>
    private void Digests(IEnumerable<RuleSet> ruleSets)
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

    private void Summarize(RuleSet set, bool fine) => terminal.Output.Text(
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

    private void Weights(RuleSet set, bool several)
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
            Bilingual.Same(CountOf(node, Level.Indicator)),
            Bilingual.Same(CountOf(node, Level.Point)),
            Bilingual.Same(node.Weight.ToFixed(2)),
            Bilingual.Same((node.Weight * Fraction.Hundred / root.Weight).ToFixed(2) + "%"),
            ink);

        void Row(string name, Bilingual indicators, Bilingual points, Bilingual weight, Bilingual share, Ink ink) => terminal.Output.Line(
            "  " + TextWidth.PadRight(name, NameWidth(root)) + Cell(indicators, Count) + Cell(points, Count) + Cell(weight, Number) + Cell(share, Number), ink);

        string Cell(Bilingual text, int width) => TextWidth.PadLeft(terminal.Say(text), width);
    }

    private static int NameWidth(Node root) => Math.Min(40, root.Children.Select(c => TextWidth.Of(c.Name)).Append(12).Max());

    private static int CountOf(Node node, Level level) => node.All.Count(n => n.Level == level);
}
