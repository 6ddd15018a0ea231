using System.Buffers;
using System.Text;
using CsvHelper;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>Writes the scores of rows that the program scored, digit by digit: the same bytes as <see cref="ResultWriter"/>; and counts them.</summary>
internal sealed class QuickWriter
{
    private readonly CompiledProgram program;
    private readonly PointUnits units;
    private readonly Node[] nodes;
    private readonly NodeCell[] cellsOf;
    private readonly int[][] leaves;
    private readonly long[] weights;
    private readonly byte[][] grades;
    private readonly byte[][] flags;
    private readonly byte[] heldWord;
    private readonly (long Projects, long Points)[] lost;
    private readonly long[] flagged;
    private readonly long[] graded;
    private readonly int[] states;
    private readonly int[] standings;
    private readonly double[] lastStandings;
    private readonly byte[] resting = new byte[3 * QuickCells.LongestDigits];
    private readonly int longestRow;
    private readonly long step;
    private readonly double[][] figures;
    private readonly double[][] constants;
    private int restingLength;
    private long total;
    private long scored;
    private long provisional;

    private QuickWriter(CompiledProgram program, PointUnits units, Language language)
    {
        (this.program, this.units) = (program, units);
        var ruleSet = program.RuleSet;
        nodes = [ruleSet.Root, .. ruleSet.Root.Children, .. ruleSet.Root.Indicators];
        leaves = [.. nodes.Select(n => program.LeavesOf(n).ToArray())];
        weights = [.. program.Leaves.Select(l => units.Of(l.Weight))];
        cellsOf = [.. nodes.Select(n => new NodeCell(program.Published(program.Nodes.IndexOf(n)), n.Places, units.OfLast(n.Places), units.Of(program.MaximumOf(n))))];
        grades = [.. program.Grades.Select(g => Encoding.UTF8.GetBytes(g?.Name ?? ""))];
        flags = [.. ruleSet.Flags.Select(f => Encoding.UTF8.GetBytes(f.Code))];
        heldWord = Encoding.UTF8.GetBytes(Words.ScoreStates[ScoreState.Held].In(language));
        lost = new (long, long)[nodes.Length];
        flagged = new long[flags.Length];
        graded = new long[grades.Length];
        figures = [.. Enumerable.Repeat(Array.Empty<double>(), program.Outputs)];
        constants = [.. figures.Select(_ => new double[LaneProgram.Block])];
        step = units.OfLast(nodes[0].Places);
        states = [.. program.Leaves.Select((_, l) => program.Leaf(l).Output).Distinct()];
        standings = [.. program.Leaves.Select((_, l) => program.Standing(l).Output).Distinct()];
        lastStandings = new double[standings.Length];
        longestRow = (nodes.Length + 4) * Math.Max(QuickCells.LongestDigits, heldWord.Length + 1) + grades.Max(g => g.Length) + 2 * flags.Sum(f => f.Length + 1) + 4;
    }

    /// <summary>Null where results look otherwise, or the weights have no small unit in common.</summary>
    public static QuickWriter? Of(CompiledProgram? program, BatchFormat format) =>
        !format.IsLong && program is { HasStandings: true } && PointUnits.Of(program) is { } units
            && program.RuleSet.Flags.All(f => IsPlain(Encoding.UTF8.GetBytes(f.Code))) && program.Grades.All(g => IsPlain(Encoding.UTF8.GetBytes(g?.Name ?? "")))
            ? new QuickWriter(program, units, format.Language) : null;

    /// <summary>Takes what was worked out of a block of rows.</summary>
    public void Take(ScoreSheet sheet)
    {
        for (var output = 0; output < figures.Length; output++)
        {
            figures[output] = sheet.FirstBlock(output, constants[output]);
        }
    }

    /// <summary>Writes a row of the block, and counts it.</summary>
    public void Write(ArrayBufferWriter<byte> to, int row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        Text(to, id);
        Text(to, name);
        var cells = new QuickCells(to.GetSpan(longestRow));
        var isHeld = IsAnyHeld(row);
        var held = Points(ref cells, row, 0, isHeld);
        var grade = (int)figures[program.Grade][row];
        cells.Text(grades[grade]);
        cells.Digits(Shown(held), nodes[0].Places);
        Resting(ref cells, row);
        for (var node = 1; node < nodes.Length; node++)
        {
            Points(ref cells, row, node, isHeld);
        }

        Flags(ref cells, row, ScoreSheet.Raised, flagged);
        cells.Add((byte)',');
        Flags(ref cells, row, ScoreSheet.Undecided, null);
        cells.Add((byte)'\n');
        to.Advance(cells.Length);
        graded[grade]++;
        scored++;
        provisional += held > 0 ? 1 : 0;
        total += (long)figures[cellsOf[0].Output][row] * step;
    }

    /// <summary>What was counted, which begins anew.</summary>
    public Tally Count()
    {
        var tally = new Tally
        {
            Scored = scored,
            Provisional = provisional,
            Total = units.Points(total),
            Grades = graded.Index().Where(g => g.Item > 0).ToDictionary(g => program.Grades[g.Index]?.Name ?? "", g => g.Item),
            Flags = flagged.Index().Where(f => f.Item > 0).ToDictionary(f => program.RuleSet.Flags[f.Index].Code, f => f.Item),
            Deductions = lost.Index().Where(l => l.Item.Projects > 0 && nodes[l.Index].Level == Level.Indicator)
                .ToDictionary(l => nodes[l.Index].Code, l => new Lost(l.Item.Projects, units.Points(l.Item.Points))),
        };
        (total, scored, provisional) = (0, 0, 0);
        Array.Clear(lost);
        Array.Clear(flagged);
        Array.Clear(graded);
        return tally;
    }

    /// <summary>Writes the points of a node, or that they are held.</summary>
    /// <returns>How many of them are, in units of points.</returns>
    private long Points(ref QuickCells cells, int row, int node, bool isAnyHeld)
    {
        var (state, open) = (LeafLifter.Scored, 0L);
        if (isAnyHeld)
        {
            state = 0;
            foreach (var leaf in leaves[node])
            {
                var its = StateOf(program.Leaf(leaf), row);
                state = Math.Max(state, its);
                open += its == LeafLifter.Held ? weights[leaf] : 0;
            }
        }

        ref readonly var own = ref cellsOf[node];
        var shown = double.ConvertToIntegerNative<long>(figures[own.Output][row]);
        if (state == LeafLifter.Held)
        {
            cells.Text(heldWord);
        }
        else
        {
            cells.Digits(shown, own.Places);
        }

        // Whether points are lost is hard to foresee: no branch.
        var missed = Math.Max(0, own.Maximum - (shown * own.Unit) - open);
        ref var all = ref lost[node];
        all.Projects += missed > 0 ? 1 : 0;
        all.Points += missed;

        return open;
    }

    /// <summary>Most rows have no points held, and none of their leaves has to be looked at.</summary>
    private bool IsAnyHeld(int row)
    {
        foreach (var output in states)
        {
            // 01 among pairs of bits.
            var word = (long)figures[output][row];
            if ((word & ~(word >> 1) & 0x5_5555_5555_5555) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes what the total rests on. Many rows rest on the same as the one before.</summary>
    private void Resting(ref QuickCells cells, int row)
    {
        var isSame = restingLength > 0;
        for (var i = 0; i < standings.Length; i++)
        {
            var word = figures[standings[i]][row];
            isSame &= word == lastStandings[i];
            lastStandings[i] = word;
        }

        if (!isSame)
        {
            Span<long> points = stackalloc long[3];
            foreach (var leaf in leaves[0])
            {
                var standing = StateOf(program.Standing(leaf), row);
                points[standing == LeafLifter.Unnamed ? (int)Standing.Nothing : standing] += weights[leaf];
            }

            var own = new QuickCells(resting);
            own.Digits(Shown(points[(int)Standing.Evidence]), nodes[0].Places);
            own.Digits(Shown(points[(int)Standing.Claim]), nodes[0].Places);
            own.Digits(Shown(points[(int)Standing.Nothing]), nodes[0].Places);
            restingLength = own.Length;
        }

        cells.Add(resting.AsSpan(0, restingLength));
    }

    private void Flags(ref QuickCells cells, int row, int state, long[]? counts)
    {
        var any = false;
        for (var flag = 0; flag < flags.Length; flag++)
        {
            if (StateOf(program.Flag(flag), row) != state)
            {
                continue;
            }

            if (any)
            {
                cells.Add((byte)' ');
            }

            any = true;
            cells.Add(flags[flag]);
            if (counts is not null)
            {
                counts[flag]++;
            }
        }
    }

    private int StateOf((int Output, int Shift) at, int row) => (int)((long)figures[at.Output][row] >> at.Shift) & 3;

    /// <summary>Rounded to the places of the total.</summary>
    private long Shown(long points) => units.Shown(points, nodes[0].Places);

    private static void Text(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> text)
    {
        if (IsPlain(text))
        {
            to.Write(text);
        }
        else
        {
            using var cell = new MemoryStream();
            using (var csv = BatchFormat.Writer(cell))
            {
                BatchFormat.WriteText(csv, Encoding.UTF8.GetString(text));
                csv.EndRecord();
            }

            // Without the end of the record.
            to.Write(cell.GetBuffer().AsSpan(0, (int)cell.Length - 1));
        }

        to.Write(","u8);
    }

    /// <summary>Whether the CSV library would write it as it is; of the rest it decides.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text) =>
        !text.ContainsAny((byte)'"', (byte)',', (byte)'\n') && !text.Contains((byte)'\r') && (text.IsEmpty || (text[0] is not ((byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or 0xEF or (byte)' ')));

    /// <summary>How the points of a node are written.</summary>
    /// <param name="Output">Where the program puts them.</param>
    /// <param name="Places">Decimals.</param>
    /// <param name="Unit">The last decimal in units of points.</param>
    /// <param name="Maximum">In units of points.</param>
    private readonly record struct NodeCell(int Output, int Places, long Unit, long Maximum);
}
