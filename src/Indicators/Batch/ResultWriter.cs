using System.Collections.Immutable;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>Writes scores as CSV: a row for each project, or for each of its indicators.</summary>
internal sealed class ResultWriter(RuleSet ruleSet, BatchFormat format)
{
    private readonly Node[] nodes = [.. ruleSet.Root.Children, .. ruleSet.Root.Indicators];
    private readonly Dictionary<string, string[]> flagsAbout = ruleSet.Root.Indicators
        .ToDictionary(i => i.Code, i => ruleSet.Flags.Where(f => f.About.Any(code => i.All.Any(n => n.Code == code))).Select(f => f.Code).ToArray());

    public void WriteHeader(CsvWriter csv)
    {
        Bilingual[] names = format.IsLong
            ? [EvidenceWords.Project, ResultWords.Name, ResultWords.Code, ResultWords.Indicator, ResultWords.Maximum, ResultWords.Score, ResultWords.State, ResultWords.Held, ResultWords.OnEvidence, ResultWords.OnClaims, ResultWords.OnNothing, ResultWords.Flags, .. format.Explains ? new[] { ResultWords.Why } : []]
            : [EvidenceWords.Project, ResultWords.Name, ResultWords.Total, ResultWords.Grade, ResultWords.Held, ResultWords.OnEvidence, ResultWords.OnClaims, ResultWords.OnNothing, .. nodes.Select(Header), ResultWords.Flags, ResultWords.Undecided];
        BatchFormat.WriteHeader(csv, format.Language, names);
    }

    /// <param name="csv">Takes the row.</param>
    /// <param name="sheet">The scores.</param>
    /// <param name="row">Of the project in it.</param>
    /// <param name="why">Its evaluation, where that is asked for.</param>
    public void Write(CsvWriter csv, ScoreSheet sheet, int row, Evaluation? why)
    {
        if (format.IsLong)
        {
            var flags = sheet.Flags(row);
            foreach (var indicator in ruleSet.Root.Indicators)
            {
                WriteIndicator(csv, sheet, row, indicator, flags, why);
            }

            return;
        }

        var project = sheet.Projects[row];
        BatchFormat.WriteText(csv, project.Id);
        BatchFormat.WriteText(csv, project.Name ?? "");
        WritePoints(csv, sheet, row, ruleSet.Root);
        csv.WriteField(sheet.Grade(row)?.Name ?? "");
        csv.WriteField(Points(sheet.Held(ruleSet.Root, row), ruleSet.Root));
        WriteResting(csv, sheet.Resting(ruleSet.Root, row), ruleSet.Root);
        foreach (var node in nodes)
        {
            WritePoints(csv, sheet, row, node);
        }

        csv.WriteField(string.Join(' ', sheet.Flags(row)));
        csv.WriteField(string.Join(' ', sheet.UndecidedFlags(row)));
        csv.EndRecord();
    }

    private void WriteIndicator(CsvWriter csv, ScoreSheet sheet, int row, Node indicator, ImmutableArray<string> flags, Evaluation? why)
    {
        var state = sheet.State(indicator, row);
        BatchFormat.WriteText(csv, sheet.Projects[row].Id);
        BatchFormat.WriteText(csv, sheet.Projects[row].Name ?? "");
        csv.WriteField(indicator.Code);
        csv.WriteField(indicator.Name);
        csv.WriteField(Points(sheet.Maximum(indicator, row), indicator));
        csv.WriteField(state is ScoreState.Held or ScoreState.NotApplicable ? "" : Points(sheet.Published(indicator, row), indicator));
        csv.WriteField(Words.ScoreStates[state].In(format.Language));
        csv.WriteField(Points(sheet.Held(indicator, row), indicator));
        WriteResting(csv, sheet.Resting(indicator, row), indicator);
        csv.WriteField(string.Join(' ', flags.Where(f => flagsAbout[indicator.Code].Contains(f))));
        if (why?.Total.Find(indicator.Code) is { } score)
        {
            csv.WriteField(Explained(score));
        }

        csv.EndRecord();
    }

    /// <summary>Points, or the word where there are none: what is held or left out is not zero.</summary>
    private void WritePoints(CsvWriter csv, ScoreSheet sheet, int row, Node node)
    {
        var state = sheet.State(node, row);
        csv.WriteField(state is ScoreState.Held or ScoreState.NotApplicable ? Words.ScoreStates[state].In(format.Language) : Points(sheet.Published(node, row), node));
    }

    private static void WriteResting(CsvWriter csv, StandingSplit resting, Node node)
    {
        csv.WriteField(Points(resting.Evidence, node));
        csv.WriteField(Points(resting.Claim, node));
        csv.WriteField(Points(resting.Nothing, node));
    }

    private string Explained(Score score) => string.Join(
        format.Language == Language.Chinese ? "；" : "; ",
        score.Children.Select(Named).Prepend(score.Sentence(format.Language)));

    /// <summary>The sentence of a point with its code, unless it begins with that.</summary>
    private string Named(Score point) => point.Sentence(format.Language) is var said && said.StartsWith(point.Node.Code, StringComparison.Ordinal) ? said : $"{point.Node.Code} {said}";

    private static string Points(Fraction points, Node node) => points.ToFixed(node.Places);

    private static Bilingual Header(Node node) => Bilingual.Same(node.Code == node.Name ? node.Code : $"{node.Code} {node.Name}");
}
