using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>The columns of 项目.csv.</summary>
/// <param name="Id">Null after reporting that it is missing.</param>
internal sealed record WideColumns(Column? Id, Column? Name, IReadOnlyList<(FieldDefinition Field, Column? Column)> Fields, Column? Source, Column? Class)
{
    public static WideColumns Of(Columns columns, EvidenceSchema schema)
    {
        var id = columns.Require(EvidenceWords.Project);
        var name = columns.Find(EvidenceWords.Name.Zh, "项目名称", EvidenceWords.Name.En);
        var fields = schema.Fields.Select(f => (f, columns.Find(f.Aliases.Prepend(f.Name)))).Where(f => f.Item2 is not null).ToList();
        return new(id, name, fields, columns.Free(EvidenceWords.Source), columns.Free(EvidenceWords.Class));
    }
}

/// <summary>项目.csv, one row a project, and 数据.csv, one row a value.</summary>
internal static class ProjectFiles
{
    public static void ReadWide(EvidenceFile file)
    {
        var (id, name, fields, source, kind) = WideColumns.Of(file.Columns, file.RuleSet.Schema);
        if (id is null)
        {
            return;
        }

        foreach (var line in file.Csv.Lines)
        {
            if (file.Drafts.Start(file.Csv, line, id) is not { } draft)
            {
                continue;
            }

            draft.Name = EvidenceFile.TextOrNull(line, name);
            var row = file.SourceOf(line, source, kind, draft);
            foreach (var (field, column) in fields)
            {
                draft.Fields[field.Name] = file.Cell(line, field, column!, row, draft);
            }
        }
    }

    public static void ReadLong(EvidenceFile file)
    {
        var columns = file.Columns;
        var (id, name, value) = (columns.Require(EvidenceWords.Project), columns.Require(EvidenceWords.Field), columns.Require(EvidenceWords.Value));
        var (source, kind) = (columns.Free(EvidenceWords.Source), columns.Free(EvidenceWords.Class));
        if (id is null || name is null || value is null)
        {
            return;
        }

        // Without a projects file the long file says which projects there are.
        var listed = file.Drafts.Listed;
        var fields = file.RuleSet.Schema.Fields;
        foreach (var line in file.Csv.Lines)
        {
            var draft = listed ? file.Drafts.Find(file.Csv, line, id) : file.Drafts.FindOrStart(file.Csv, line, id);
            if (draft is null)
            {
                continue;
            }

            var written = Columns.Text(line, name);
            var row = file.SourceOf(line, source, kind, draft);
            if (file.RuleSet.Schema.FieldCalled(written) is not { } field)
            {
                if (file.Beside?.Schema.FieldCalled(written) is not null)
                {
                    continue;
                }

                file.Reject(draft, Messages.UnknownField, file.At(line, name), written, DidYouMean.Hint(written, fields.SelectMany(f => f.Aliases.Prepend(f.Name))));
                continue;
            }

            var cell = file.Cell(line, field, value, row, draft);
            if (!draft.Fields.TryGetValue(field.Name, out var first) || IsBlank(first))
            {
                draft.Fields[field.Name] = cell;
            }
            else if (!IsBlank(cell))
            {
                file.Reject(draft, Messages.DuplicateValue, file.At(line, name), draft.Id, field.Name, first.Place.ToString());
            }
        }
    }

    private static bool IsBlank(Cell cell) => cell.Value is Value.Missing { State: MissingState.Blank };
}
