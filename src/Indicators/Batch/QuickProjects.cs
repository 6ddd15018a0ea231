namespace Indicators.Batch;

/// <summary>The file that says which projects there are, with their fields.</summary>
internal abstract class QuickProjects(BatchFile file) : QuickFile(file)
{
    private byte[] name = [];
    private int length;

    /// <summary>Those of the rule set, in its order.</summary>
    public abstract QuickField[] Fields { get; }

    /// <summary>Whether a project is a row, and has nothing in the next.</summary>
    public abstract bool IsRowEach { get; }

    /// <summary>What the project is called.</summary>
    public ReadOnlySpan<byte> Name => name.AsSpan(0, length);

    protected void SetName(ReadOnlySpan<byte> called)
    {
        name = name.Length < called.Length ? new byte[2 * called.Length] : name;
        called.CopyTo(name);
        length = called.Length;
    }
}
