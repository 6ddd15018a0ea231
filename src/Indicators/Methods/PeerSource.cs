using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>来自: the portfolio, a list, or 给定 figures: 均值, 最低 and 最高, each an expression.</summary>
public sealed class PeerSource
{
    private Formula? list;
    private Formula? mean;
    private Formula? low;
    private Formula? high;

    private PeerSource()
    {
    }

    public bool IsPortfolio { get; private init; }

    internal IEnumerable<Formula> Formulas => new[] { list, mean, low, high }.OfType<Formula>();

    internal Phrase InWords => IsPortfolio ? new Phrase(Standards.PeersPortfolio)
        : list is not null ? new Phrase(Standards.PeersList, Standards.Written(list))
        : new Phrase(Standards.PeersGiven, new[] { (Keys.Mean, mean), (Keys.Lowest, low), (Keys.Highest, high) }
            .Where(f => f.Item2 is not null).Select(f => new Phrase(Standards.PeersFigure, f.Item1, Standards.Written(f.Item2!))));

    internal static PeerSource? Read(MethodReader reader, PeerComparison? by)
    {
        if (reader.Word(Keys.PeersFrom, required: true) is not { } from)
        {
            return null;
        }

        if (Keys.Portfolio.Matches(from.Content))
        {
            return new PeerSource { IsPortfolio = true };
        }

        if (!Keys.Given.Matches(from.Content))
        {
            return new PeerSource { list = reader.Context.Formula(from, new FeelType.List(FeelType.Bare)) };
        }

        if (by == PeerComparison.Rank)
        {
            reader.Report(Messages.PeersRankGiven);
            return null;
        }

        var range = by == PeerComparison.MinMax;
        return new PeerSource
        {
            mean = reader.Formula(Keys.Mean, FeelType.Bare, required: !range || reader.Has(Keys.Within)),
            low = range ? reader.Formula(Keys.Lowest, FeelType.Bare, required: true) : null,
            high = range ? reader.Formula(Keys.Highest, FeelType.Bare, required: true) : null,
        };
    }

    /// <summary>The peers, or what is missing of them.</summary>
    internal (Peers? Peers, Outcome.Missing? Missing) Of(PeersMethod method, MethodInput input)
    {
        if (!IsPortfolio && list is null)
        {
            return Given(input);
        }

        if (list is null)
        {
            return Enough(input.Scope.Portfolio?.Of(method) ?? Peers.None);
        }

        return list.Evaluate(input.Scope) is Value.List items
            ? Enough(Peers.Of(items.Items.OfType<Value.Number>().Select(n => n.Amount)))
            : (null, Method.Unknown(list, list.Evaluate(input.Scope), input));
    }

    private static (Peers?, Outcome.Missing?) Enough(Peers peers) =>
        peers.Count < 2 ? (null, new Outcome.Missing(MissingState.Unassessable, new Phrase(Reasons.PeersTooFew, peers.Count))) : (peers, null);

    private (Peers?, Outcome.Missing?) Given(MethodInput input)
    {
        var figures = new List<Fraction>();
        foreach (var formula in new[] { mean, low, high })
        {
            var value = formula?.Evaluate(input.Scope) ?? Value.Of(Fraction.Zero);
            if (value is not Value.Number { Amount: var figure })
            {
                return (null, Method.Unknown(formula!, value, input));
            }

            figures.Add(figure);
        }

        return (Peers.Given(figures[0], figures[1], figures[2]), null);
    }
}
