using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The projects of a block, checked: those that can be scored, and what is wrong with the others.</summary>
internal sealed class BlockEvidence
{
    private readonly Dictionary<string, CsvFile> files = [];
    private readonly Dictionary<string, int> idColumns = [];

    private BlockEvidence()
    {
    }

    /// <summary>In their order.</summary>
    public List<Project> Sound { get; } = [];

    /// <summary>The line on which each of them first appears.</summary>
    public List<long> Lines { get; } = [];

    public List<Rejection> Rejections { get; } = [];

    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>Projects that are not scored.</summary>
    public int Rejected { get; private set; }

    /// <summary>Rows of the projects file that name no project.</summary>
    public int Nameless { get; private set; }

    /// <summary>Other rows that could be given to no project.</summary>
    public int LostRows { get; private set; }

    /// <summary>Of all rows of a block.</summary>
    public static BlockEvidence Of(Block block, IReadOnlyList<BatchFile> files, RuleSet ruleSet) => Of(i => block.Rows(i).Parts, block.Twins, files, ruleSet);

    /// <summary>Of these rows of each file.</summary>
    public static BlockEvidence Of(Func<int, IReadOnlyList<CsvPart>> rows, IEnumerable<Twin> twins, IReadOnlyList<BatchFile> files, RuleSet ruleSet)
    {
        var evidence = new BlockEvidence();
        var problems = new Diagnostics();
        var drafts = new Drafts(problems);
        for (var i = 0; i < files.Count; i++)
        {
            var csv = CsvFile.Of(files[i].Path, files[i].Headers, files[i].HeaderLine, rows(i), problems);
            (evidence.files[csv.Path], evidence.idColumns[csv.Path]) = (csv, files[i].IdColumn);
            files[i].Role.Read(new EvidenceFile(csv, new Columns(csv, []), ruleSet, drafts, problems));
            drafts.Listed |= files[i].Role.ListsProjects;
            evidence.Nameless += files[i].Role == FileRole.Wide ? csv.Lines.Count(l => IdOf(l, files[i].IdColumn).Length == 0) : 0;
        }

        evidence.LostRows = drafts.LostRows;
        evidence.Rejected = evidence.Nameless;
        foreach (var twin in twins)
        {
            evidence.Rejected++;
            evidence.Rejections.Add(new Rejection(twin.Id, new Diagnostic(Messages.DuplicateProject, files[0].IdAt(twin.Line), twin.Id, twin.Other), files[0].IdHeader, twin.Id));
        }

        evidence.Take(drafts.All, problems, ruleSet);
        return evidence;
    }

    private void Take(IReadOnlyList<ProjectDraft> drafts, Diagnostics problems, RuleSet ruleSet)
    {
        var reading = problems.Where(p => p.Severity == Severity.Error).ToLookup(p => IdOf(p.Place));
        Warnings.AddRange(problems.Where(p => p.Severity == Severity.Warning));
        var known = drafts.Select(d => d.Id).ToHashSet();
        Rejections.AddRange(reading.Where(g => !known.Contains(g.Key)).SelectMany(g => g.Select(p => Reject(g.Key, p))));
        foreach (var draft in drafts)
        {
            var (project, found) = EvidenceReader.Checked(draft, ruleSet);
            Warnings.AddRange(found.Where(d => d.Severity == Severity.Warning));
            if (!draft.Rejected && !found.HasErrors)
            {
                Sound.Add(project);
                Lines.Add(draft.Place.Line);
                continue;
            }

            Rejected++;
            Rejections.AddRange(reading[draft.Id].Concat(found.Where(d => d.Severity == Severity.Error)).Select(p => Reject(draft.Id, p)));
        }
    }

    /// <summary>A project that was read and yet has no score.</summary>
    public void Reject(Project project, Diagnostic problem)
    {
        Rejected++;
        Rejections.Add(Reject(project.Id, problem));
    }

    private Rejection Reject(string project, Diagnostic problem)
    {
        var line = Line(problem.Place);
        var at = (int)problem.Place.Column - 1;
        var headers = files.GetValueOrDefault(problem.Place.File)?.Headers ?? [];
        var isCell = at >= 0 && at < headers.Length;
        var raw = line is null ? "" : isCell && at < line.Cells.Length ? line.Cells[at] : line.RawText;
        return new Rejection(project, problem, isCell ? headers[at] : "", raw);
    }

    private string IdOf(Place place) => Line(place) is { } line ? IdOf(line, idColumns[place.File]) : "";

    private static string IdOf(CsvLine line, int column) => column < line.Cells.Length ? line.Cells[column] : "";

    /// <summary>The line at a place, of lines that ascend except where an index put them in the order of the projects.</summary>
    private CsvLine? Line(Place place)
    {
        if (!files.TryGetValue(place.File, out var csv))
        {
            return null;
        }

        var (low, high) = (0, csv.Lines.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var line = csv.Lines[middle];
            if (line.Line == place.Line)
            {
                return line;
            }

            (low, high) = line.Line < place.Line ? (middle + 1, high) : (low, middle - 1);
        }

        return csv.Lines.FirstOrDefault(l => l.Line == place.Line);
    }
}

/// <summary>Why a project is not scored, with what stands in its file.</summary>
/// <param name="Project">Its id; empty where a row names none.</param>
/// <param name="Problem">What is wrong, where, and the way out.</param>
/// <param name="Column">The header of the column; empty where it is the row as a whole.</param>
/// <param name="Raw">The cell, or the row.</param>
public sealed record Rejection(string Project, Diagnostic Problem, string Column, string Raw);
