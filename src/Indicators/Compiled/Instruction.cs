namespace Indicators.Compiled;

/// <summary>What an instruction does to every lane. Numbers are integers in doubles, truths are masks of all bits or none.</summary>
internal enum Operation : byte
{
    /// <summary>A column of the evidence.</summary>
    Load,

    /// <summary>The same number, or mask, in every lane.</summary>
    Constant,

    Add,
    Subtract,
    Multiply,
    Minimum,
    Maximum,

    /// <summary>The largest integer not above A ÷ B, for B &gt; 0.</summary>
    FloorDivide,

    /// <summary>The same where the quotient of doubles, rounded down, is known to be it: |A| &lt; 2⁵¹.</summary>
    Ratio,

    /// <summary>A ÷ B rounded half-up, for 0 ≤ A &lt; 2⁵⁰ and B &gt; 0.</summary>
    Rounded,

    Less,
    LessOrEqual,
    Equal,
    And,
    Or,

    /// <summary>A and not B.</summary>
    AndNot,

    /// <summary>B where the mask A holds, else C.</summary>
    Select,
}

/// <summary>One instruction: its operands are earlier instructions, by number; <see cref="Value"/> is the constant, or the number of the column.</summary>
internal readonly record struct Instruction(Operation Operation, int A = -1, int B = -1, int C = -1, double Value = 0)
{
    public IEnumerable<int> Operands => new[] { A, B, C }.Where(o => o >= 0);
}
