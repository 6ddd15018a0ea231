using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The rows of 项目.csv: a project each.</summary>
internal sealed class QuickRows : QuickEvidence
{
    private readonly QuickField[] fields;
    private readonly int id;
    private readonly int name;
    private readonly int source;
    private readonly int kind;
    private readonly QuickTexts own = new();

    public QuickRows(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        var columns = WideColumns.Of(Headers, program.RuleSet.Schema);
        var found = columns.Fields.ToDictionary(f => f.Field.Name, f => f.Column);
        fields = [.. program.RuleSet.Schema.Fields.Select(f => new QuickField(f, found.GetValueOrDefault(f.Name), program, into))];
        (id, name, source, kind) = (columns.Id!.Index, At(columns.Name), At(columns.Source), At(columns.Class));
    }

    public override bool IsRowEach => true;

    public override void Start()
    {
    }

    public override bool? Begins(CsvReader reader) => true;

    public override void Begin(CsvReader reader)
    {
    }

    public override bool Take(CsvReader reader, int row)
    {
        if (!IsPlain(reader) || !Cell(reader, id, out var idCell) || idCell.IsEmpty || !Cell(reader, name, out var nameCell)
            || !Cell(reader, source, out var sourceCell) || !Cell(reader, kind, out var kindCell) || !kindCell.IsEmpty)
        {
            return false;
        }

        var rests = Resting(sourceCell);
        foreach (var field in fields)
        {
            if (!Cell(reader, field.Column, out var cell) || !field.Take(cell, row, rests))
            {
                return false;
            }
        }

        own.Clear();
        own.Add(idCell, nameCell);
        return true;
    }

    public override bool End(int row, QuickTexts texts)
    {
        texts.Add(own.Id(0), own.Name(0));
        return true;
    }
}
