using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Csv;

/// <summary>
/// Reads the evidence of projects from a folder of CSV files, or from one wide CSV. All problems are collected in one
/// pass; a project with an error is rejected, and the others are kept. Where a whole file cannot be read, every
/// project is rejected: a score that leaves out a file would look finished.
/// </summary>
public sealed class EvidenceReader
{
    private readonly RuleSet ruleSet;
    private readonly RuleSet? beside;
    private readonly Diagnostics problems = [];
    private readonly Drafts drafts;

    private EvidenceReader(RuleSet ruleSet, RuleSet? beside)
    {
        this.ruleSet = ruleSet;
        this.beside = beside;
        drafts = new Drafts(problems);
    }

    public static EvidenceSet Read(string path, RuleSet ruleSet) => Drafted(path, ruleSet, null).Finish(path, ruleSet);

    /// <summary>Reads the same evidence for two rule sets: a field, table or code that only one of them knows is no problem of the other.</summary>
    public static (EvidenceSet One, EvidenceSet Other) ReadForBoth(string path, RuleSet one, RuleSet other)
    {
        if (one.ReadsLike(other))
        {
            var reader = Drafted(path, one, other);
            return (reader.Finish(path, one), reader.Finish(path, other));
        }

        EvidenceSet? first = null, second = null;
        Parallel.Invoke(
            () => first = Drafted(path, one, other).Finish(path, one),
            () => second = Drafted(path, other, one).Finish(path, other));
        return (first!, second!);
    }

    private static EvidenceReader Drafted(string path, RuleSet ruleSet, RuleSet? beside)
    {
        var reader = new EvidenceReader(ruleSet, beside);
        if (Directory.Exists(path))
        {
            reader.ReadFolder(path);
        }
        else if (File.Exists(path))
        {
            reader.Read(path, FileRole.Wide, Parsed(path));
        }
        else
        {
            reader.problems.Report(Messages.NoSuchEvidence, new Place(path), path);
        }

        return reader;
    }

    private void ReadFolder(string folder)
    {
        // Projects first: the other files refer to them.
        var files = FileRole.FilesOf(folder)
            .Select(f => (Path: f, Role: FileRole.Of(Path.GetFileName(f), ruleSet)))
            .OrderBy(f => f.Role?.Order ?? int.MaxValue).ThenBy(f => f.Path, StringComparer.Ordinal).ToList();
        // Cutting files into cells is half of the work, and no file needs another for it.
        var parsed = files.AsParallel().AsOrdered().Select(f => f.Role is null ? default : Parsed(f.Path)).ToList();
        foreach (var ((path, role), text) in files.Zip(parsed))
        {
            if (role is not null)
            {
                Read(path, role, text);
            }
            else if (TableIn(beside, path) is null)
            {
                problems.Report(Messages.UnusedFile, new Place(path), Path.GetFileName(path));
            }
        }
    }

    private static (CsvFile? Csv, Diagnostics Problems) Parsed(string path)
    {
        var problems = new Diagnostics();
        return (CsvFile.Read(path, problems), problems);
    }

    private void Read(string path, FileRole role, (CsvFile? Csv, Diagnostics Problems) text)
    {
        problems.AddRange(text.Problems);
        if (text.Csv is { } csv)
        {
            var columns = new Columns(csv, problems);
            role.Read(new EvidenceFile(csv, columns, ruleSet, drafts, problems) { Beside = beside });
            columns.ReportUnused((role == FileRole.Wide ? beside?.Schema.Fields : TableIn(beside, path)?.Columns)?.SelectMany(f => f.Aliases.Prepend(f.Name)) ?? []);
            drafts.FileLost |= columns.Spoiled;
        }

        drafts.FileLost |= text.Csv is null;
        drafts.Listed |= role.ListsProjects;
    }

    private static TableDefinition? TableIn(RuleSet? rules, string path) => FileRole.IsCsv(path) ? rules?.Schema.Table(Path.GetFileNameWithoutExtension(path)) : null;

    private EvidenceSet Finish(string path, RuleSet ruleSet)
    {
        var all = new Diagnostics();
        all.AddRange(problems);
        if (drafts.All.Count == 0 && !problems.HasErrors)
        {
            all.Report(Messages.NoProject, new Place(path));
        }

        var reasons = ImmutableDictionary.CreateBuilder<string, ImmutableArray<Diagnostic>>();
        var sound = ImmutableArray.CreateBuilder<Project>();
        var rejected = ImmutableArray.CreateBuilder<string>();
        foreach (var (draft, project, found) in drafts.All.AsParallel().AsOrdered().Select(draft => CheckedWithLoss(draft, ruleSet)))
        {
            all.AddRange(found);
            if (draft.Rejected || drafts.FileLost || found.HasErrors)
            {
                rejected.Add(draft.Id);
                reasons[draft.Id] = [.. draft.Errors, .. found.Where(d => d.Severity == Severity.Error)];
            }
            else
            {
                sound.Add(project);
            }
        }

        return new EvidenceSet(sound.ToImmutable(), rejected.ToImmutable(), all) { Reasons = reasons.ToImmutable(), LostRows = drafts.FileLost ? 0 : drafts.LostRows };
    }

    private (ProjectDraft Draft, Project Project, Diagnostics Found) CheckedWithLoss(ProjectDraft draft, RuleSet ruleSet)
    {
        var (project, found) = Checked(draft, ruleSet);
        // What is lacking may stand in the file that could not be read.
        found.RemoveAll(d => drafts.FileLost && (d.Message == Messages.RequiredMissing || d.Message == Messages.TableKeyBlank));
        return (draft, project, found);
    }

    /// <summary>A project and the problems of its evidence as a whole; none where its own row could not be read.</summary>
    internal static (Project Project, Diagnostics Found) Checked(ProjectDraft draft, RuleSet ruleSet)
    {
        var project = draft.ToProject(ruleSet);
        var found = new Diagnostics();
        if (!draft.Unread)
        {
            EvidenceCheck.Check(project, ruleSet, found);
        }

        return (project, found);
    }
}
