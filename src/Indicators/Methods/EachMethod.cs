using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>
/// 逐行: shares the points out over rows (years, objects, a project's own goals) and scores each by one method. A row whose
/// evidence is missing follows the policy of the node: zero, full, or left out with its share going to the other rows;
/// a row on hold holds the node.
/// </summary>
public sealed class EachMethod(Formula rows, ImmutableArray<string> labels, Formula? share, Method method) : Method
{
    private const int RowsShown = 20;

    public override IEnumerable<Formula> Formulas => new[] { rows, share }.OfType<Formula>().Concat(method.AllFormulas);

    public override IEnumerable<Tests> Tests => method.Tests;

    public override IEnumerable<Method> Nested => [method];

    protected override Phrase Standard => share is null
        ? new Phrase(Standards.RowsEqual, Standards.Written(rows), method.InWords)
        : new Phrase(Standards.RowsShared, Standards.Written(rows), Standards.Written(share), method.InWords);

    internal override bool Follows => method.Follows;

    /// <summary>The rows that it goes over.</summary>
    internal Formula Rows => rows;

    /// <summary>The method of each row.</summary>
    internal Method OfRow => method;

    protected internal override Outcome Apply(MethodInput input)
    {
        var value = rows.Evaluate(input.Scope);
        if (value is not Value.List list)
        {
            return Unknown(rows, value, input);
        }

        if (list.Items.IsEmpty)
        {
            return new Outcome.Missing(MissingState.NotApplicable, new Phrase(Reasons.NoRows, rows.Source.Text));
        }

        if (list.Items.FirstOrDefault(item => item is not Feel.Value.Context) is { } none)
        {
            // Such as the third row of a table that has two.
            return Unknown(rows, none, input);
        }

        var scopes = list.Items.Select((item, i) => (Label: Label(item, i), Scope: input.Scope.With((Value.Context)item))).ToList();
        var shares = new List<Fraction>();
        foreach (var (label, scope) in scopes)
        {
            var part = share?.Evaluate(scope) ?? Feel.Value.Of(Fraction.One);
            if (part is not Value.Number { Amount.Sign: >= 0 } number)
            {
                return new Outcome.Missing(
                    (part as Value.Missing ?? Feel.Value.Null).State,
                    new Phrase(Reasons.RowShare, label, share!.Source.Text, Shown.Value(part, share.Type)));
            }

            shares.Add(number.Amount);
        }

        var whole = Fraction.Sum(shares);
        return whole.IsZero
            ? new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.RowSharesZero, share!.Source.Text))
            : AddUp([.. scopes.Zip(shares, (row, part) => Score(row.Label, row.Scope, input, input.Weight * part / whole))], input);
    }

    private ScoredRow Score(string label, ProjectScope scope, MethodInput input, Fraction weight) => new(
        label, weight, method.Score(new MethodInput(scope, input.Node, weight, input.IndicatorWeight)));

    private static Outcome AddUp(ImmutableArray<ScoredRow> scored, MethodInput input)
    {
        var (points, present) = (Fraction.Zero, Fraction.Zero);
        var said = new List<Phrase>();
        foreach (var row in scored)
        {
            if (row.Outcome is Outcome.Earned earned)
            {
                points += earned.Points;
                present += row.Weight;
                said.Add(new Phrase(Reasons.RowEarned, row.Label, earned.Reason, Reasons.Unrounded(earned.Points)));
                continue;
            }

            var missing = (Outcome.Missing)row.Outcome;
            var policy = input.Node.Missing.For(missing.State);
            if (policy == MissingPolicy.Hold)
            {
                return missing with { Reason = new Phrase(Reasons.Row, row.Label, missing.Reason) };
            }

            if (policy != MissingPolicy.Exclude)
            {
                points += policy == MissingPolicy.Keep ? row.Weight : Fraction.Zero;
                present += row.Weight;
            }

            said.Add(new Phrase(Reasons.RowMissing, row.Label, missing.Reason, Words.MissingStates[missing.State], Words.MissingPolicies[policy]));
        }

        if (present.IsZero)
        {
            return new Outcome.Missing(MissingState.NotApplicable, new Phrase(Reasons.AllRowsOut, scored.Length));
        }

        return new Outcome.Earned(points * input.Weight / present, Reason(said, scored.Length), Next(scored));
    }

    private static Phrase Reason(List<Phrase> said, int count)
    {
        var shown = said.Take(RowsShown).ToList();
        return said.Count <= RowsShown ? new Phrase(Reasons.Rows, count, shown) : new Phrase(Reasons.RowsMore, count, shown);
    }

    /// <summary>The row that loses most.</summary>
    private static Phrase? Next(ImmutableArray<ScoredRow> scored) => scored
        .Where(r => r.Outcome is Outcome.Earned { Next: not null })
        .OrderByDescending(r => r.Weight - ((Outcome.Earned)r.Outcome).Points)
        .Select(r => new Phrase(Reasons.NextRow, r.Label, ((Outcome.Earned)r.Outcome).Next!))
        .FirstOrDefault();

    private string Label(Value item, int index)
    {
        var named = labels.Select(l => ((Value.Context)item).Members.GetValueOrDefault(l, Feel.Value.Null))
            .Select(v => v is Value.Text text ? text.Content : Shown.Plain(v)).ToList();
        return named.Count > 0 ? string.Join(" / ", named) : (index + 1).ToString(CultureInfo.InvariantCulture);
    }

    private sealed record ScoredRow(string Label, Fraction Weight, Outcome Outcome);
}
