namespace Indicators;

/// <summary>What a rule set or an expression from a stranger may use up at most. Ours; generous for people, small for machines.</summary>
public static class Limits
{
    /// <summary>Bytes in one rule file.</summary>
    public const int RuleFileBytes = 1 << 20;

    /// <summary>Files in one rule set.</summary>
    public const int RuleFiles = 64;

    /// <summary>Rule sets in a chain of 继承, the first and the last included.</summary>
    public const int ExtendsChain = 8;

    /// <summary>Nesting of lists and maps in a rule file, and of brackets in an expression.</summary>
    public const int Depth = 64;

    /// <summary>Characters in one expression.</summary>
    public const int ExpressionLength = 4096;

    /// <summary>Items that one expression may visit in all its loops together.</summary>
    public const int ListItems = 100_000;

    /// <summary>Significant digits of a number in evidence or in a rule.</summary>
    public const int Digits = 28;

    /// <summary>Bytes in one CSV record.</summary>
    public const int CsvRecordBytes = 1 << 20;
}
