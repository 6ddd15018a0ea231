using System.Text;
using CsvHelper;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>Writes the scores of rows that the program scored, digit by digit: the same bytes as <see cref="ResultWriter"/>; and counts them.</summary>
internal sealed class QuickWriter
{
    /// <summary>Weights and points are counted in millionths: more decimals than any has.</summary>
    private const int Places = 6;

    private static readonly long[] Powers = [.. Enumerable.Range(0, Places + 1).Select(i => (long)Math.Pow(10, i))];

    private readonly RuleSet ruleSet;
    private readonly CompiledProgram program;
    private readonly Node[] nodes;
    private readonly int[] indexes;
    private readonly int[][] leaves;
    private readonly long[] weights;
    private readonly long[] maxima;
    private readonly byte[][] grades;
    private readonly byte[][] flags;
    private readonly byte[] held;

    private QuickWriter(CompiledProgram program, Language language)
    {
        (ruleSet, this.program) = (program.RuleSet, program);
        nodes = [ruleSet.Root, .. ruleSet.Root.Children, .. ruleSet.Root.All.Where(n => n.Level == Level.Indicator)];
        indexes = [.. nodes.Select(n => program.Published(program.Nodes.IndexOf(n)))];
        leaves = [.. nodes.Select(n => program.LeavesOf(n).ToArray())];
        weights = [.. program.Leaves.Select(l => Millionths(l.Weight)!.Value)];
        maxima = [.. nodes.Select((n, i) => n.Kind == DimensionKind.Counted && !n.Children.IsEmpty ? leaves[i].Sum(l => weights[l]) : Millionths(n.Weight)!.Value)];
        grades = [.. program.Grades.Select(g => Encoding.UTF8.GetBytes(g?.Name ?? ""))];
        flags = [.. ruleSet.Flags.Select(f => Encoding.UTF8.GetBytes(f.Code))];
        held = Encoding.UTF8.GetBytes(Words.ScoreStates[ScoreState.Held].In(language));
        Lost = new (long, long)[nodes.Length];
        Flagged = new long[flags.Length];
        Graded = new long[grades.Length];
    }

    /// <summary>Of each node the projects that lost points, and how many millionths in all.</summary>
    private (long Projects, long Points)[] Lost { get; }

    private long[] Flagged { get; }

    private long[] Graded { get; }

    private long Total { get; set; }

    private long Scored { get; set; }

    private long Provisional { get; set; }

    /// <summary>Null where results look otherwise, or a weight has more decimals.</summary>
    public static QuickWriter? Of(CompiledProgram? program, BatchFormat format) =>
        !format.IsLong && program is { HasStandings: true } && program.Nodes.All(n => n.Places <= Places && Millionths(n.Weight) is not null) && program.Leaves.All(l => Millionths(l.Weight) is not null)
            && program.RuleSet.Flags.All(f => IsPlain(Encoding.UTF8.GetBytes(f.Code))) && program.Grades.All(g => IsPlain(Encoding.UTF8.GetBytes(g?.Name ?? "")))
            ? new QuickWriter(program, format.Language) : null;

    public void Write(MemoryStream to, ScoreSheet sheet, int row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        Text(to, id);
        Text(to, name);
        Points(to, sheet, row, 0);
        var grade = (int)sheet.Output(program.Grade, row);
        to.Write(grades[grade]);
        to.WriteByte((byte)',');
        WriteHeld(to, sheet, row);
        for (var node = 1; node < nodes.Length; node++)
        {
            Points(to, sheet, row, node);
        }

        Flags(to, sheet, row, ScoreSheet.Raised, Flagged);
        to.WriteByte((byte)',');
        Flags(to, sheet, row, ScoreSheet.Undecided, null);
        to.WriteByte((byte)'\n');
        Graded[grade]++;
        Scored++;
        Total += Units(sheet, row, 0);
    }

    /// <summary>Adds what was counted, and begins anew.</summary>
    public void Count(Tally tally)
    {
        tally.Scored += Scored;
        tally.Provisional += Provisional;
        tally.Total += Points(Total);
        foreach (var (grade, count) in Graded.Index().Where(g => g.Item > 0).Select(g => (program.Grades[g.Index]?.Name ?? "", g.Item)))
        {
            tally.Grades[grade] = tally.Grades.GetValueOrDefault(grade) + count;
        }

        foreach (var (flag, count) in Flagged.Index().Where(f => f.Item > 0))
        {
            tally.Flags[ruleSet.Flags[flag].Code] = tally.Flags.GetValueOrDefault(ruleSet.Flags[flag].Code) + count;
        }

        foreach (var (node, lost) in Lost.Index().Where(l => l.Item.Projects > 0 && nodes[l.Index].Level == Level.Indicator))
        {
            tally.Deductions[nodes[node].Code] = tally.Deductions.GetValueOrDefault(nodes[node].Code) + new Lost(lost.Projects, Points(lost.Points));
        }

        (Total, Scored, Provisional) = (0, 0, 0);
        Array.Clear(Lost);
        Array.Clear(Flagged);
        Array.Clear(Graded);
    }

    private void Points(MemoryStream to, ScoreSheet sheet, int row, int node)
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
            to.Write(held);
        }
        else
        {
            Digits(to, units, nodes[node].Places);
        }

        to.WriteByte((byte)',');
        var lost = maxima[node] - units - open;
        if (lost > 0)
        {
            Lost[node] = (Lost[node].Projects + 1, Lost[node].Points + lost);
        }
    }

    private void WriteHeld(MemoryStream to, ScoreSheet sheet, int row)
    {
        var (open, evidence, claim, nothing) = (0L, 0L, 0L, 0L);
        foreach (var leaf in leaves[0])
        {
            var weight = weights[leaf];
            open += sheet.StateOf(program.Leaf(leaf), row) == LeafLifter.Held ? weight : 0;
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

        Provisional += open > 0 ? 1 : 0;
        var places = nodes[0].Places;
        foreach (var points in (ReadOnlySpan<long>)[open, evidence, claim, nothing])
        {
            Digits(to, points, places);
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
    private long Units(ScoreSheet sheet, int row, int node) => (long)sheet.Output(indexes[node], row) * Powers[Places - nodes[node].Places];

    /// <summary>Rounded half-up to so many places, as a fraction would be.</summary>
    private static void Digits(MemoryStream to, long millionths, int places)
    {
        Span<byte> digits = stackalloc byte[24];
        var step = Powers[Places - places];
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

    private static Fraction Points(long millionths) => new(millionths, Powers[Places]);

    private static long? Millionths(Fraction points) => points * new Fraction(Powers[Places]) is { Denominator.IsOne: true, Numerator: var units } ? (long)units : null;
}
