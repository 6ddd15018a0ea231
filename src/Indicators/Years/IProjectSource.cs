namespace Indicators.Years;

/// <summary>The projects of a fiscal year, wherever they come from: read as often as asked, always in the same order.</summary>
public interface IProjectSource : IDisposable
{
    /// <summary>For which rules the projects were read.</summary>
    RuleSet RuleSet { get; }

    /// <summary>Works on block after block and hands out what became of each, in their order.</summary>
    /// <param name="threads">How many blocks are worked on at a time, where the source can.</param>
    /// <param name="work">What is done with a block, on any thread.</param>
    /// <param name="cancel">Stops between blocks.</param>
    IEnumerable<T> Run<T>(int threads, Func<ProjectBlock, T> work, CancellationToken cancel);
}

/// <summary>Some projects of a source.</summary>
/// <param name="Projects">Those whose evidence is sound.</param>
/// <param name="Problems">Why others are not.</param>
/// <param name="Rejected">How many others there are.</param>
public sealed record ProjectBlock(IReadOnlyList<Project> Projects, IReadOnlyList<Diagnostic> Problems, int Rejected);
