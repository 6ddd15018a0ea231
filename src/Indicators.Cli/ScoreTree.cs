namespace Indicators.Cli;

/// <summary>The tree with the columns of a 评分表, and under each indicator and point why it has its score.</summary>
internal sealed class ScoreTree(Terminal terminal, Evaluation evaluation)
{
    private const int Points = 8;
    private const int Rate = 9;
    private const int Hanging = 2;

    private readonly Screen screen = terminal.Output;
    private readonly int places = Digits.Of(evaluation);
    private readonly int standing = terminal.Language == Language.Chinese ? 10 : 14;

    public void Print()
    {
        screen.Row(terminal.Say(Texts.IndicatorColumn), 0, Columns(
            terminal.Say(Texts.ScoreColumn), terminal.Say(Texts.MaximumColumn), terminal.Say(Texts.RateColumn), terminal.Say(Texts.StandingColumn)), Ink.Dim);
        screen.Line(new string('-', screen.Width), Ink.Dim);
        foreach (var (i, dimension) in evaluation.Total.Children.Index())
        {
            if (i > 0)
            {
                screen.Line();
            }

            Print(dimension, 0);
        }

        screen.Line(new string('-', screen.Width), Ink.Dim);
        Row(evaluation.Total, terminal.Say(Texts.TotalLabel), 0, 0, Ink.Bold);
    }

    private void Print(Score score, int indent)
    {
        var node = score.Node;
        var code = node.Code == node.Name ? "" : node.Code + " ";
        var outside = node.Kind switch { DimensionKind.Bonus => terminal.Say(Texts.BonusMark), DimensionKind.Penalty => terminal.Say(Texts.PenaltyMark), _ => "" };
        Row(score, code + node.Name + outside, indent, code.Length == 0 ? indent + Hanging : indent + TextWidth.Of(code), InkOf(score));
        var below = indent + Hanging;
        if (score.Sentence(terminal.Language) is { Length: > 0 } why)
        {
            screen.Text(why, below);
        }

        // Of held points the reason already says that they are open.
        if (score is { State: not ScoreState.Held, Next: { } next })
        {
            Labelled(Texts.Next, next.In(terminal.Language), below);
        }

        // The reason of a finding names its document itself.
        foreach (var use in score.Evidence.Where(e => e.Name != node.Code && e.Source is not null))
        {
            var ground = Words.Standings[use.Standing].In(terminal.Language);
            Labelled(Texts.Evidence, terminal.Say(Texts.EvidenceLine, use.Name, use.Shown.In(terminal.Language), ground, use.Source!), below);
        }

        if (!node.Basis.IsEmpty)
        {
            var rule = $"{Path.GetFileName(node.Place.File)}:{node.Place.Line}";
            Labelled(Texts.Basis, terminal.Say(Texts.BasisLine, string.Join(terminal.Language == Language.Chinese ? "、" : ", ", node.Basis), rule), below);
        }

        if (node.Reading is { } reading)
        {
            Labelled(Texts.Reading, reading, below);
        }

        foreach (var child in score.Children)
        {
            Print(child, below);
        }
    }

    private void Labelled(Bilingual label, string text, int indent)
    {
        var lead = terminal.Say(label);
        screen.Text(lead + text, indent, TextWidth.Of(lead), Ink.Dim);
    }

    private void Row(Score score, string name, int indent, int hanging, Ink ink)
    {
        var rate = score.Rate is { } r ? (r * Fraction.Hundred).ToFixed(2) + "%" : "-";
        var ground = score.Node.Level is Level.Indicator or Level.Point ? terminal.Say(Ground.Of(score)) : "";
        screen.Row(TextWidth.Spaces(indent) + name, hanging, Columns(
            score.Published.ToFixed(places), score.Maximum.ToFixed(2), rate, ground), ink);
    }

    private string Columns(string points, string maximum, string rate, string ground) =>
        TextWidth.PadLeft(points, Points) + TextWidth.PadLeft(maximum, Points) + TextWidth.PadLeft(rate, Rate)
        + "  " + TextWidth.PadRight(ground, standing - 2);

    private static Ink InkOf(Score score) =>
        score.Node.Level == Level.Dimension ? Ink.Bold : score.State == ScoreState.Held ? Ink.Yellow : Ink.Plain;
}
