using System.Numerics;
using System.Runtime.InteropServices;

namespace Indicators.Compiled;

/// <summary>
/// The instructions that outputs need, each with a register that is free again after its last reader, run one operation at
/// a time over a block of rows. The work of a block stays in the cache; nothing is allocated while it runs.
/// </summary>
internal sealed class LaneProgram
{
    /// <summary>Rows in a block.</summary>
    public const int Block = 256;

    private readonly Step[] steps;
    private readonly double[] constants;
    private readonly Operand[] outputs;

    /// <summary>Where an operand is: a column, a constant, or a register.</summary>
    private enum Bank : byte
    {
        Column,
        Constant,
        Register,
    }

    public LaneProgram(IReadOnlyList<Instruction> instructions, IReadOnlyCollection<int> wanted)
    {
        var live = new bool[instructions.Count];
        foreach (var output in wanted)
        {
            live[output] = true;
        }

        var lastReader = new int[instructions.Count];
        for (var i = instructions.Count - 1; i >= 0; i--)
        {
            foreach (var operand in live[i] ? Operands(instructions[i]) : [])
            {
                live[operand] = true;
                lastReader[operand] = Math.Max(lastReader[operand], i);
            }
        }

        foreach (var output in wanted)
        {
            lastReader[output] = int.MaxValue;
        }

        var places = new Operand[instructions.Count];
        var free = new Stack<int>();
        var registers = 0;
        var values = new List<double>();
        var written = new List<Step>();
        for (var i = 0; i < instructions.Count; i++)
        {
            var instruction = instructions[i];
            if (!live[i])
            {
                continue;
            }

            if (instruction.Operation == Operation.Load)
            {
                places[i] = new Operand(Bank.Column, (int)instruction.Value);
                continue;
            }

            if (instruction.Operation == Operation.Constant)
            {
                places[i] = new Operand(Bank.Constant, values.Count);
                values.Add(instruction.Value);
                continue;
            }

            foreach (var operand in Operands(instruction).Distinct().Where(o => places[o].Bank == Bank.Register && lastReader[o] == i))
            {
                free.Push(places[operand].Index);
            }

            // A register may be written by the step that reads it last: every lane is read before it is written.
            places[i] = new Operand(Bank.Register, free.TryPop(out var register) ? register : registers++);
            written.Add(new Step(instruction.Operation, places[i].Index, Place(instruction.A), Place(instruction.B), Place(instruction.C)));
        }

        steps = [.. written];
        Registers = registers;
        constants = [.. values.SelectMany(v => Enumerable.Repeat(v, Block))];
        outputs = [.. wanted.Select(o => places[o])];
        LiveColumns = [.. instructions.Index().Where(i => live[i.Index] && i.Item.Operation == Operation.Load).Select(i => i.Index)];

        Operand Place(int instruction) => instruction < 0 ? default : places[instruction];
    }

    /// <summary>The loads that are needed, by number of their instruction.</summary>
    public IReadOnlyList<int> LiveColumns { get; }

    public int Steps => steps.Length;

    /// <summary>How many registers of a block it needs; each thread has its own.</summary>
    public int Registers { get; }

    /// <summary>Runs over one block of all columns.</summary>
    /// <param name="columns">Each at least as long as the rows, rounded up to whole blocks.</param>
    /// <param name="from">The first row.</param>
    /// <param name="memory">Blocks for as many <see cref="Registers"/>.</param>
    public void Run(double[][] columns, int from, double[] memory)
    {
        foreach (ref readonly var step in steps.AsSpan())
        {
            var to = Lanes(memory, step.To);
            var a = Source(step.A, columns, from, memory);
            var b = Source(step.B, columns, from, memory);
            switch (step.Operation)
            {
                case Operation.Add: for (var i = 0; i < to.Length; i++) { to[i] = a[i] + b[i]; } break;
                case Operation.Subtract: for (var i = 0; i < to.Length; i++) { to[i] = a[i] - b[i]; } break;
                case Operation.Multiply: for (var i = 0; i < to.Length; i++) { to[i] = a[i] * b[i]; } break;
                case Operation.Minimum: for (var i = 0; i < to.Length; i++) { to[i] = Vector.ConditionalSelect(Vector.LessThan(a[i], b[i]), a[i], b[i]); } break;
                case Operation.Maximum: for (var i = 0; i < to.Length; i++) { to[i] = Vector.ConditionalSelect(Vector.LessThan(a[i], b[i]), b[i], a[i]); } break;
                case Operation.FloorDivide: for (var i = 0; i < to.Length; i++) { to[i] = Quotient(a[i], b[i]); } break;
                case Operation.Less: for (var i = 0; i < to.Length; i++) { to[i] = Vector.AsVectorDouble(Vector.LessThan(a[i], b[i])); } break;
                case Operation.LessOrEqual: for (var i = 0; i < to.Length; i++) { to[i] = Vector.AsVectorDouble(Vector.LessThanOrEqual(a[i], b[i])); } break;
                case Operation.Equal: for (var i = 0; i < to.Length; i++) { to[i] = Vector.AsVectorDouble(Vector.Equals(a[i], b[i])); } break;
                case Operation.And: for (var i = 0; i < to.Length; i++) { to[i] = a[i] & b[i]; } break;
                case Operation.Or: for (var i = 0; i < to.Length; i++) { to[i] = a[i] | b[i]; } break;
                case Operation.AndNot: for (var i = 0; i < to.Length; i++) { to[i] = Vector.AndNot(a[i], b[i]); } break;
                case Operation.Select:
                    var c = Source(step.C, columns, from, memory);
                    for (var i = 0; i < to.Length; i++) { to[i] = Vector.ConditionalSelect(Vector.AsVectorInt64(a[i]), b[i], c[i]); }
                    break;
            }
        }
    }

    /// <summary>An output of the block that ran last.</summary>
    public ReadOnlySpan<double> Output(int index, double[][] columns, int from, double[] memory) =>
        MemoryMarshal.Cast<Vector<double>, double>(Source(outputs[index], columns, from, memory));

    /// <summary>The quotient of doubles, put right by the exact remainder; FMA and reciprocals have no place here.</summary>
    private static Vector<double> Quotient(Vector<double> a, Vector<double> b)
    {
        var quotient = Vector.Floor(a / b);
        var rest = a - quotient * b;
        quotient -= Vector.ConditionalSelect(Vector.LessThan(rest, Vector<double>.Zero), Vector<double>.One, Vector<double>.Zero);
        return quotient + Vector.ConditionalSelect(Vector.GreaterThanOrEqual(rest, b), Vector<double>.One, Vector<double>.Zero);
    }

    private ReadOnlySpan<Vector<double>> Source(Operand operand, double[][] columns, int from, double[] memory) => operand.Bank switch
    {
        Bank.Column => MemoryMarshal.Cast<double, Vector<double>>(columns[operand.Index].AsSpan(from, Block)),
        Bank.Constant => Lanes(constants, operand.Index),
        _ => Lanes(memory, operand.Index),
    };

    private static Span<Vector<double>> Lanes(double[] memory, int index) => MemoryMarshal.Cast<double, Vector<double>>(memory.AsSpan(index * Block, Block));

    private static IEnumerable<int> Operands(Instruction instruction) => new[] { instruction.A, instruction.B, instruction.C }.Where(o => o >= 0);

    private readonly record struct Operand(Bank Bank, int Index);

    private readonly record struct Step(Operation Operation, int To, Operand A, Operand B, Operand C);
}
