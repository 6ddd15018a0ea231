using System.Collections.Immutable;

namespace Indicators.Csv;

/// <summary>A project while its files are read.</summary>
internal sealed class ProjectDraft(string id, Place place)
{
    private readonly Dictionary<string, List<Row>> tables = [];

    public string Id => id;

    public Place Place => place;

    public string? Name { get; set; }

    public bool Rejected { get; set; }

    public Dictionary<string, Cell> Fields { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>The key of each table row and where it stands.</summary>
    public Dictionary<(string Table, string Key), Place> Keys { get; } = [];

    public void Add(string table, Row row)
    {
        if (!tables.TryGetValue(table, out var rows))
        {
            tables[table] = rows = [];
        }

        rows.Add(row);
    }

    public Project ToProject() => new()
    {
        Id = id,
        Name = Name,
        Fields = Fields.ToImmutableDictionary(),
        Tables = tables.ToImmutableDictionary(t => t.Key, t => t.Value.ToImmutableArray()),
        Findings = [.. Findings],
    };
}

/// <summary>A row with the document behind it.</summary>
internal sealed record RowSource(string Path, CsvLine Line, string Source, string? Class)
{
    public Place Place => new(Path, Line.Line);

    public string? SourceOrNull => Source.Length > 0 ? Source : null;

    public Standing Standing => EvidenceWords.Standing(Source, Class);
}
