namespace Indicators.Archive;

/// <summary>What is wrong with an archive.</summary>
public enum Flaw
{
    /// <summary>An entry is missing before this one.</summary>
    Gap,

    /// <summary>This entry does not hang on the one before: one of them was replaced.</summary>
    Unchained,

    /// <summary>Something of this entry is not what it was.</summary>
    Changed,

    /// <summary>The archive ends before the head that is known.</summary>
    CutOff,

    /// <summary>The entry of the head that is known has another hash: the chain was made anew.</summary>
    MadeAnew,
}

/// <summary>What working out all hashes again came to.</summary>
/// <param name="Sound">The last entry up to which all is as it was.</param>
/// <param name="Flaw">What is wrong; null where nothing is.</param>
/// <param name="At">The entry at which it shows.</param>
public sealed record Verification(Head Sound, Flaw? Flaw, long At)
{
    public bool IsSound => Flaw is null;
}

public enum ArchiveProblem
{
    /// <summary>The file or the database cannot be opened.</summary>
    CannotOpen,

    /// <summary>It was made by a later version.</summary>
    Later,

    /// <summary>There is a database, and no archive in it.</summary>
    NoArchive,
}

/// <summary>The archive cannot be used.</summary>
public sealed class ArchiveException(ArchiveProblem problem, string detail, Exception? inner = null) : Exception($"{problem}: {detail}", inner)
{
    public ArchiveProblem Problem { get; } = problem;

    /// <summary>What the database says, or the version found.</summary>
    public string Detail { get; } = detail;
}
