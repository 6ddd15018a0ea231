namespace Indicators.Batch;

/// <summary>The file that says which projects there are, with their fields.</summary>
internal abstract class QuickProjects(BatchFile file) : QuickFile(file)
{
    private readonly Utf8Buffer name = new();

    /// <summary>Those of the rule set, in its order.</summary>
    public abstract QuickField[] Fields { get; }

    /// <summary>Whether a project is a row, and has nothing in the next.</summary>
    public abstract bool IsRowEach { get; }

    /// <summary>What the project is called.</summary>
    public ReadOnlySpan<byte> Name => name.Span;

    protected void SetName(ReadOnlySpan<byte> called) => name.Set(called);
}
