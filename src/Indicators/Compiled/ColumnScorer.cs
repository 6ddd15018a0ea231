namespace Indicators.Compiled;

/// <summary>
/// Scores projects that come as columns of whole numbers, without an object for each. Of one thread at a time; the numbers
/// are those of <see cref="CompiledExecutor"/>.
/// </summary>
public sealed class ColumnScorer
{
    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly (ScaledField Field, FieldColumns Into, FigureUnit? Unit)[] fields;
    private readonly ScoreReader reader;
    private readonly ScoreSheet sheet;

    private ColumnScorer(CompiledProgram program, EvidenceColumns columns, ScoreReader reader, IReadOnlyList<ScaledField> fields)
    {
        (this.columns, this.reader, scratch) = (columns, reader, program.Scratch());
        this.fields = [.. fields.Select(f => (f, new FieldColumns(f.Definition, program, columns), f.Figure))];
        sheet = new ScoreSheet(program.RuleSet, program, [.. Enumerable.Repeat(new Project { Id = "" }, LaneProgram.Block)]);
    }

    /// <summary>Null where the rules need more than these fields, which then are scored as projects.</summary>
    /// <param name="executor">Scores them.</param>
    /// <param name="ruleSet">Its rules.</param>
    /// <param name="fields">The columns; each known.</param>
    public static ColumnScorer? Of(CompiledExecutor executor, RuleSet ruleSet, IReadOnlyList<ScaledField> fields)
    {
        if (executor.Program is not { } program || ScoreReader.Of(program) is not { } reader)
        {
            return null;
        }

        var columns = new EvidenceColumns(program, LaneProgram.Block);
        var others = ruleSet.Schema.Fields.Except(fields.Select(f => f.Definition)).ToList();
        return columns.TakeBare() && others.TrueForAll(f => !f.Required && TakesBlank(new FieldColumns(f, program, columns))) && fields.All(f => new FieldColumns(f.Definition, program, columns).Range.Takes)
            ? new ColumnScorer(program, columns, reader, fields) : null;
    }

    /// <summary>Scores projects.</summary>
    /// <param name="evidence">Their values; each column as long as there are projects.</param>
    /// <param name="scores">Takes the scores, and has room for all.</param>
    /// <param name="left">Takes the numbers of projects that must be scored in another way, or refused.</param>
    public void Score(in ScaledColumns evidence, ScoreColumns scores, List<int> left)
    {
        Span<bool> taken = stackalloc bool[LaneProgram.Block];
        for (var from = 0; from < evidence.Count; from += LaneProgram.Block)
        {
            var rows = Math.Min(LaneProgram.Block, evidence.Count - from);
            taken.Fill(true);
            columns.Begin(rows);
            for (var field = 0; field < fields.Length; field++)
            {
                Put(field, evidence, from, rows, taken);
            }

            columns.Sort(rows);
            columns.Run(0, sheet, 0, rows, scratch);
            for (var row = 0; row < rows; row++)
            {
                taken[row] &= !columns.IsAway(row);
                if (!taken[row])
                {
                    left.Add(from + row);
                }
            }

            Read(scores, from, rows, taken);
        }
    }

    private static bool TakesBlank(FieldColumns into) =>
        Enumerable.Range(0, LaneProgram.Block).All(row => into.Put(row, 0, Lifted.Rank(MissingState.Blank), LeafLifter.Unnamed));

    private void Put(int field, in ScaledColumns evidence, int from, int rows, Span<bool> taken)
    {
        var (scaled, into, unit) = fields[field];
        var values = evidence.Values[field];
        var present = evidence.Present[field].Span;
        var documented = evidence.Documented.Span;
        for (var row = 0; row < rows; row++)
        {
            var at = from + row;
            if (!present.IsEmpty && !ScoreColumns.Bit(present, at))
            {
                taken[row] &= !scaled.Definition.Required & into.Put(row, 0, Lifted.Rank(MissingState.Blank), LeafLifter.Unnamed);
                continue;
            }

            var rests = !documented.IsEmpty && ScoreColumns.Bit(documented, at) ? Standing.Evidence : Standing.Claim;
            taken[row] &= Figure(values[at], scaled.Decimals, unit, into, out var figure) & into.Put(row, figure, 0, (int)rests);
        }
    }

    private static bool Figure(long value, int decimals, FigureUnit? unit, FieldColumns into, out double figure)
    {
        if (unit is null)
        {
            figure = value == 1 ? Emitter.AllBits : 0;
            return value is 0 or 1;
        }

        var isSound = unit.Scale(value, decimals, out var units) && into.Range.Contains(units);
        figure = units;
        return isSound;
    }

    private void Read(ScoreColumns scores, int from, int rows, ReadOnlySpan<bool> taken)
    {
        for (var row = 0; row < rows; row++)
        {
            if (taken[row])
            {
                Read(scores, from + row, row);
            }
        }
    }

    private void Read(ScoreColumns scores, int at, int row)
    {
        var isAllScored = reader.IsAllScored(sheet, row);
        for (var node = 0; node < scores.Points.Length; node++)
        {
            if (isAllScored || reader.State(sheet, row, node) is ScoreState.Scored or ScoreState.Missing)
            {
                scores.Points[node][at] = reader.Points(sheet, row, node);
                ScoreColumns.Set(scores.Present[node], at);
            }
        }

        scores.Grades[at] = reader.Grade(sheet, row) + 1;
        for (var flag = 0; flag < scores.Raised.Length; flag++)
        {
            var state = reader.Flag(sheet, row, flag);
            if (state != false)
            {
                ScoreColumns.Set(state == true ? scores.Raised[flag] : scores.Undecided[flag], at);
            }
        }
    }
}
