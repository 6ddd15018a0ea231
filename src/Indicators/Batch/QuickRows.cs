using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The rows of 项目.csv: a project each.</summary>
internal sealed class QuickRows : QuickProjects
{
    private readonly int name;
    private readonly int source;
    private readonly int kind;

    public QuickRows(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        var columns = WideColumns.Of(Headers, program.RuleSet.Schema);
        var found = columns.Fields.ToDictionary(f => f.Field.Name, f => f.Column);
        Fields = [.. program.RuleSet.Schema.Fields.Select(f => new QuickField(f, found.GetValueOrDefault(f.Name), program, into))];
        (name, source, kind) = (At(columns.Name), At(columns.Source), At(columns.Class));
    }

    public override QuickField[] Fields { get; }

    public override bool IsRowEach => true;

    public override void Begin(int row)
    {
    }

    public override bool Take(int row)
    {
        if (!IsPlain || !Cell(name, out var called) || !Rests(source, kind, out var rests))
        {
            return false;
        }

        SetName(called);
        foreach (var field in Fields)
        {
            if (!Cell(field.Column, out var cell) || !field.Take(cell, row, rests))
            {
                return false;
            }
        }

        return true;
    }

    public override bool End(int row) => true;
}
