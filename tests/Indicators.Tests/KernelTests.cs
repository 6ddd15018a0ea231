using CsCheck;
using Indicators.Compiled;

namespace Indicators.Tests;

/// <summary>The methods that programs become: every instruction does to each row what it says, however long the program and whatever the processor.</summary>
public sealed class KernelTests
{
    private const int Rows = 24;

    private static readonly double AllBits = BitConverter.Int64BitsToDouble(-1);

    /// <summary>Long enough for three stretches, with numbers and masks that pass from one to the next.</summary>
    [Fact]
    public void A_program_gives_what_its_instructions_give_one_by_one() => Gen.Select(Gen.Int[1, 1000], Gen.Int[5, 1000]).Sample(
        (seed, length) =>
        {
            var random = new Random(seed);
            var (instructions, numbers, masks) = (new List<Instruction>(), new List<int>(), new List<int>());
            for (var column = 0; column < 6; column++)
            {
                (column < 4 ? numbers : masks).Add(Add(new(Operation.Load, Value: column)));
            }

            numbers.Add(Add(new(Operation.Constant, Value: 7)));
            masks.Add(Add(new(Operation.Constant, Value: AllBits)));
            while (instructions.Count < length)
            {
                switch (random.Next(4))
                {
                    case 0: numbers.Add(Add(new(Of(Operation.Add, Operation.Subtract, Operation.Minimum, Operation.Maximum), Of(numbers), Of(numbers)))); break;
                    case 1: masks.Add(Add(new(Of(Operation.Less, Operation.LessOrEqual, Operation.Equal), Of(numbers), Of(numbers)))); break;
                    case 2: masks.Add(Add(new(Of(Operation.And, Operation.Or, Operation.AndNot), Of(masks), Of(masks)))); break;
                    default: numbers.Add(Add(new(Operation.Select, Of(masks), Of(numbers), Of(numbers)))); break;
                }
            }

            var columns = Enumerable.Range(0, 6).Select(c => Enumerable.Range(0, Rows).Select(_ => c < 4 ? random.Next(-3, 4) : random.Next(2) == 0 ? 0 : AllBits).ToArray()).ToArray();
            int[] wanted = [.. Enumerable.Range(0, instructions.Count).Where(_ => random.Next(5) == 0), instructions.Count - 1];
            var outputs = Run(instructions, wanted, columns, out var program);
            for (var row = 0; row < Rows; row++)
            {
                var one = OneByOne(instructions, columns, row);
                Assert.All(wanted.Index(), w => Assert.Equal(
                    BitConverter.DoubleToInt64Bits(one[w.Item] + 0.0), BitConverter.DoubleToInt64Bits((program.Constants[w.Index] ?? outputs[w.Index][row]) + 0.0)));
            }

            int Add(Instruction instruction)
            {
                instructions.Add(instruction);
                return instructions.Count - 1;
            }

            T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
        },
        iter: 60);

    /// <summary>At, just below and just above ties and whole numbers, up to the bounds within which it is proved.</summary>
    [Fact]
    public void Quotients_are_rounded_exactly() => Gen.Select(Gen.Long[1, (1L << 53) - 1], Gen.Long[0, 1L << 50], Gen.Long[-2, 2]).Sample(
        (size, near, off) =>
        {
            // A divisor of any length, and a dividend beside an odd or even number of its halves.
            var b = Math.Max(1, size >> (int)(near % 53));
            var halves = near % (1L << 52) / b % (1L << 30);
            var a = (long)Int128.Clamp((Int128)halves * b / 2 + off, 0, (1L << 50) - 1);
            Assert.Equal(Floor((Int128)2 * a + b, (Int128)2 * b), Quotient(Operation.Rounded, a, b));
            foreach (var signed in new[] { a, -a })
            {
                Assert.Equal(Floor(signed, b), Quotient(Operation.Ratio, signed, b));
                Assert.Equal(Floor(signed, b), Quotient(Operation.FloorDivide, signed, b));
            }
        },
        iter: 3000);

    /// <summary>Where the shorter way would fail: beyond the bounds the remainder puts it right.</summary>
    [Theory]
    [InlineData((1L << 53) - 2, (1L << 53) - 1)]
    [InlineData((1L << 53) - 1, 3)]
    [InlineData(-(1L << 52) + 1, 1L << 51)]
    [InlineData(-1, (1L << 53) - 1)]
    public void A_quotient_of_the_largest_integers_is_put_right(long a, long b) => Assert.Equal(Floor(a, b), Quotient(Operation.FloorDivide, a, b));

    private static Int128 Quotient(Operation operation, long a, long b) => (Int128)Run(
        [new(Operation.Load, Value: 0), new(Operation.Load, Value: 1), new(operation, 0, 1)], [2],
        [[.. Enumerable.Repeat((double)a, Rows)], [.. Enumerable.Repeat((double)b, Rows)]], out _)[0][0];

    private static double[][] Run(IReadOnlyList<Instruction> instructions, int[] wanted, double[][] columns, out LaneProgram program)
    {
        program = new LaneProgram(instructions, wanted);
        double[][] outputs = [.. wanted.Select(_ => new double[Rows])];
        program.Run(columns, 0, [.. Enumerable.Range(0, program.Slots).Select(_ => new double[Rows])], outputs, 0, Rows);
        return outputs;
    }

    private static double[] OneByOne(List<Instruction> instructions, double[][] columns, int row)
    {
        var values = new double[instructions.Count];
        foreach (var (i, step) in instructions.Index())
        {
            var (a, b, c) = (At(step.A), At(step.B), At(step.C));
            values[i] = step.Operation switch
            {
                Operation.Load => columns[(int)step.Value][row],
                Operation.Constant => step.Value,
                Operation.Add => a + b,
                Operation.Subtract => a - b,
                Operation.Minimum => Math.Min(a, b),
                Operation.Maximum => Math.Max(a, b),
                Operation.Less => Mask(a < b),
                Operation.LessOrEqual => Mask(a <= b),
                Operation.Equal => Mask(a == b),
                Operation.And => Bits(Of(a) & Of(b)),
                Operation.Or => Bits(Of(a) | Of(b)),
                Operation.AndNot => Bits(Of(a) & ~Of(b)),
                _ => Of(a) != 0 ? b : c,
            };
        }

        return values;

        double At(int number) => number < 0 ? 0 : values[number];

        static long Of(double mask) => BitConverter.DoubleToInt64Bits(mask);

        static double Bits(long mask) => BitConverter.Int64BitsToDouble(mask);

        static double Mask(bool holds) => holds ? AllBits : 0;
    }

    private static Int128 Floor(Int128 a, Int128 b) => a < 0 && a % b != 0 ? a / b - 1 : a / b;
}
