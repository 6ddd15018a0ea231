using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>One evidence file and what it is read into.</summary>
internal sealed record EvidenceFile(CsvFile Csv, Columns Columns, RuleSet RuleSet, Drafts Drafts, Diagnostics Problems)
{
    /// <summary>The other rule set that the evidence is for: what only it knows is passed over in silence.</summary>
    public RuleSet? Beside { get; init; }

    public Place At(CsvLine line, Column? column = null) => Csv.At(line.Line, column);

    /// <summary>Reports an error in the evidence of a project, which is then not scored.</summary>
    public void Reject(ProjectDraft draft, Message message, Place place, params object[] arguments)
    {
        Problems.Report(message, place, arguments);
        draft.Errors.Add(Problems[^1]);
        draft.Rejected = true;
    }

    public RowSource SourceOf(CsvLine line, Column? source, Column? kind, ProjectDraft draft) =>
        new(At(line), TextOrNull(line, source), ClassOf(line, kind, draft));

    /// <summary>The class of a row, checked against the known ones.</summary>
    public string? ClassOf(CsvLine line, Column? kind, ProjectDraft draft)
    {
        if (TextOrNull(line, kind) is not { } text || EvidenceWords.Classes.Any(c => c.Matches(text)))
        {
            return TextOrNull(line, kind);
        }

        Reject(draft, Messages.UnknownClass, At(line, kind), text, Words.Choices(EvidenceWords.Classes));
        return null;
    }

    /// <param name="unitColumn">The column that says the unit in this row, if the field has one.</param>
    public Cell Cell(CsvLine line, FieldDefinition field, Column column, RowSource row, ProjectDraft draft, Column? unitColumn = null)
    {
        var place = At(line, column);
        var reading = ValueText.Read(Columns.Text(line, column), field.Type, TextOrNull(line, unitColumn) ?? column.Unit);
        if (reading.Problem is { } problem)
        {
            Reject(draft, problem, place, [field.Name, .. reading.Arguments]);
            return Indicators.Cell.Unreadable(place);
        }

        return Indicators.Cell.Of(reading.Value!, row.Standing, row.Source, place);
    }

    public static string? TextOrNull(CsvLine line, Column? column) => Columns.Text(line, column) is { Length: > 0 } text ? text : null;
}

/// <summary>Where a row stands and the document behind it.</summary>
internal sealed record RowSource(Place Place, string? Source, string? Class)
{
    public Standing Standing => EvidenceWords.Standing(Source, Class);
}
