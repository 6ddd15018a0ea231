namespace Indicators.Compiled;

/// <summary>
/// A value of an expression in the program. <see cref="Missing"/> is the instruction that says in every lane whether it is
/// missing: 0, or one more than its <see cref="MissingState"/>, so that the larger of two is the worse.
/// </summary>
internal abstract record Lifted(int Missing)
{
    /// <summary>What an expression without a value is, such as one that divides by zero.</summary>
    public static readonly int Undefined = Rank(MissingState.Blank);

    /// <summary>The number of a missing state; 0 where nothing is missing.</summary>
    public static int Rank(MissingState? state) => state is { } missing ? (int)missing + 1 : 0;

    /// <summary>Scale × Top ÷ Bottom. The scale is a positive constant; the bottom is positive in every lane, and absent where it is one.</summary>
    public sealed record Number(Fraction Scale, int Top, int? Bottom, int Missing) : Lifted(Missing);

    /// <summary>The mask holds only where the truth is known.</summary>
    public sealed record Truth(int Mask, int Missing) : Lifted(Missing);

    /// <summary>A number for each text that the rules name; all others are one and the same.</summary>
    public sealed record Text(int Id, int Missing) : Lifted(Missing);

    /// <summary>Days from an origin.</summary>
    public sealed record Day(int Days, int Missing) : Lifted(Missing);

    /// <summary>Nothing but missing.</summary>
    public sealed record Null(int Missing) : Lifted(Missing);
}
