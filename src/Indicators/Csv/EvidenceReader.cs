using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>
/// Reads the evidence of projects from a folder of CSV files, or from one wide CSV. All problems are collected in one
/// pass; a project with an error is rejected, and the others are kept.
/// </summary>
public sealed class EvidenceReader
{
    private readonly RuleSet ruleSet;
    private readonly Diagnostics problems = [];
    private readonly List<ProjectDraft> drafts = [];

    private EvidenceReader(RuleSet ruleSet) => this.ruleSet = ruleSet;

    public static EvidenceSet Read(string path, RuleSet ruleSet)
    {
        var reader = new EvidenceReader(ruleSet);
        if (Directory.Exists(path))
        {
            reader.ReadFolder(path);
        }
        else if (File.Exists(path))
        {
            reader.ReadFile(path, reader.Wide);
        }
        else
        {
            reader.problems.Report(Messages.NoSuchEvidence, new Place(path), path);
        }

        return reader.Finish(path);
    }

    private void ReadFolder(string folder)
    {
        // Projects first: the other files refer to them.
        var files = Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.'))
            .Select(f => (Path: f, Read: ReaderOf(Path.GetFileName(f))))
            .OrderBy(f => f.Read.Order).ThenBy(f => f.Path, StringComparer.Ordinal).ToList();
        foreach (var (path, (_, read)) in files)
        {
            if (read is null)
            {
                problems.Report(Messages.UnusedFile, new Place(path), Path.GetFileName(path));
            }
            else
            {
                ReadFile(path, read);
            }
        }
    }

    private (int Order, Action<CsvFile, Columns>? Read) ReaderOf(string name)
    {
        if (EvidenceWords.ProjectsFile.Matches(name))
        {
            return (0, Wide);
        }

        if (EvidenceWords.DataFile.Matches(name))
        {
            return (1, Long);
        }

        if (EvidenceWords.FindingsFile.Matches(name))
        {
            return (3, Findings);
        }

        return Path.GetExtension(name) == ".csv" && ruleSet.Schema.Table(Path.GetFileNameWithoutExtension(name)) is { } table
            ? (2, (file, columns) => Table(table, file, columns))
            : (4, null);
    }

    private void ReadFile(string path, Action<CsvFile, Columns> read)
    {
        if (CsvFile.Read(path, problems) is { } file)
        {
            var columns = new Columns(file, problems);
            read(file, columns);
            columns.ReportUnused(problems);
        }
    }

    private void Wide(CsvFile file, Columns columns)
    {
        var id = columns.Require(EvidenceWords.Project, problems);
        var name = columns.Find("名称", "项目名称", "name");
        var source = columns.Find(EvidenceWords.Source.Zh, EvidenceWords.Source.En);
        var kind = columns.Find(EvidenceWords.Class.Zh, EvidenceWords.Class.En);
        var fields = ruleSet.Schema.Fields.Select(f => (Field: f, Column: columns.Find(f.Aliases.Prepend(f.Name)))).Where(f => f.Column is not null).ToList();
        if (id is null)
        {
            return;
        }

        foreach (var line in file.Lines)
        {
            if (Start(file, line, id) is not { } draft)
            {
                continue;
            }

            draft.Name = Columns.Text(line, name) is { Length: > 0 } text ? text : null;
            var row = new RowSource(file.Path, line, Columns.Text(line, source), Class(file, line, kind, draft));
            foreach (var (field, column) in fields)
            {
                draft.Fields[field.Name] = ReadCell(row, field, column!, draft);
            }
        }
    }

    /// <summary>A new project for a row of 项目.csv; the same project twice is nobody's evidence.</summary>
    private ProjectDraft? Start(CsvFile file, CsvLine line, Column id)
    {
        var place = new Place(file.Path, line.Line, id.Index + 1);
        var key = Columns.Text(line, id);
        if (key.Length == 0)
        {
            problems.Report(Messages.ProjectIdMissing, place);
            return null;
        }

        if (drafts.Find(d => d.Id == key) is { } twin)
        {
            problems.Report(Messages.DuplicateProject, place, key, twin.Place.Line);
            twin.Rejected = true;
            return null;
        }

        var draft = new ProjectDraft(key, place);
        drafts.Add(draft);
        return draft;
    }

    private void Long(CsvFile file, Columns columns)
    {
        var id = columns.Require(EvidenceWords.Project, problems);
        var name = columns.Require(EvidenceWords.Field, problems);
        var value = columns.Require(EvidenceWords.Value, problems);
        var source = columns.Find(EvidenceWords.Source.Zh, EvidenceWords.Source.En);
        var kind = columns.Find(EvidenceWords.Class.Zh, EvidenceWords.Class.En);
        if (id is null || name is null || value is null)
        {
            // Whatever this file held is lost to its projects: none of them can be trusted.
            drafts.ForEach(d => d.Rejected = true);
            return;
        }

        // Without a projects file the long file says which projects there are.
        var known = drafts.Count > 0;
        foreach (var line in file.Lines)
        {
            var draft = known ? Find(file, line, id) : FindOrStart(file, line, id);
            if (draft is null)
            {
                continue;
            }

            var written = Columns.Text(line, name);
            var place = new Place(file.Path, line.Line, name.Index + 1);
            if (ruleSet.Schema.Fields.FirstOrDefault(f => f.Name == written || f.Aliases.Contains(written)) is not { } field)
            {
                problems.Report(Messages.UnknownField, place, written, DidYouMean.Hint(written, ruleSet.Schema.Fields.Select(f => f.Name)));
                draft.Rejected = true;
                continue;
            }

            var row = new RowSource(file.Path, line, Columns.Text(line, source), Class(file, line, kind, draft));
            if (draft.Fields.TryGetValue(field.Name, out var first) && first.Value is not Value.Missing { State: MissingState.Blank })
            {
                problems.Report(Messages.DuplicateValue, place, draft.Id, field.Name, first.Place.ToString());
                draft.Rejected = true;
            }
            else
            {
                draft.Fields[field.Name] = ReadCell(row, field, value, draft);
            }
        }
    }

    private void Table(TableDefinition table, CsvFile file, Columns columns)
    {
        var id = columns.Require(EvidenceWords.Project, problems);
        var source = columns.Find(EvidenceWords.Source.Zh, EvidenceWords.Source.En);
        var kind = columns.Find(EvidenceWords.Class.Zh, EvidenceWords.Class.En);
        var cells = table.Columns.Select(c => (Field: c, Column: columns.Find(c.Aliases.Prepend(c.Name)))).ToList();
        foreach (var (field, _) in cells.Where(c => c.Column is null && (c.Field.Required || table.Key.Contains(c.Field.Name))))
        {
            problems.Report(Messages.MissingColumn, new Place(file.Path, 1), field.Name, string.Join("、", file.Headers));
            drafts.ForEach(d => d.Rejected = true);
        }

        if (id is null)
        {
            drafts.ForEach(d => d.Rejected = true);
            return;
        }

        foreach (var line in file.Lines)
        {
            if (Find(file, line, id) is not { } draft)
            {
                continue;
            }

            var row = new RowSource(file.Path, line, Columns.Text(line, source), Class(file, line, kind, draft));
            var values = cells.Where(c => c.Column is not null)
                .ToImmutableDictionary(c => c.Field.Name, c => ReadCell(row, c.Field, c.Column!, draft));
            var key = string.Join(" / ", table.Key.Select(k => values.TryGetValue(k, out var cell) ? cell.Value.ToString() : ""));
            if (!table.Key.IsEmpty && !draft.Keys.TryAdd((table.Name, key), row.Place))
            {
                problems.Report(Messages.DuplicateRow, row.Place, draft.Id, key, draft.Keys[(table.Name, key)].Line);
                draft.Rejected = true;
            }

            draft.Add(table.Name, new Row(values, row.Standing, row.SourceOrNull, row.Place));
        }
    }

    private void Findings(CsvFile file, Columns columns) =>
        FindingsReader.Read(file, columns, problems, line => columns.Find(EvidenceWords.Project.Zh, EvidenceWords.Project.En) is { } id ? Find(file, line, id) : null);

    private ProjectDraft? Find(CsvFile file, CsvLine line, Column id)
    {
        var key = Columns.Text(line, id);
        var found = drafts.Find(d => d.Id == key);
        if (found is null)
        {
            problems.Report(Messages.UnknownProject, new Place(file.Path, line.Line, id.Index + 1), key, DidYouMean.Hint(key, drafts.Select(d => d.Id)));
        }

        return found;
    }

    private ProjectDraft? FindOrStart(CsvFile file, CsvLine line, Column id) =>
        drafts.Find(d => d.Id == Columns.Text(line, id)) ?? Start(file, line, id);

    private string? Class(CsvFile file, CsvLine line, Column? column, ProjectDraft draft) =>
        FindingsReader.Class(file, line, column, draft, problems);

    private Cell ReadCell(RowSource row, FieldDefinition field, Column column, ProjectDraft draft)
    {
        var place = row.Place with { Column = column.Index + 1 };
        var reading = ValueText.Read(Columns.Text(row.Line, column), field.Type, column.Unit);
        if (reading.Problem is { } problem)
        {
            problems.Report(problem, place, [field.Name, .. reading.Arguments]);
            draft.Rejected = true;
            // Stands in for the unreadable value, so that it is not reported as missing as well.
            return new Cell(new Value.Missing(MissingState.Withheld), Standing.Nothing, null, place);
        }

        return new Cell(reading.Value!, reading.Value is Value.Missing ? Standing.Nothing : row.Standing, row.SourceOrNull, place);
    }

    private EvidenceSet Finish(string path)
    {
        if (drafts.Count == 0 && !problems.HasErrors)
        {
            problems.Report(Messages.NoProject, new Place(path));
        }

        var sound = ImmutableArray.CreateBuilder<Project>();
        foreach (var draft in drafts)
        {
            var project = draft.ToProject();
            var found = new Diagnostics();
            EvidenceCheck.Check(project, ruleSet, found);
            problems.AddRange(found);
            draft.Rejected |= found.HasErrors;
            if (!draft.Rejected)
            {
                sound.Add(project);
            }
        }

        return new EvidenceSet(sound.ToImmutable(), [.. drafts.Where(d => d.Rejected).Select(d => d.Id)], problems);
    }
}
