using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>
/// Two figures that a flag wants to be the same, such as a total and its parts: <c>abs(合计 - sum(分项)) &gt; 0</c> or <c>甲 != 乙</c>.
/// How far they are apart is taken to be linear in each cell, which two looks tell; the cell is moved to where they meet.
/// </summary>
internal sealed class SampleTie
{
    private readonly Expression left;
    private readonly Expression? right;
    private readonly (string Name, string Table)? each;
    private readonly ImmutableArray<Way> ways;

    private SampleTie(Expression left, Expression? right, (string Name, string Table)? each, EvidenceSchema schema, SampleRanks ranks)
    {
        (this.left, this.right, this.each) = (left, right, each);
        var reach = SampleReach.Of(schema, [left, .. right is null ? [] : new[] { right }, .. each is null ? [] : new[] { new Expression.Name(each.Value.Table, left.Span) }]);
        var fields = reach.Fields.Where(f => f.Type.IsFigure).ToImmutableArray();
        var single = fields.Select(f => new Way(null, [f]))
            .Concat(reach.Columns.Where(c => c.Column.Type.IsFigure).Select(c => new Way(c.Table.Name, [c.Column])))
            .OrderBy(w => ranks.Of(w.Cells[0])).ToList();
        // What is scored stays, where the fields that are added up to it can all give way.
        ways = [.. single.Where(w => !ranks.IsScored(w.Cells[0])), new Way(null, fields), .. single.Where(w => ranks.IsScored(w.Cells[0]))];
    }

    /// <summary>The ties in the condition of a flag.</summary>
    public static IEnumerable<SampleTie> Of(FlagDefinition flag, EvidenceSchema schema, SampleRanks ranks)
    {
        var open = new Stack<(Expression Part, (string, string)? Each)>([(flag.When.Root, null)]);
        while (open.TryPop(out var next))
        {
            var (part, each) = next;
            if (part is Expression.Binary { Operator: Operator.Greater, Left: Expression.Call { Function: "abs", Arguments: [var apart] } })
            {
                yield return new(apart, null, each, schema, ranks);
            }
            else if (part is Expression.Binary { Operator: Operator.NotEqual } unequal && flag.When.TypeOf(unequal.Left) is FeelType.Number)
            {
                yield return new(unequal.Left, unequal.Right, each, schema, ranks);
            }

            var rows = part is Expression.Quantified { Every: false, Iterations: [{ Over: Expression.Name table } loop] } && schema.Table(table.Id) is not null ? (loop.Name, table.Id) : each;
            foreach (var inner in part.Parts)
            {
                open.Push((inner, rows));
            }
        }
    }

    /// <summary>Brings the two together, where one of the cells can be moved so.</summary>
    public void Close(SampleProject project)
    {
        if (each is not var (name, table))
        {
            Close(() => Apart(project), way => Cells(project, way));
            return;
        }

        foreach (var row in project.Rows(table))
        {
            Close(() => project.With(name, row, () => Apart(project)), way => way.Table == table ? [.. row.Cells.Where(c => way.Cells.Contains(c.Definition))] : []);
        }
    }

    private static SampleCell[] Cells(SampleProject project, Way way) => way.Table is { } table
        ? [.. project.Rows(table).SelectMany(r => r.Cells).Where(c => way.Cells.Contains(c.Definition))]
        : [.. way.Cells.Select(f => project.Field(f.Name))];

    private void Close(Func<Fraction?> apart, Func<Way, SampleCell[]> cells)
    {
        if (apart() is { IsZero: false })
        {
            _ = ways.Any(way => Move(cells(way), apart));
        }
    }

    private Fraction? Apart(SampleProject project)
    {
        try
        {
            return Evaluator.Evaluate(left, project) is not Value.Number first ? null
                : right is null ? first.Amount
                : Evaluator.Evaluate(right, project) is Value.Number second ? first.Amount - second.Amount
                : null;
        }
        catch (ExpressionLimitException)
        {
            return null;
        }
    }

    /// <summary>Moves cells that all pull the same way in proportion, of others the side that is more; the last takes what rounding leaves.</summary>
    private static bool Move(SampleCell[] cells, Func<Fraction?> apart)
    {
        if (apart() is not { } before)
        {
            return false;
        }

        var moved = cells.Where(c => c.Figure is not null).Select(c => (Cell: c, c.Text, Figure: c.Figure!.Value, Pull: Pull(c, before, apart))).Where(c => !c.Pull.IsZero)
            .GroupBy(c => c.Pull.Sign).OrderByDescending(side => side.Count()).FirstOrDefault()?.ToList() ?? [];
        var whole = Fraction.Sum(moved.Select(m => m.Figure * m.Pull));
        if (moved.Count == 0 || (moved.Count > 1 && whole.IsZero))
        {
            return false;
        }

        var isMoved = moved[..^1].TrueForAll(m => m.Cell.Take(Rough(m.Cell, m.Figure * (whole - before) / whole)))
            && apart() is { } left && moved[^1] is var last && last.Cell.Take(last.Figure - (left / last.Pull))
            && apart() is { } after && Fraction.Abs(after) * Fraction.Hundred < Fraction.Abs(before);
        if (!isMoved)
        {
            moved.ForEach(m => m.Cell.Text = m.Text);
        }

        return isMoved;
    }

    /// <summary>How much further apart the two are when the cell is one more; 0 where that cannot be told.</summary>
    private static Fraction Pull(SampleCell cell, Fraction before, Func<Fraction?> apart)
    {
        var text = cell.Text;
        cell.Text = SampleValues.Written(cell.Definition.Type, cell.Figure!.Value + 1);
        var after = apart();
        cell.Text = text;
        return (after ?? before) - before;
    }

    /// <summary>A part of a sum is a round figure.</summary>
    private static Fraction Rough(SampleCell cell, Fraction figure) => cell.Definition.Type.Kind switch
    {
        FieldKind.Money => (figure / Fraction.Hundred).Round(0) * Fraction.Hundred,
        FieldKind.Number => figure.Round(0),
        _ => figure,
    };

    /// <summary>Cells that may be moved together: fields, or columns of a table in all its rows.</summary>
    private sealed record Way(string? Table, ImmutableArray<FieldDefinition> Cells);
}
