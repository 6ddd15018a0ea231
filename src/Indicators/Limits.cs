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

    /// <summary>Named methods that are read inside other named methods, in a whole rule set.</summary>
    public const int NestedMethods = 1000;

    /// <summary>Characters in one expression.</summary>
    public const int ExpressionLength = 4096;

    /// <summary>Items that one expression may visit in all its loops together.</summary>
    public const int ListItems = 100_000;

    /// <summary>Small operations that one expression may take, nested loops and the work of functions included.</summary>
    public const int Steps = 2_000_000;

    /// <summary>Nesting of a list or context that an expression makes.</summary>
    public const int ValueDepth = 128;

    /// <summary>Items, members and stretches of text in a list or context that an expression makes.</summary>
    public const int ValueSize = 1_000_000;

    /// <summary>Calls inside calls of functions that are written in an expression.</summary>
    public const int CallDepth = 32;

    /// <summary>Characters in a text that an expression makes.</summary>
    public const int TextLength = 10_000;

    /// <summary>Characters in a pattern of <c>matches</c>, <c>replace</c> or <c>split</c>.</summary>
    public const int PatternLength = 500;

    /// <summary>Milliseconds that a pattern with a back-reference may take; all others run in linear time.</summary>
    public const int PatternMilliseconds = 1000;

    /// <summary>Bits of numerator and denominator of a number that an expression works out.</summary>
    public const int NumberBits = 50_000;

    /// <summary>Bits of a power, about 6000 digits.</summary>
    public const int PowerBits = 20_000;

    /// <summary>The largest exponent of a number such as <c>1.2e3</c>, and decimals of a rounded number.</summary>
    public const int Scale = 6176;

    /// <summary>The lowest scale of rounding: powers of ten before the point.</summary>
    public const int LowestScale = -6111;

    /// <summary>Significant digits of a number in evidence or in a rule.</summary>
    public const int Digits = 28;

    /// <summary>Bytes in one CSV record.</summary>
    public const int CsvRecordBytes = 1 << 20;

    /// <summary>Cells of a table that a simulation moves one by one for each leaf; a larger table stays as it is.</summary>
    public const int SimulatedCells = 60;

    /// <summary>Problems of projects that a comparison of years tells one by one; all are counted.</summary>
    public const int ToldProblems = 20;
}
