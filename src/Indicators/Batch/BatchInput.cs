using System.Collections.Immutable;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The evidence files of a batch, projects first.</summary>
internal sealed class BatchInput
{
    private BatchInput(ImmutableArray<BatchFile> files) => Files = files;

    public ImmutableArray<BatchFile> Files { get; }

    /// <summary>Bytes of all files as they stand on disk.</summary>
    public long Bytes => Files.Sum(f => f.Stamp.Length);

    /// <summary>Opens all files; null after reporting why there is nothing that can be trusted.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="ruleSet">What the evidence is for.</param>
    /// <param name="problems">Takes errors and warnings.</param>
    public static BatchInput? Open(IReadOnlyList<string> paths, RuleSet ruleSet, Diagnostics problems)
    {
        var found = paths.SelectMany(p => Directory.Exists(p) ? FileRole.FilesOf(p).Order(StringComparer.Ordinal) : Enumerable.Repeat(p, 1)).Select(p => (Path: p, Role: FileRole.Of(BatchFile.NameOf(p), ruleSet))).ToList();
        // A file that is named by itself holds projects, whatever it is called, unless another does.
        if (found.Count(f => f.Role is null && File.Exists(f.Path) && paths.Contains(f.Path)) == 1 && !found.Any(f => f.Role == FileRole.Wide))
        {
            var at = found.FindIndex(f => f.Role is null && paths.Contains(f.Path));
            found[at] = (found[at].Path, FileRole.Wide);
        }

        foreach (var (path, _) in found.Where(f => f.Role is null))
        {
            problems.Report(Messages.UnusedFile, new Place(path), Path.GetFileName(path));
        }

        var used = found.Where(f => f.Role is not null).OrderBy(f => f.Role!.Order).ThenBy(f => f.Path, StringComparer.Ordinal).ToList();
        foreach (var same in used.GroupBy(f => f.Role!.Order == 2 ? BatchFile.NameOf(f.Path) : $"{f.Role.Order}").Where(g => g.Count() > 1))
        {
            problems.Report(Messages.SameFileTwice, new Place(same.Last().Path), Path.GetFileName(same.First().Path), Path.GetFileName(same.Last().Path));
        }

        var files = used.Select(f => BatchFile.Open(f.Path, f.Role!, ruleSet, problems)).ToList();
        if (problems.HasErrors)
        {
            return null;
        }

        if (files.Count == 0 || files.All(f => f!.Role.Order == 3))
        {
            problems.Report(Messages.NoProject, new Place(paths[0]));
            return null;
        }

        return new BatchInput([.. files.OfType<BatchFile>()]);
    }

    public ImmutableArray<FileEncoding> Encodings => [.. Files.Select(f => f.Encoding)];

    /// <summary>Takes over what an earlier run found out.</summary>
    public void TakeEncodings(ImmutableArray<FileEncoding> encodings)
    {
        foreach (var (file, encoding) in Files.Zip(encodings))
        {
            file.Encoding = encoding;
        }
    }

    /// <summary>Throws where a file is no longer what it was.</summary>
    public void RequireUnchanged()
    {
        foreach (var file in Files)
        {
            file.RequireUnchanged();
        }
    }

    /// <summary>Reads the files side by side, in the order in which they stand or in that of an index.</summary>
    public BlockReader Read(Position from, EvidenceIndex? index, int blockBytes)
    {
        RowCursor Rows(int number) => index?.Holds(number) == true
            ? index.Rows(Files[number], number, from.Projects)
            : new FileCursor(Files[number], number, number < from.Files.Length ? from.Files[number] : null);

        var all = Enumerable.Range(0, Files.Length).Select(Rows).ToList();
        var main = index is not null && Files[0].Role != FileRole.Wide ? index.Projects(from.Projects) : null;
        return main is null
            ? new BlockReader(all[0], all[1..], index is null, index?.Twins() ?? [], from, blockBytes)
            : new BlockReader(main, all, mustAscend: false, [], from, blockBytes);
    }

    /// <summary>Puts into an index what is not in the order of the projects.</summary>
    public EvidenceIndex Index(string path, CancellationToken cancel)
    {
        var index = new EvidenceIndex(path);
        var listing = Files.Where(f => f.Role.Order == Files[0].Role.Order).ToList();
        index.TakeProjects(listing.Select(f => new FileCursor(f, Files.IndexOf(f))), cancel);
        foreach (var file in Files.Where(f => f.Role != FileRole.Wide))
        {
            index.TakeRows(() => new FileCursor(file, Files.IndexOf(file)), cancel);
        }

        return index;
    }
}
