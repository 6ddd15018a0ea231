using Indicators.Compiled;

namespace Indicators.Contracts;

/// <summary>The numbers of a project as the wire carries them.</summary>
public static class ScoresMapping
{
    /// <param name="sheet">Scored by an executor that tells what points rest on.</param>
    /// <param name="ruleSet">By which.</param>
    /// <param name="row">Of the project; one that has no problem.</param>
    public static V1.ProjectScores ToScores(this ScoreSheet sheet, RuleSet ruleSet, int row)
    {
        var root = ruleSet.Root;
        var scores = Of(
            sheet.Projects[row].Id, root, sheet.State(root, row), sheet.Published(root, row), sheet.Held(root, row), sheet.Resting(root, row), sheet.Grade(row)?.Name);
        foreach (var node in Nodes(root))
        {
            scores.Nodes.Add(Of(node, sheet.Published(node, row), sheet.State(node, row)));
        }

        scores.Flags.Add(sheet.Flags(row));
        scores.UndecidedFlags.Add(sheet.UndecidedFlags(row));
        return scores;
    }

    public static V1.ProjectScores ToScores(this Evaluation evaluation)
    {
        var total = evaluation.Total;
        var scores = Of(
            evaluation.Project.Id, total.Node, total.State, total.Published, total.Held, total.Resting, evaluation.IsGraded ? evaluation.Grade.Name : null);
        scores.Nodes.Add(total.All.Skip(1).Where(s => s.Node.Level <= Level.Indicator).Select(s => Of(s.Node, s.Published, s.State)));
        scores.Flags.Add(evaluation.Flags.Select(f => f.Code));
        scores.UndecidedFlags.Add(evaluation.UndecidedFlags.Select(f => f.Code));
        return scores;
    }

    /// <summary>Dimensions, criteria and indicators, each before what is below it.</summary>
    public static IEnumerable<Node> Nodes(Node root) => root.All.Skip(1).Where(n => n.Level <= Level.Indicator);

    private static V1.ProjectScores Of(string id, Node root, ScoreState state, Fraction total, Fraction held, StandingSplit resting, string? grade) => new()
    {
        ProjectId = id,
        Total = Shown(root, total, state),
        State = Of(state),
        Grade = grade ?? "",
        Held = held.ToFixed(root.Places),
        OnEvidence = resting.Evidence.ToFixed(root.Places),
        OnClaims = resting.Claim.ToFixed(root.Places),
        OnNothing = resting.Nothing.ToFixed(root.Places),
    };

    private static V1.NodeScore Of(Node node, Fraction published, ScoreState state) => new()
    {
        Code = node.Code,
        Published = Shown(node, published, state),
        State = Of(state),
    };

    /// <summary>What is held or left out is not zero.</summary>
    internal static string Shown(Node node, Fraction published, ScoreState state) =>
        state is ScoreState.Held or ScoreState.NotApplicable ? "" : published.ToFixed(node.Places);

    private static V1.ScoreState Of(ScoreState state) => (V1.ScoreState)((int)state + 1);
}
