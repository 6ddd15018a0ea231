using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Compiled;

/// <summary>
/// The instructions that outputs need, in stretches that are each made a method. Rows go through in blocks, so that what one
/// stretch leaves for the next stays in the cache; nothing is allocated while it runs.
/// </summary>
internal sealed class LaneProgram
{
    /// <summary>Rows in a block, a multiple of those that go at a time.</summary>
    public const int Block = 256;

    /// <summary>So many rows as go at a time, or a multiple of them.</summary>
    public static int Padded(int rows) => (rows + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>Beyond some thousands of references to locals a method is compiled without any optimization.</summary>
    private const int LongestStretch = 400;

    private readonly ImmutableArray<Lazy<Kernel.Run>> kernels;

    public LaneProgram(IReadOnlyList<Instruction> instructions, IReadOnlyList<int> wanted)
    {
        var stretches = Live(instructions, wanted).Where(i => !IsSource(i)).Chunk(LongestStretch).ToList();
        var stretchOf = stretches.SelectMany((steps, s) => steps.Select(i => (i, s))).ToDictionary(p => p.i, p => p.s);
        Constants = [.. wanted.Select(w => instructions[w].Operation == Operation.Constant ? instructions[w].Value : (double?)null)];
        var outputs = wanted.Index().Where(w => Constants[w.Index] is null).ToLookup(w => w.Item, w => w.Index);
        var shared = new Stretch(instructions, outputs, new Dictionary<int, int>(), []);
        var passing = stretches.SelectMany((steps, s) => steps.SelectMany(shared.Operands).Where(o => stretchOf.TryGetValue(o, out var made) && made < s)).Distinct();
        shared = shared with { Slots = passing.Index().ToDictionary(p => p.Item, p => p.Index) };
        Slots = shared.Slots.Count;
        Steps = stretchOf.Count;
        LiveColumns = [.. Live(instructions, wanted).Where(i => instructions[i].Operation == Operation.Load)];
        var passed = wanted.Distinct().Where(w => instructions[w].Operation == Operation.Load).ToList();
        kernels =
        [
            .. stretches.DefaultIfEmpty([]).Select((steps, s) =>
                new Lazy<Kernel.Run>(() => Kernel.Make(steps, s == 0 ? shared with { Passed = passed } : shared))),
        ];

        bool IsSource(int i) => instructions[i].Operation is Operation.Load or Operation.Constant;
    }

    /// <summary>Of each output the number that it is in every row; null where rows differ.</summary>
    public ImmutableArray<double?> Constants { get; }

    /// <summary>The loads that are needed, by number of their instruction.</summary>
    public IReadOnlyList<int> LiveColumns { get; }

    public int Steps { get; }

    /// <summary>How many blocks of scratch a thread needs.</summary>
    public int Slots { get; }

    /// <summary>Runs over some rows: see <see cref="Kernel.Run"/>.</summary>
    public void Run(double[][] columns, int from, double[][] scratch, double[][] outputs, int at, int rows)
    {
        foreach (var kernel in kernels)
        {
            kernel.Value(columns, from, scratch, outputs, at, rows);
        }
    }

    private static IEnumerable<int> Live(IReadOnlyList<Instruction> instructions, IEnumerable<int> wanted)
    {
        var live = new bool[instructions.Count];
        foreach (var output in wanted)
        {
            live[output] = true;
        }

        for (var i = instructions.Count - 1; i >= 0; i--)
        {
            foreach (var operand in live[i] ? instructions[i].Operands : [])
            {
                live[operand] = true;
            }
        }

        return Enumerable.Range(0, instructions.Count).Where(i => live[i]);
    }
}
