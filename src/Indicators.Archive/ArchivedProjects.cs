using Indicators.Years;

namespace Indicators.Archive;

/// <summary>The projects that an archive has under some rules: of each the evidence that was kept last.</summary>
/// <param name="address">Of the archive.</param>
/// <param name="ruleSet">The rules, by their digest.</param>
public sealed class ArchivedProjects(string address, RuleSet ruleSet) : IProjectSource
{
    private const int Block = 500;

    public RuleSet RuleSet => ruleSet;

    /// <summary>One project; null where none is kept under these rules.</summary>
    public Project? Find(string id)
    {
        using var archive = EvaluationArchive.Open(address, creates: false);
        return archive.Latest(ruleSet.Digest, id).Select(e => Replay.Project(e, ruleSet, [])).FirstOrDefault();
    }

    /// <inheritdoc/>
    /// <remarks>On one thread: the database hands out one entry after the other.</remarks>
    public IEnumerable<T> Run<T>(int threads, Func<ProjectBlock, T> work, CancellationToken cancel)
    {
        using var archive = EvaluationArchive.Open(address, creates: false);
        foreach (var entries in archive.Latest(ruleSet.Digest).Chunk(Block))
        {
            cancel.ThrowIfCancellationRequested();
            var problems = new Diagnostics();
            yield return work(new ProjectBlock([.. entries.Select(e => Replay.Project(e, ruleSet, problems))], problems, 0));
        }
    }

    public void Dispose()
    {
        // Every run has a connection of its own.
    }
}
