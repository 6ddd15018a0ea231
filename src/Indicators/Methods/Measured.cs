using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>The value of a 取值 with the arithmetic that led to it.</summary>
/// <param name="Value">The value; never missing.</param>
/// <param name="Type">Its static type, for how it is shown.</param>
/// <param name="Arithmetic">Such as 实际17 ÷ 计划12 = 141.67%.</param>
public sealed record Measured(Value Value, FeelType Type, Phrase Arithmetic)
{
    /// <summary>The value as an exact number; only methods that were checked to measure a number ask for it.</summary>
    public Fraction Number => ((Value.Number)Value).Amount;
}
