using Indicators.Compiled;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>
/// Scores messages whose projects have nothing but plain fields, from the message into the columns of the program and back
/// into a message. Of one thread at a time; whatever is out of the ordinary is left to be scored as a project.
/// </summary>
internal sealed class MessageScorer
{
    private readonly FieldScorer scorer;
    private readonly string[] codes;
    private readonly string[] grades;
    private readonly string[] flags;
    private readonly int[] rows = new int[FieldScorer.Rows];

    private MessageScorer(FieldScorer scorer, RuleSet ruleSet)
    {
        this.scorer = scorer;
        codes = [.. scorer.Reader.Nodes.Select(n => n.Code)];
        grades = [.. ruleSet.Grades.Grades.Select(g => g.Name)];
        flags = [.. ruleSet.Flags.Select(f => f.Code)];
    }

    /// <summary>Null where the rules need more than fields.</summary>
    public static MessageScorer? Of(CompiledExecutor executor, RuleSet ruleSet) =>
        FieldScorer.Of(executor, ruleSet) is { } scorer ? new MessageScorer(scorer, ruleSet) : null;

    /// <summary>Scores what it can of some projects.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="scores">As many, null at first: takes the scores.</param>
    public void Score(IReadOnlyList<V1.Project> projects, ProjectScores?[] scores)
    {
        var count = 0;
        for (var i = 0; i < projects.Count; i++)
        {
            if (Put(projects[i], count))
            {
                rows[count++] = i;
            }

            if (count == FieldScorer.Rows || (i == projects.Count - 1 && count > 0))
            {
                scorer.Run(count);
                for (var row = 0; row < count; row++)
                {
                    scores[rows[row]] = scorer.IsScored(row) ? Read(projects[rows[row]].Id, row) : null;
                }

                count = 0;
            }
        }
    }

    private bool Put(V1.Project project, int row)
    {
        scorer.Begin();
        var isPlain = project.Tables.Count == 0 && project.Findings.Count == 0 && !string.IsNullOrWhiteSpace(project.Id);
        for (var i = 0; i < project.Fields.Count && isPlain; i++)
        {
            isPlain = Put(project.Fields[i], row);
        }

        scorer.End(row, isPlain);
        return isPlain;
    }

    private bool Put(Field field, int row)
    {
        // Of the classes only the last two say something else than the document does.
        if (field.EvidenceClass is < 0 or > V1.EvidenceClass.Interview)
        {
            return false;
        }

        var rests = field.Source.Length > 0 ? Indicators.Standing.Evidence : Indicators.Standing.Claim;
        return field.Value?.KindCase switch
        {
            V1.Value.KindOneofCase.Number => scorer.PutNumber(row, field.Name, field.Value.Number, field.Value.Unit, rests),
            V1.Value.KindOneofCase.YesNo => scorer.PutYesNo(row, field.Name, field.Value.YesNo, rests),
            V1.Value.KindOneofCase.Missing when field.Value.Missing is > V1.MissingState.Unspecified and <= V1.MissingState.Withheld =>
                scorer.PutMissing(row, field.Name, (Indicators.MissingState)(field.Value.Missing - 1)),
            _ => false,
        };
    }

    private ProjectScores Read(string id, int row)
    {
        var (reader, sheet) = (scorer.Reader, scorer.Sheet);
        var root = reader.Nodes[0];
        var isAllScored = reader.IsAllScored(sheet, row);
        var (held, evidence, claim, nothing) = reader.Total(sheet, row);
        var scores = new ProjectScores
        {
            ProjectId = id,
            Grade = reader.Grade(sheet, row) is >= 0 and var grade ? grades[grade] : "",
            Held = PointsText.Of(held, root.Places),
            OnEvidence = PointsText.Of(evidence, root.Places),
            OnClaims = PointsText.Of(claim, root.Places),
            OnNothing = PointsText.Of(nothing, root.Places),
        };
        scores.Nodes.Capacity = codes.Length - 1;
        for (var node = 0; node < codes.Length; node++)
        {
            var state = isAllScored ? Indicators.ScoreState.Scored : reader.State(sheet, row, node);
            var shown = state is Indicators.ScoreState.Held or Indicators.ScoreState.NotApplicable ? "" : PointsText.Of(reader.Points(sheet, row, node), reader.Nodes[node].Places);
            if (node == 0)
            {
                (scores.Total, scores.State) = (shown, (V1.ScoreState)((int)state + 1));
            }
            else
            {
                scores.Nodes.Add(new NodeScore { Code = codes[node], Published = shown, State = (V1.ScoreState)((int)state + 1) });
            }
        }

        for (var flag = 0; flag < flags.Length; flag++)
        {
            var isRaised = reader.Flag(sheet, row, flag);
            if (isRaised != false)
            {
                (isRaised == true ? scores.Flags : scores.UndecidedFlags).Add(flags[flag]);
            }
        }

        return scores;
    }
}
