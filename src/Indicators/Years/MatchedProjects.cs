using System.Collections.Immutable;
using System.Numerics;
using Indicators.Years.Statistics;

namespace Indicators.Years;

/// <summary>The projects that are in both years: sums that are exact, and the totals of each for what needs all of them.</summary>
public sealed class MatchedProjects
{
    /// <summary>Beyond so many groups of a field it is no department or fund, and the rest are counted together.</summary>
    private const int MostGroups = 1000;

    private readonly Ledger ledger;
    private readonly YearOptions options;
    private readonly List<long> before = [];
    private readonly List<long> after = [];
    private readonly Dictionary<(string Before, string After), int> transitions = [];
    private readonly PriorityQueue<string, (long Size, int Order)> movers = new();
    private readonly Sums[] nodes;
    private readonly List<OrderedDictionary<string, Sums>> groups;

    internal MatchedProjects(Ledger ledger, YearOptions options)
    {
        (this.ledger, this.options) = (ledger, options);
        nodes = [.. Enumerable.Range(0, ledger.Pairs.Length + 1).Select(entry => new Sums(ledger, entry))];
        groups = [.. options.Groups.Select(_ => new OrderedDictionary<string, Sums>())];
    }

    public int Count => before.Count;

    /// <summary>Those whose evidence of a year does not suit the rules of the other: they have a change, and no split.</summary>
    public int NotSplit { get; private set; }

    /// <summary>How many go from one grade to another, or keep theirs; empty for none.</summary>
    public IReadOnlyDictionary<(string Before, string After), int> Transitions => transitions;

    /// <summary>The totals.</summary>
    public ChangeFigures Total => nodes[0].Figures(null);

    /// <summary>Dimensions, criteria and indicators in the order of the later rules.</summary>
    public IEnumerable<ChangeFigures> Nodes => ledger.Pairs.Zip(nodes.Skip(1), (pair, sums) => sums.Figures(pair));

    /// <summary>Of every indicator whose sum moved the probability of a shift as large by chance, corrected for how many there are; by code.</summary>
    public IReadOnlyDictionary<string, double> IndicatorShifts()
    {
        var moved = Nodes.Where(n => n.Pair!.Level == Level.Indicator && !n.Change.IsZero).ToList();
        return moved.Zip(ChangeFigures.Shifts(moved)).ToDictionary(p => p.First.Pair!.Code, p => p.Second);
    }

    /// <summary>The groups of each field that was asked for, the largest first; projects without a text are under the empty name.</summary>
    public IEnumerable<(string Field, ImmutableArray<(string Name, ChangeFigures Figures)> Groups)> Groups => options.Groups.Zip(groups, (name, found) => (name, Largest(found)));

    /// <summary>How the totals of the year before lie.</summary>
    public Sample Before => new(Points(before));

    public Sample After => new(Points(after));

    /// <summary>Whether the totals moved one way.</summary>
    public PairedShift Shift => new(Points(Changes));

    /// <summary>Whether those that stood high do so still.</summary>
    public RankCorrelation Ranks => new(Points(before), Points(after));

    /// <summary>The changes of totals that lie far from the others.</summary>
    public Outliers Outliers => Outliers.Of(Points(Changes));

    private IEnumerable<long> Changes => before.Zip(after, (b, a) => a - b);

    /// <summary>The ids of the biggest movers, the largest change first, of equals the one that came first.</summary>
    internal IEnumerable<string> Movers => movers.UnorderedItems.OrderByDescending(m => m.Priority).Select(m => m.Element);

    internal void Add(YearScores old, YearScores @new)
    {
        var order = before.Count;
        before.Add(old.Own[0]);
        after.Add(@new.Own[0]);
        transitions[(old.Grade, @new.Grade)] = transitions.GetValueOrDefault((old.Grade, @new.Grade)) + 1;
        NotSplit += old.Crossed is null || @new.Crossed is null ? 1 : 0;
        for (var entry = 0; entry < nodes.Length; entry++)
        {
            nodes[entry].Add(old, @new);
        }

        for (var i = 0; i < groups.Count; i++)
        {
            Group(groups[i], @new.Groups[i].Length > 0 ? @new.Groups[i] : old.Groups[i]).Add(old, @new);
        }

        var size = Math.Abs(@new.Own[0] - old.Own[0]);
        if (size > 0 && options.Top > 0)
        {
            movers.Enqueue(@new.Id, (size, -order));
            if (movers.Count > options.Top)
            {
                movers.Dequeue();
            }
        }
    }

    private Sums Group(OrderedDictionary<string, Sums> found, string name)
    {
        if (!found.TryGetValue(name, out var sums))
        {
            name = found.Count < MostGroups ? name : "…";
            if (!found.TryGetValue(name, out sums))
            {
                found[name] = sums = new Sums(ledger, 0);
            }
        }

        return sums;
    }

    private static ImmutableArray<(string Name, ChangeFigures Figures)> Largest(OrderedDictionary<string, Sums> found) =>
        [.. found.Select(g => (g.Key, Figures: g.Value.Figures(null))).OrderByDescending(g => g.Figures.Projects).ThenBy(g => g.Key, StringComparer.Ordinal)];

    private double[] Points(IEnumerable<long> totals) => Units.ToPoints(totals, ledger.TotalPlaces);

    /// <summary>The exact sums of the total or of a node.</summary>
    private sealed class Sums(Ledger ledger, int entry)
    {
        private readonly Dictionary<long, int> changes = [];
        private BigInteger before;
        private BigInteger after;
        private BigInteger twiceEvidence;
        private BigInteger twiceRules;
        private BigInteger onMissing;
        private int projects;
        private int split;

        public void Add(YearScores old, YearScores @new)
        {
            var (from, to) = (old.Own[entry], @new.Own[entry]);
            projects++;
            before += from;
            after += to;
            changes[to - from] = changes.GetValueOrDefault(to - from) + 1;
            if (old.Crossed is { } newRules && @new.Crossed is { } newEvidence)
            {
                split++;
                twiceEvidence += newEvidence[entry] - from + to - newRules[entry];
                twiceRules += newRules[entry] - from + to - newEvidence[entry];
                onMissing += Math.Max(old.OnMissing[entry], @new.OnMissing[entry]);
            }
        }

        public ChangeFigures Figures(NodePair? pair) => new(
            pair, projects, split, ledger.Of(before, entry), ledger.Of(after, entry),
            new Effects(ledger.Of(twiceEvidence, entry) / 2, ledger.Of(twiceRules, entry) / 2), ledger.Of(onMissing, entry), Shift);

        private PairedShift Shift() => new(Units.ToPoints(
            changes.OrderBy(c => c.Key).SelectMany(c => Enumerable.Repeat(c.Key, c.Value)), entry == 0 ? ledger.TotalPlaces : ledger.Pairs[entry - 1].Places));
    }
}

/// <summary>The total, a node or a group over all projects that are in both years.</summary>
/// <param name="Pair">The node; null for totals.</param>
/// <param name="Projects">How many.</param>
/// <param name="Split">Of how many the change is split; <paramref name="Effects"/> are theirs.</param>
/// <param name="Before">The sum of the points in the year before.</param>
/// <param name="After">The sum of the points in the year after.</param>
/// <param name="Effects">The sums of the effects.</param>
/// <param name="OnMissing">The sum of the points whose split rests on how missing evidence is settled.</param>
/// <param name="Shift">Whether the points moved one way; worked out when it is asked for.</param>
public sealed record ChangeFigures(NodePair? Pair, int Projects, int Split, Fraction Before, Fraction After, Effects Effects, Fraction OnMissing, Func<PairedShift> Shift)
{
    public Fraction Change => After - Before;

    /// <summary>The probabilities of shifts as large by chance (signed ranks), corrected for being tested at once.</summary>
    public static double[] Shifts(IEnumerable<ChangeFigures> tested) => Holm.Corrected([.. tested.Select(f => f.Shift().RankProbability)]);

    /// <summary>A sum as a mean over the projects; zero where there are none.</summary>
    public Fraction Mean(Fraction sum, bool ofSplit = false) => (ofSplit ? Split : Projects) is > 0 and var count ? sum / count : Fraction.Zero;
}
