namespace Indicators.Batch;

/// <summary>The evidence as a whole cannot be read, or not any further.</summary>
public sealed class EvidenceException(Diagnostic problem) : Exception(problem.ToString())
{
    public EvidenceException(Message message, Place place, params object[] arguments)
        : this(new Diagnostic(message, place, arguments))
    {
    }

    public Diagnostic Problem { get; } = problem;
}

/// <summary>What was taken for granted of the files does not hold: they are read again.</summary>
/// <param name="assumption">What it was.</param>
internal sealed class AssumptionException(Assumption assumption) : Exception
{
    public Assumption Assumption { get; } = assumption;
}

internal enum Assumption
{
    /// <summary>A file without a mark is UTF-8.</summary>
    Encoding,

    /// <summary>Projects come in ascending order in all files.</summary>
    Order,
}
