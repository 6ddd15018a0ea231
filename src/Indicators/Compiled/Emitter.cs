namespace Indicators.Compiled;

/// <summary>
/// Writes a program of integer instructions, none of them twice, and knows of each result between which bounds it lies: all
/// stay within 2⁵³, where doubles are exact integers. What would leave it is not lifted.
/// </summary>
internal sealed class Emitter
{
    /// <summary>Up to here every integer is a double, and sums, products and remainders are exact.</summary>
    public static readonly Int128 Exact = (Int128)1 << 53;

    /// <summary>
    /// Below this a quotient that is no integer k is at least k × 2⁻⁵² away from it, further than a division rounds: what the
    /// doubles give, rounded down, is the quotient.
    /// </summary>
    private static readonly Int128 Plain = (Int128)1 << 51;

    private static readonly double AllBits = BitConverter.Int64BitsToDouble(-1);

    private readonly List<Instruction> instructions = [];
    private readonly List<(Int128 Low, Int128 High)> bounds = [];
    private readonly Dictionary<(Instruction, Int128, Int128), int> known = [];

    public Emitter()
    {
        Zero = Constant(0);
        One = Constant(1);
        Always = Add(new Instruction(Operation.Constant, Value: AllBits), 0, 0);
    }

    public IReadOnlyList<Instruction> Instructions => instructions;

    public int Zero { get; }

    public int One { get; }

    /// <summary>The mask that holds nowhere, whose bits are those of the number zero.</summary>
    public int Never => Zero;

    /// <summary>The mask that holds everywhere.</summary>
    public int Always { get; }

    public (Int128 Low, Int128 High) BoundsOf(int number) => bounds[number];

    public int Constant(Int128 value) => Add(new Instruction(Operation.Constant, Value: (double)value), value, value);

    /// <summary>A column of numbers that are known to lie within these bounds.</summary>
    public int Load(int column, Int128 low, Int128 high) => Add(new Instruction(Operation.Load, Value: column), low, high);

    public int LoadMask(int column) => Add(new Instruction(Operation.Load, Value: column), 0, 0);

    public int Plus(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return a == Zero ? b : b == Zero ? a : Folded(Operation.Add, a, b, al + bl, ah + bh);
    }

    public int Minus(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return b == Zero ? a : a == b ? Zero : Folded(Operation.Subtract, a, b, al - bh, ah - bl);
    }

    public int Times(int a, int b)
    {
        if (a == Zero || b == Zero)
        {
            return Zero;
        }

        if (a == One || b == One)
        {
            return a == One ? b : a;
        }

        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        Int128[] corners = [al * bl, al * bh, ah * bl, ah * bh];
        return Folded(Operation.Multiply, a, b, corners.Min(), corners.Max());
    }

    public int Scaled(int a, Int128 factor) => Times(a, Constant(factor));

    public int Min(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return ah <= bl ? a : bh <= al ? b : Folded(Operation.Minimum, a, b, Int128.Min(al, bl), Int128.Min(ah, bh));
    }

    public int Max(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return al >= bh ? a : bl >= ah ? b : Folded(Operation.Maximum, a, b, Int128.Max(al, bl), Int128.Max(ah, bh));
    }

    /// <summary>⌊a ÷ b⌋ for b &gt; 0: the quotient of doubles is at most one off, which the exact remainder shows.</summary>
    public int FloorDivide(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        if (bl <= 0)
        {
            throw new NotLiftedException(Reasons.NegativeDivisor);
        }

        return b == One ? a
            : Int128.Max(Int128.Abs(al), Int128.Abs(ah)) + bh > Exact ? throw new NotLiftedException(Reasons.TooLarge)
            : Folded(Int128.Max(Int128.Abs(al), Int128.Abs(ah)) < Plain ? Operation.Ratio : Operation.FloorDivide, a, b, Int128.Min(Floor(al, bl), Floor(al, bh)), Int128.Max(Floor(ah, bl), Floor(ah, bh)));
    }

    /// <summary>
    /// a ÷ b rounded half-up, for a ≥ 0 and b &gt; 0. Below 2⁵⁰ a quotient that is no tie k + ½ is at least 1 ÷ 2b from it, which
    /// is more than the division and the sum round away: half is added to the quotient of doubles.
    /// </summary>
    public int RoundDivide(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        if (b == One)
        {
            return a;
        }

        if (al < 0 || bl <= 0 || ah >= Plain / 2)
        {
            return FloorDivide(Plus(Scaled(a, 2), b), Scaled(b, 2));
        }

        return Folded(Operation.Rounded, a, b, Floor(2 * al + bh, 2 * bh), Floor(2 * ah + bl, 2 * bl));
    }

    /// <summary>What is known of a result beyond what its instruction tells.</summary>
    public int Narrow(int a, Int128 low, Int128 high)
    {
        // What a column is trusted to hold is looked at when it is filled: nothing is taken for known of it.
        if (instructions[a].Operation is not (Operation.Load or Operation.Constant))
        {
            bounds[a] = (Int128.Max(bounds[a].Low, low), Int128.Min(bounds[a].High, high));
        }

        return a;
    }

    public int Less(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return ah < bl ? Always : al >= bh ? Never : Mask(Operation.Less, a, b);
    }

    public int LessOrEqual(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return ah <= bl ? Always : al > bh ? Never : Mask(Operation.LessOrEqual, a, b);
    }

    public int Equal(int a, int b)
    {
        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return a == b || (al == ah && bl == bh && al == bl) ? Always : ah < bl || al > bh ? Never
            : IsChoice(a) && IsConstant(b) ? EqualChoice(instructions[a], b)
            : IsChoice(b) && IsConstant(a) ? EqualChoice(instructions[b], a)
            : Mask(Operation.Equal, Math.Min(a, b), Math.Max(a, b));
    }

    /// <summary>A choice among constants, of which one is asked for, is a mask that is there already.</summary>
    private int EqualChoice(Instruction select, int constant) =>
        Or(And(select.A, Equal(select.B, constant)), AndNot(Equal(select.C, constant), select.A));

    private bool IsChoice(int number) => instructions[number] is { Operation: Operation.Select } select
        && (IsConstant(select.B) || IsChoice(select.B)) && (IsConstant(select.C) || IsChoice(select.C));

    private bool IsConstant(int number) => instructions[number].Operation == Operation.Constant;

    public int And(int a, int b) => a == Always || a == b ? b : b == Always ? a : a == Never || b == Never ? Never : Mask(Operation.And, Math.Min(a, b), Math.Max(a, b));

    public int Or(int a, int b) => a == Never || a == b ? b : b == Never ? a : a == Always || b == Always ? Always : Mask(Operation.Or, Math.Min(a, b), Math.Max(a, b));

    public int AndNot(int a, int b) => b == Never ? a : a == Never || b == Always || a == b ? Never
        : instructions[b] is { Operation: Operation.AndNot } not && not.A == Always ? And(a, not.B)
        : Mask(Operation.AndNot, a, b);

    public int Not(int a) => AndNot(Always, a);

    /// <summary>Of two numbers.</summary>
    public int Select(int mask, int a, int b)
    {
        // Of a choice by the same mask only one side is ever taken; of a mask turned round the other.
        a = instructions[a] is { Operation: Operation.Select } first && first.A == mask ? first.B : a;
        b = instructions[b] is { Operation: Operation.Select } second && second.A == mask ? second.C : b;
        if (instructions[mask] is { Operation: Operation.AndNot } not && not.A == Always)
        {
            return Select(not.B, b, a);
        }

        var ((al, ah), (bl, bh)) = (bounds[a], bounds[b]);
        return mask == Always || a == b ? a : mask == Never ? b
            : Add(new Instruction(Operation.Select, mask, a, b), Int128.Min(al, bl), Int128.Max(ah, bh));
    }

    private int Mask(Operation operation, int a, int b) => Add(new Instruction(operation, a, b), 0, 0);

    private int Folded(Operation operation, int a, int b, Int128 low, Int128 high)
    {
        if (Int128.Max(Int128.Abs(low), Int128.Abs(high)) > Exact)
        {
            throw new NotLiftedException(Reasons.TooLarge);
        }

        return low == high ? Constant(low) : Add(new Instruction(operation, a, b), low, high);
    }

    private int Add(Instruction instruction, Int128 low, Int128 high)
    {
        // The same column may be trusted to lie within narrower bounds in one place than in another.
        var key = (instruction, low, high);
        if (!known.TryGetValue(key, out var at))
        {
            at = instructions.Count;
            known[key] = at;
            instructions.Add(instruction);
            bounds.Add((low, high));
        }

        return at;
    }

    private static Int128 Floor(Int128 a, Int128 b)
    {
        var (quotient, remainder) = Int128.DivRem(a, b);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}

/// <summary>A part of a rule that has no place in the program, and why; the reference works it out.</summary>
internal sealed class NotLiftedException(Bilingual reason) : Exception(reason.En)
{
    public Bilingual Reason { get; } = reason;
}
