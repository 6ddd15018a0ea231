namespace Indicators.Csv;

/// <summary>The projects found so far, in order of first appearance.</summary>
internal sealed class Drafts(Diagnostics problems)
{
    private readonly List<ProjectDraft> all = [];
    private readonly Dictionary<string, ProjectDraft> byId = [];
    private readonly HashSet<(string File, string Id)> unknown = [];

    public IReadOnlyList<ProjectDraft> All => all;

    /// <summary>A file could not be read: whatever it held is lost to every project, so none can be scored.</summary>
    public bool FileLost { get; set; }

    /// <summary>Rows that belong to no project that is known: whoever lacks them looks finished.</summary>
    public int LostRows { get; private set; }

    /// <summary>Whether a file other than tables says which projects there are.</summary>
    public bool Listed { get; set; }

    /// <summary>The project of a row; null after reporting that it is not known, or if the row is damaged.</summary>
    public ProjectDraft? Find(CsvFile file, CsvLine line, Column id)
    {
        var key = Columns.Text(line, id);
        if (byId.TryGetValue(key, out var draft))
        {
            draft.Rejected |= line.Damaged;
            return line.Damaged ? null : draft;
        }

        LostRows++;
        // Without its projects file every project is unknown; that is reported once, for the file. So is one with many rows.
        if (!line.Damaged && !FileLost && (key.Length == 0 || unknown.Add((file.Path, key))))
        {
            problems.Report(
                key.Length == 0 ? Messages.ProjectIdMissing : Messages.UnknownProject,
                file.At(line.Line, id), key, DidYouMean.Hint(key, byId.Keys));
        }

        return null;
    }

    public ProjectDraft? FindOrStart(CsvFile file, CsvLine line, Column id) =>
        byId.ContainsKey(Columns.Text(line, id)) ? Find(file, line, id) : Start(file, line, id);

    /// <summary>A new project; the same project twice is nobody's evidence, but its row is still read for problems.</summary>
    public ProjectDraft? Start(CsvFile file, CsvLine line, Column id)
    {
        var place = file.At(line.Line, id);
        var key = Columns.Text(line, id);
        if (key.Length == 0)
        {
            if (!line.Damaged)
            {
                problems.Report(Messages.ProjectIdMissing, place);
            }

            return null;
        }

        var draft = new ProjectDraft(key, place) { Rejected = line.Damaged, Unread = line.Damaged };
        if (byId.TryAdd(key, draft))
        {
            all.Add(draft);
        }
        else
        {
            problems.Report(Messages.DuplicateProject, place, key, byId[key].Place.Line);
            byId[key].Rejected = true;
        }

        return line.Damaged ? null : draft;
    }
}
