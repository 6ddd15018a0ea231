using System.Text;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The rows of 数据.csv: a value each, those of a project one after another.</summary>
internal sealed class QuickValues : QuickProjects
{
    private readonly bool[] seen;
    private readonly Utf8Memory<int> numbers = new();
    private readonly int name;
    private readonly int value;
    private readonly int source;
    private readonly int kind;

    public QuickValues(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        var column = Headers.Require(EvidenceWords.Value);
        var schema = program.RuleSet.Schema.Fields;
        Fields = [.. schema.Select(f => new QuickField(f, column, program, into))];
        seen = new bool[Fields.Length];
        Headers.Require(EvidenceWords.Project);
        (name, value) = (At(Headers.Require(EvidenceWords.Field)), At(column));
        (source, kind) = (At(Headers.Free(EvidenceWords.Source)), At(Headers.Free(EvidenceWords.Class)));
        foreach (var called in schema.SelectMany(f => f.Aliases.Prepend(f.Name)).Distinct())
        {
            numbers.Keep(Encoding.UTF8.GetBytes(called), schema.IndexOf(program.RuleSet.Schema.FieldCalled(called)!));
        }
    }

    public override QuickField[] Fields { get; }

    public override bool IsRowEach => false;

    public override void Begin(int row) => Array.Clear(seen);

    public override bool Take(int row)
    {
        if (!IsPlain || !Cell(name, out var called) || !numbers.TryGet(called, out var number) || seen[number]
            || !Cell(value, out var cell) || !Rests(source, kind, out var rests))
        {
            return false;
        }

        seen[number] = true;
        return Fields[number].Take(cell, row, rests);
    }

    /// <summary>Fields that no row names are blank.</summary>
    public override bool End(int row)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            if (!seen[i] && !Fields[i].Take(default, row, LeafLifter.Unnamed))
            {
                return false;
            }
        }

        return true;
    }
}
