namespace Indicators.Compiled;

/// <summary>
/// Writes a program of integer instructions, none of them twice, and knows of each result between which bounds it lies: all
/// stay within 2⁵³, where doubles are exact integers. What would leave it is not lifted.
/// </summary>
internal sealed partial class Emitter
{
    /// <summary>Up to here every integer is a double, and sums, products and remainders are exact.</summary>
    public static readonly Int128 Exact = (Int128)1 << 53;

    /// <summary>
    /// Below this a quotient that is no integer k is at least k × 2⁻⁵² away from it, further than a division rounds: what the
    /// doubles give, rounded down, is the quotient.
    /// </summary>
    private static readonly Int128 Plain = (Int128)1 << 51;

    /// <summary>A mask in a lane where it holds.</summary>
    public static readonly double AllBits = BitConverter.Int64BitsToDouble(-1);

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
}

/// <summary>A part of a rule that has no place in the program, and why; the reference works it out.</summary>
internal sealed class NotLiftedException(Bilingual reason) : Exception(reason.En)
{
    public Bilingual Reason { get; } = reason;
}
