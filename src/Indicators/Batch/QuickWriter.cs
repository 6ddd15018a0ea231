using System.Text;
using CsvHelper;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>Writes the scores of rows that the program scored, digit by digit: the same bytes as <see cref="ResultWriter"/>; and counts them.</summary>
internal sealed class QuickWriter
{
    /// <summary>Weights and points are counted in millionths: more decimals than any has.</summary>
    private const int Places = 6;

    private readonly CompiledProgram program;
    private readonly Node[] nodes;
    private readonly int[] indexes;
    private readonly int[][] leaves;
    private readonly long[] weights;
    private readonly long[] maxima;
    private readonly byte[][] grades;
    private readonly byte[][] flags;
    private readonly byte[] heldWord;
    private readonly (long Projects, long Points)[] lost;
    private readonly long[] flagged;
    private readonly long[] graded;
    private long total;
    private long scored;
    private long provisional;

    private QuickWriter(CompiledProgram program, Language language)
    {
        this.program = program;
        var ruleSet = program.RuleSet;
        nodes = [ruleSet.Root, .. ruleSet.Root.Children, .. ruleSet.Root.Indicators];
        indexes = [.. nodes.Select(n => program.Published(program.Nodes.IndexOf(n)))];
        leaves = [.. nodes.Select(n => program.LeavesOf(n).ToArray())];
        weights = [.. program.Leaves.Select(l => Millionths(l.Weight)!.Value)];
        maxima = [.. nodes.Select(n => Millionths(program.MaximumOf(n))!.Value)];
        grades = [.. program.Grades.Select(g => Encoding.UTF8.GetBytes(g?.Name ?? ""))];
        flags = [.. ruleSet.Flags.Select(f => Encoding.UTF8.GetBytes(f.Code))];
        heldWord = Encoding.UTF8.GetBytes(Words.ScoreStates[ScoreState.Held].In(language));
        lost = new (long, long)[nodes.Length];
        flagged = new long[flags.Length];
        graded = new long[grades.Length];
    }

    /// <summary>Null where results look otherwise, or a weight has more decimals.</summary>
    public static QuickWriter? Of(CompiledProgram? program, BatchFormat format) =>
        !format.IsLong && program is { HasStandings: true } && program.Nodes.All(n => n.Places <= Places && Millionths(program.MaximumOf(n)) is not null) && program.Leaves.All(l => Millionths(l.Weight) is not null)
            && program.RuleSet.Flags.All(f => IsPlain(Encoding.UTF8.GetBytes(f.Code))) && program.Grades.All(g => IsPlain(Encoding.UTF8.GetBytes(g?.Name ?? "")))
            ? new QuickWriter(program, format.Language) : null;

    public void Write(MemoryStream to, ScoreSheet sheet, int row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        Text(to, id);
        Text(to, name);
        var held = Points(to, sheet, row, 0);
        var grade = (int)sheet.Output(program.Grade, row);
        to.Write(grades[grade]);
        to.WriteByte((byte)',');
        Digits(to, held, nodes[0].Places);
        to.WriteByte((byte)',');
        Resting(to, sheet, row);
        for (var node = 1; node < nodes.Length; node++)
        {
            Points(to, sheet, row, node);
        }

        Flags(to, sheet, row, ScoreSheet.Raised, flagged);
        to.WriteByte((byte)',');
        Flags(to, sheet, row, ScoreSheet.Undecided, null);
        to.WriteByte((byte)'\n');
        graded[grade]++;
        scored++;
        provisional += held > 0 ? 1 : 0;
        total += Units(sheet, row, 0);
    }

    /// <summary>What was counted, which begins anew.</summary>
    public Tally Count()
    {
        var tally = new Tally
        {
            Scored = scored,
            Provisional = provisional,
            Total = Points(total),
            Grades = graded.Index().Where(g => g.Item > 0).ToDictionary(g => program.Grades[g.Index]?.Name ?? "", g => g.Item),
            Flags = flagged.Index().Where(f => f.Item > 0).ToDictionary(f => program.RuleSet.Flags[f.Index].Code, f => f.Item),
            Deductions = lost.Index().Where(l => l.Item.Projects > 0 && nodes[l.Index].Level == Level.Indicator)
                .ToDictionary(l => nodes[l.Index].Code, l => new Lost(l.Item.Projects, Points(l.Item.Points))),
        };
        (total, scored, provisional) = (0, 0, 0);
        Array.Clear(lost);
        Array.Clear(flagged);
        Array.Clear(graded);
        return tally;
    }

    /// <summary>Writes the points of a node, or that they are held.</summary>
    /// <returns>How many of them are.</returns>
    private long Points(MemoryStream to, ScoreSheet sheet, int row, int node)
    {
        var (state, open) = (0, 0L);
        foreach (var leaf in leaves[node])
        {
            var own = sheet.StateOf(program.Leaf(leaf), row);
            state = Math.Max(state, own);
            open += own == LeafLifter.Held ? weights[leaf] : 0;
        }

        var units = Units(sheet, row, node);
        if (state == LeafLifter.Held)
        {
            to.Write(heldWord);
        }
        else
        {
            Digits(to, units, nodes[node].Places);
        }

        to.WriteByte((byte)',');
        if (maxima[node] - units - open is > 0 and var missed)
        {
            lost[node] = (lost[node].Projects + 1, lost[node].Points + missed);
        }

        return open;
    }

    /// <summary>Writes what the total rests on.</summary>
    private void Resting(MemoryStream to, ScoreSheet sheet, int row)
    {
        var (evidence, claim, nothing) = (0L, 0L, 0L);
        foreach (var leaf in leaves[0])
        {
            var weight = weights[leaf];
            switch ((Standing)sheet.StateOf(program.Standing(leaf), row))
            {
                case Standing.Evidence:
                    evidence += weight;
                    break;
                case Standing.Claim:
                    claim += weight;
                    break;
                default:
                    nothing += weight;
                    break;
            }
        }

        foreach (var points in (ReadOnlySpan<long>)[evidence, claim, nothing])
        {
            Digits(to, points, nodes[0].Places);
            to.WriteByte((byte)',');
        }
    }

    private void Flags(MemoryStream to, ScoreSheet sheet, int row, int state, long[]? counts)
    {
        var any = false;
        for (var flag = 0; flag < flags.Length; flag++)
        {
            if (sheet.StateOf(program.Flag(flag), row) != state)
            {
                continue;
            }

            if (any)
            {
                to.WriteByte((byte)' ');
            }

            any = true;
            to.Write(flags[flag]);
            if (counts is not null)
            {
                counts[flag]++;
            }
        }
    }

    /// <summary>The published points in millionths.</summary>
    private long Units(ScoreSheet sheet, int row, int node) => (long)sheet.Output(indexes[node], row) * PlainNumber.Powers[Places - nodes[node].Places];

    /// <summary>Rounded half-up to so many places, as a fraction would be.</summary>
    private static void Digits(MemoryStream to, long millionths, int places)
    {
        Span<byte> digits = stackalloc byte[24];
        var step = PlainNumber.Powers[Places - places];
        var units = (millionths + step / 2) / step;
        var at = digits.Length;
        for (var i = 0; i <= places || units > 0; i++)
        {
            if (i == places && places > 0)
            {
                digits[--at] = (byte)'.';
            }

            digits[--at] = (byte)('0' + units % 10);
            units /= 10;
        }

        to.Write(digits[at..]);
    }

    private static void Text(MemoryStream to, ReadOnlySpan<byte> text)
    {
        if (IsPlain(text))
        {
            to.Write(text);
        }
        else
        {
            var cell = new MemoryStream();
            using (var csv = BatchFormat.Writer(cell))
            {
                BatchFormat.WriteText(csv, Encoding.UTF8.GetString(text));
            }

            cell.WriteTo(to);
        }

        to.WriteByte((byte)',');
    }

    /// <summary>Whether the CSV library would write it as it is; of the rest it decides.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text) =>
        !text.ContainsAny((byte)'"', (byte)',', (byte)'\n') && !text.Contains((byte)'\r') && (text.IsEmpty || (text[0] is not ((byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or 0xEF or (byte)' ')));

    private static Fraction Points(long millionths) => new(millionths, PlainNumber.Powers[Places]);

    private static long? Millionths(Fraction points) => points * new Fraction(PlainNumber.Powers[Places]) is { Denominator.IsOne: true, Numerator: var units } ? (long)units : null;
}
