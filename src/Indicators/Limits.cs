namespace Indicators;

/// <summary>What a rule set or an expression from a stranger may use up at most. Ours; generous for people, small for machines.</summary>
public static class Limits
{
    /// <summary>Bytes in one rule file.</summary>
    public const int RuleFileBytes = 1 << 20;

    /// <summary>Files in one rule set.</summary>
    public const int RuleFiles = 64;

    /// <summary>Nesting of lists and maps in a rule file, and of brackets in an expression.</summary>
    public const int Depth = 64;

    /// <summary>Named methods that are read inside other named methods, in a whole rule set.</summary>
    public const int NestedMethods = 1000;

    /// <summary>Characters in one expression.</summary>
    public const int ExpressionLength = 4096;

    /// <summary>Items that one expression may visit in all its loops together.</summary>
    public const int ListItems = 100_000;

    /// <summary>Significant digits of a number in evidence or in a rule.</summary>
    public const int Digits = 28;

    /// <summary>Bytes in one CSV record.</summary>
    public const int CsvRecordBytes = 1 << 20;
}
