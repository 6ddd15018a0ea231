using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.Text;

namespace Indicators.Cli;

/// <summary>
/// A rule set as it stands in a revision of git, with the rule sets beside it that it may extend: copied into a temporary
/// folder for as long as this lives.
/// </summary>
internal sealed class CommittedRules : IDisposable
{
    public const string Head = "HEAD";

    private readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("indicators-");
    private readonly Terminal terminal;
    private readonly string folder;
    private readonly string revision;
    private string said = "";

    /// <param name="folder">The folder in the working copy.</param>
    /// <param name="revision">Whatever git takes for a commit.</param>
    /// <param name="terminal">For what is wrong with them.</param>
    public CommittedRules(string folder, string revision, Terminal terminal)
    {
        (this.folder, this.revision, this.terminal) = (System.IO.Path.GetFullPath(folder), revision, terminal);
        try
        {
            Path = Copy();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The folder of the rule set in the copy.</summary>
    public string Path { get; }

    /// <summary>The revision as it was given, and the commit that it is.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The place of a problem as git names it, since the copy will be gone.</summary>
    public Diagnostic Renamed(Diagnostic problem) => problem.Place.File.StartsWith(copy.FullName, StringComparison.Ordinal)
        ? problem with { Place = problem.Place with { File = $"{revision}:{problem.Place.File[(copy.FullName.Length + 1)..].Replace('\\', '/')}" } }
        : problem;

    public void Dispose() => copy.Delete(recursive: true);

    private string Copy()
    {
        var prefix = Try("rev-parse", "--show-prefix") ?? throw new UsageException(
            said.Contains("not a git repository", StringComparison.Ordinal) ? terminal.Say(Texts.NoRepository, folder) : terminal.Say(Texts.GitFailed, said));
        if (Try("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}") is not { } commit)
        {
            throw new UsageException(terminal.Say(revision == Head ? Texts.NothingCommitted : Texts.NoRevision, folder, revision));
        }

        Name = $"git {revision} ({commit[..8]})";
        var path = prefix.TrimEnd('/');
        if (Try("cat-file", "-e", $"{commit}:{path}") is null)
        {
            throw new UsageException(terminal.Say(Texts.NotCommitted, folder, Name));
        }

        // The folder of the rule set with its siblings; a repository that is the rule set has none.
        var name = System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(folder));
        var above = path.LastIndexOf('/');
        var (tree, into) = path.Length == 0 ? ("", name) : (above < 0 ? "" : path[..above], "");
        // From the top: git takes a subfolder that it is called from for a part of the tree.
        var archive = Run(Try("rev-parse", "--show-toplevel") ?? folder, "archive", "--format=tar", $"{commit}:{tree}");
        Extract(archive ?? throw new UsageException(terminal.Say(Texts.GitFailed, said)), into);
        return System.IO.Path.Combine(copy.FullName, path.Length == 0 ? name : path[(above + 1)..]);
    }

    /// <summary>Only the rule files: what else a repository holds, links among it, is not needed.</summary>
    private void Extract(byte[] archive, string into)
    {
        using var tar = new TarReader(new MemoryStream(archive));
        while (tar.GetNextEntry() is { } entry)
        {
            var parts = (into.Length == 0 ? entry.Name : $"{into}/{entry.Name}").Split('/');
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile
                && parts is [var set, var file] && set != ".." && System.IO.Path.GetExtension(file) is ".yaml" or ".yml")
            {
                Directory.CreateDirectory(System.IO.Path.Combine(copy.FullName, set));
                entry.ExtractToFile(System.IO.Path.Combine(copy.FullName, set, file), overwrite: false);
            }
        }
    }

    /// <summary>The answer of git in one line; null where it says no.</summary>
    private string? Try(params string[] words) => Run(folder, words) is { } answer ? Encoding.UTF8.GetString(answer).TrimEnd('\r', '\n') : null;

    /// <summary>Null where git says no; what it says then is in <see cref="said"/>.</summary>
    private byte[]? Run(string at, params string[] words)
    {
        var start = new ProcessStartInfo("git", ["-C", at, .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Inside a hook these name a repository by a path that is meant from elsewhere.
        start.Environment.Remove("GIT_DIR");
        start.Environment.Remove("GIT_WORK_TREE");
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var git = Process.Start(start)!;
            var complaint = git.StandardError.ReadToEndAsync();
            using var answer = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(answer);
            git.WaitForExit();
            said = complaint.Result.Trim();
            return git.ExitCode == 0 ? answer.ToArray() : null;
        }
        catch (Win32Exception)
        {
            throw new UsageException(terminal.Say(Texts.NoGit));
        }
    }
}
