using System.Text;

namespace Indicators.Compiled;

/// <summary>
/// Scores projects that have nothing but fields, put in one by one without an object for each. Of one thread at a time; the
/// numbers are those of <see cref="CompiledExecutor"/>. What it does not take is to be scored as a project.
/// </summary>
public sealed class FieldScorer
{
    /// <summary>How many projects it scores at a time.</summary>
    public const int Rows = LaneProgram.Block;

    private static readonly int Blank = Lifted.Rank(MissingState.Blank);

    private readonly EvidenceColumns columns;
    private readonly double[][] scratch;
    private readonly (FieldDefinition Definition, FieldColumns Into, Dictionary<string, FigureUnit> Units)[] fields;
    private readonly Dictionary<string, int> numbers = [];
    private readonly bool[] seen;
    private readonly bool[] taken = new bool[Rows];

    private FieldScorer(RuleSet ruleSet, CompiledProgram program, EvidenceColumns columns, ScoreReader reader)
    {
        (this.columns, scratch, Reader) = (columns, program.Scratch(), reader);
        fields = [.. ruleSet.Schema.Fields.Select(f => (f, new FieldColumns(f, program, columns), f.Type.IsFigure ? FigureUnit.Of(f.Type, null).ToDictionary(u => Encoding.UTF8.GetString(u.Written)) : []))];
        seen = new bool[fields.Length];
        foreach (var (number, field) in ruleSet.Schema.Fields.Index())
        {
            foreach (var name in field.Aliases.Prepend(field.Name))
            {
                numbers.TryAdd(name, number);
            }
        }

        Sheet = new ScoreSheet(ruleSet, program, [.. Enumerable.Repeat(new Project { Id = "" }, Rows)]);
    }

    /// <summary>The scores, after <see cref="Run"/>.</summary>
    public ScoreSheet Sheet { get; }

    /// <summary>Reads them.</summary>
    public ScoreReader Reader { get; }

    /// <summary>Null where the rules need more than fields.</summary>
    public static FieldScorer? Of(CompiledExecutor executor, RuleSet ruleSet)
    {
        if (executor.Program is not { } program || ScoreReader.Of(program) is not { } reader)
        {
            return null;
        }

        var columns = new EvidenceColumns(program, Rows);
        return columns.TakeBare() ? new FieldScorer(ruleSet, program, columns, reader) : null;
    }

    /// <summary>Begins a project.</summary>
    public void Begin() => Array.Clear(seen);

    /// <summary>Puts digits with an optional sign and point; false where they are to be read in another way.</summary>
    public bool PutNumber(int row, string field, string number, string unit, Standing rests) =>
        Take(field) is { } at && at.Definition.Type.IsFigure && at.Into.Range.Takes && at.Units.TryGetValue(unit, out var own)
            && own.Read(number, out var units) && at.Into.Range.Contains(units) && at.Into.Put(row, units, 0, (int)rests);

    /// <summary>Puts a yes or no.</summary>
    public bool PutYesNo(int row, string field, bool value, Standing rests) =>
        Take(field) is { Definition.Type.Kind: FieldKind.YesNo, Into: { Range.Takes: true } into } && into.Put(row, value ? Emitter.AllBits : 0, 0, (int)rests);

    /// <summary>Puts that there is nothing, and in which way.</summary>
    public bool PutMissing(int row, string field, MissingState state) =>
        Take(field) is { } at && !(at.Definition.Required && state == MissingState.Blank) && at.Into.Put(row, 0, Lifted.Rank(state), LeafLifter.Unnamed);

    /// <summary>Ends a project: fields that were not put are blank.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="isPlain">Whether all of it was taken.</param>
    public void End(int row, bool isPlain)
    {
        for (var i = 0; i < fields.Length && isPlain; i++)
        {
            isPlain = seen[i] || (!fields[i].Definition.Required && fields[i].Into.Put(row, 0, Blank, LeafLifter.Unnamed));
        }

        taken[row] = isPlain;
    }

    /// <summary>Scores the rows that were put, from the first on.</summary>
    public void Run(int rows)
    {
        columns.Begin(rows);
        columns.Sort(rows);
        columns.Run(0, Sheet, 0, rows, scratch);
    }

    /// <summary>Whether a row has scores; of any other nothing is known.</summary>
    public bool IsScored(int row) => taken[row] && !columns.IsAway(row);

    /// <summary>Null where there is no such field, or it has been put.</summary>
    private (FieldDefinition Definition, FieldColumns Into, Dictionary<string, FigureUnit> Units)? Take(string field)
    {
        if (!numbers.TryGetValue(field, out var at) || seen[at])
        {
            return null;
        }

        seen[at] = true;
        return fields[at];
    }
}
