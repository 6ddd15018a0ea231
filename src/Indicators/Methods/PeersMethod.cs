using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>What of the peers a value is compared with.</summary>
public enum PeerComparison
{
    /// <summary>均值: the nested method sees the mean.</summary>
    Mean,

    /// <summary>极差: (v − min) ÷ (max − min) of the points.</summary>
    MinMax,

    /// <summary>名次: the nested method scores the rank, 1 the best; equals share the better rank.</summary>
    Rank,
}

/// <summary>
/// 同类: compares the value with those of the peers, which are the other projects of the portfolio and this one, a list, or
/// figures that are given. Fewer than two values cannot be compared: 无法考核.
/// </summary>
public sealed class PeersMethod(PeerComparison by, PeerSource source, bool lessIsBetter, Formula? within, Method? nested, Formula? measure) : Method
{
    private static readonly ImmutableDictionary<PeerComparison, Bilingual> Named = new Dictionary<PeerComparison, Bilingual>
    {
        [PeerComparison.Mean] = Keys.Mean,
        [PeerComparison.MinMax] = Keys.MinMax,
        [PeerComparison.Rank] = Keys.Rank,
    }.ToImmutableDictionary();

    /// <summary>Whether the peers are the projects of the portfolio.</summary>
    public bool OfPortfolio => source.IsPortfolio;

    /// <summary>Whether it needs the values one by one, and not only their mean and bounds.</summary>
    internal bool Ranks => by == PeerComparison.Rank;

    /// <summary>What every project of the portfolio measures.</summary>
    public Formula? Measured { get; } = measure;

    protected override bool MeasuresNumber => true;

    public override IEnumerable<Formula> Formulas => new[] { within }.OfType<Formula>().Concat(source.Formulas).Concat(nested?.AllFormulas ?? []);

    public override IEnumerable<Tests> Tests => nested?.Tests ?? [];

    public override bool IsJudged => nested is { IsJudged: true };

    public override IEnumerable<Method> Nested => nested is null ? [] : [nested];

    public override IEnumerable<PeersMethod> Comparisons => (nested?.Comparisons ?? []).Prepend(this);

    protected override Phrase Standard
    {
        get
        {
            var better = lessIsBetter ? Standards.LessIsBetter : Standards.MoreIsBetter;
            var range = new Phrase(Standards.PeersRange, source.InWords, better);
            return by switch
            {
                PeerComparison.Mean => new Phrase(Standards.PeersMean, source.InWords, nested!.InWords),
                PeerComparison.Rank => new Phrase(Standards.PeersRank, source.InWords, better, nested!.InWords),
                _ => within is null ? range : Standards.Join(range, new Phrase(Standards.PeersWithin, Standards.Written(within))),
            };
        }
    }

    /// <summary>A mean moves with the peers, not with the project; a rank only gets better.</summary>
    internal override bool Follows => nested is null || nested.Follows;

    internal static Method? Read(MethodReader reader)
    {
        var context = reader.Context;
        var before = context.Diagnostics.Count;
        var by = reader.Word(Keys.ComparedBy, required: true) is { } word ? context.Word(word, Named) : null;
        var source = PeerSource.Read(reader, by);
        var less = reader.Choice(Keys.Direction, false, [("≥", false), (">=", false), ("≤", true), ("<=", true)]);
        if (by == PeerComparison.Mean && reader.Has(Keys.Direction))
        {
            reader.Report(Messages.PeersDirection);
        }

        var within = reader.Formula(Keys.Within, FeelType.Bare, required: false);
        var nested = ReadNested(reader, by);
        if (context.Diagnostics.Count > before || by is null || source is null)
        {
            return null;
        }

        if ((nested is null) != (by == PeerComparison.MinMax) || (within is not null && by != PeerComparison.MinMax))
        {
            reader.Report(by == PeerComparison.MinMax ? Messages.PeersRangeNested : Messages.PeersNeedMethod, Named[by.Value]);
            return null;
        }

        if (source.IsPortfolio && reader.Measured?.Formula is null)
        {
            reader.Report(Messages.PeersNested);
            return null;
        }

        return new PeersMethod(by.Value, source, less, within, nested, reader.Measured?.Formula) { Place = reader.Place, Value = reader.Value };
    }

    /// <summary>The method that scores the value beside the mean, or the rank.</summary>
    private static Method? ReadNested(MethodReader reader, PeerComparison? by)
    {
        if (by == PeerComparison.Rank)
        {
            return reader.Nested(new Inherited(FeelType.Bare, null));
        }

        var outer = reader.Context.Scope;
        reader.Context.Scope = outer.With(Keys.Mean.Zh, reader.MeasuredType).With(Keys.Mean.En, reader.MeasuredType);
        var nested = reader.Nested(reader.Measured);
        reader.Context.Scope = outer;
        return nested;
    }

    protected internal override Outcome Apply(MethodInput input)
    {
        var (peers, missing) = source.Of(this, input);
        return peers is null ? missing! : by switch
        {
            PeerComparison.Mean => ByMean(peers, input),
            PeerComparison.Rank => ByRank(peers, input),
            _ => ByRange(peers, input),
        };
    }

    private Outcome ByMean(Peers peers, MethodInput input)
    {
        var mean = Feel.Value.Of(peers.Mean);
        var named = new Value.Context(ImmutableDictionary<string, Value>.Empty.Add(Keys.Mean.Zh, mean).Add(Keys.Mean.En, mean));
        var outcome = nested!.Score(input with { Scope = input.Scope.With(named) });
        return outcome is Outcome.Earned earned
            ? earned with { Reason = new Phrase(Reasons.PeersMean, peers.InWords, Shown.Value(mean, input.Measured!.Type), earned.Reason) }
            : outcome;
    }

    private Outcome ByRank(Peers peers, MethodInput input)
    {
        var measured = input.Measured!;
        var rank = Feel.Value.Of(new Fraction(1 + (lessIsBetter ? peers.Below(measured.Number) : peers.Above(measured.Number))));
        var outcome = nested!.Score(input with { Measured = new Measured(rank, FeelType.Bare, new Phrase(new("第{0}名", "rank {0}"), Shown.Plain(rank))) });
        return outcome is Outcome.Earned earned
            ? earned with { Reason = new Phrase(Reasons.PeersRank, measured.Arithmetic, peers.InWords, Shown.Plain(rank), earned.Reason) }
            : outcome;
    }

    private Outcome ByRange(Peers peers, MethodInput input)
    {
        var (low, high) = (peers.Low, peers.High);
        if (within is not null)
        {
            if (within.Evaluate(input.Scope) is not Value.Number { Amount: var reach })
            {
                return Unknown(within, within.Evaluate(input.Scope), input);
            }

            (low, high) = (Fraction.Max(low, peers.Mean - reach), Fraction.Min(high, peers.Mean + reach));
        }

        var measured = input.Measured!;
        var (from, to) = (Shown.Value(Feel.Value.Of(low), measured.Type), Shown.Value(Feel.Value.Of(high), measured.Type));
        if (low >= high)
        {
            return new Outcome.Missing(MissingState.Unassessable, new Phrase(Reasons.PeersAllEqual, measured.Arithmetic, from));
        }

        var share = (Fraction.Clamp(measured.Number, low, high) - low) / (high - low);
        share = lessIsBetter ? Fraction.One - share : share;
        return new Outcome.Earned(
            share * input.Weight,
            new Phrase(Reasons.PeersRange, measured.Arithmetic, peers.InWords, from, to, Shown.Percent(share), Reasons.Points(input.Weight)),
            share == Fraction.One ? null : new Phrase(Reasons.NextReference, lessIsBetter ? from : to, Reasons.Points(input.Weight)));
    }
}
