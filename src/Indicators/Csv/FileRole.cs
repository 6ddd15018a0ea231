namespace Indicators.Csv;

/// <summary>What an evidence file is, by its name: when it is read, and how.</summary>
/// <param name="Order">Projects first: the other files refer to them.</param>
/// <param name="Read">Reads its rows into drafts.</param>
internal sealed record FileRole(int Order, Action<EvidenceFile> Read)
{
    public static FileRole Wide { get; } = new(0, ProjectFiles.ReadWide);

    public static FileRole Long { get; } = new(1, ProjectFiles.ReadLong);

    public static FileRole Findings { get; } = new(3, FindingsFile.Read);

    /// <summary>The table whose rows it holds; null where it is none.</summary>
    public TableDefinition? Table { get; private init; }

    /// <summary>Whether it says which projects there are; without such a file the tables do.</summary>
    public bool ListsProjects => this == Wide || this == Long;

    /// <summary>Null for a file that is not evidence of this rule set.</summary>
    public static FileRole? Of(string name, RuleSet ruleSet)
    {
        if (!IsCsv(name))
        {
            return null;
        }

        var stem = Path.GetFileNameWithoutExtension(name);
        var lower = stem + ".csv";
        return EvidenceWords.ProjectsFile.Matches(lower) ? Wide
            : EvidenceWords.DataFile.Matches(lower) ? Long
            : EvidenceWords.FindingsFile.Matches(lower) ? Findings
            : ruleSet.Schema.Table(stem) is { } table ? new FileRole(2, file => TableFile.Read(file, table)) { Table = table }
            : null;
    }

    /// <summary>The files of a folder that may be evidence; ~$ marks the lock file of an open workbook.</summary>
    public static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder)
        .Where(f => !Path.GetFileName(f).StartsWith('.') && !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal));

    public static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
}
