namespace Indicators.Compiled;

/// <summary>Comparisons, logic and choice, none written that is known beforehand.</summary>
internal sealed partial class Emitter
{
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
}
