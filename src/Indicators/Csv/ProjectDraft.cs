using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>A project while its files are read.</summary>
internal sealed class ProjectDraft(string id, Place place)
{
    private readonly Dictionary<string, List<Row>> tables = [];

    public string Id => id;

    public Place Place => place;

    public string? Name { get; set; }

    public bool Rejected { get; set; }

    /// <summary>The errors in its evidence that were found while it was read.</summary>
    public List<Diagnostic> Errors { get; } = [];

    /// <summary>Its own row could not be read, so nothing can be said about what it lacks.</summary>
    public bool Unread { get; init; }

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

    public Project ToProject(RuleSet ruleSet)
    {
        foreach (var field in ruleSet.Schema.Fields.Where(f => f.Required))
        {
            // A required field that no file has is reported at the project's first row.
            Fields.TryAdd(field.Name, new Cell(Value.Null, Standing.Nothing, null, place));
        }

        return new Project
        {
            Id = id,
            Name = Name,
            Fields = Fields.ToImmutableDictionary(),
            Tables = tables.ToImmutableDictionary(t => t.Key, t => t.Value.ToImmutableArray()),
            Findings = [.. Findings],
        };
    }
}
