using System.Globalization;

namespace Indicators.Methods;

/// <summary>What a value is compared with: the mean, the lowest and the highest of the peers, and how many are above or below.</summary>
public sealed class Peers
{
    private readonly Fraction[] values;
    private readonly long[] upTo;
    private readonly bool isGiven;

    /// <param name="values">The distinct values in ascending order; none where nobody asks for a rank.</param>
    /// <param name="upTo">How many peers have that value or a lower one.</param>
    private Peers(Fraction[] values, long[] upTo, long count, Fraction mean, Fraction low, Fraction high, bool isGiven) =>
        (this.values, this.upTo, Count, Mean, Low, High, this.isGiven) = (values, upTo, count, mean, low, high, isGiven);

    public static Peers None { get; } = Of([]);

    /// <summary>How many there are; 0 where figures are given.</summary>
    public long Count { get; }

    public Fraction Mean { get; }

    public Fraction Low { get; }

    public Fraction High { get; }

    /// <summary>How many there are; nothing where figures are given.</summary>
    public Bilingual InWords
    {
        get
        {
            var count = Count.ToString(CultureInfo.InvariantCulture);
            return isGiven ? new("（给定）", " (given)") : new($"{count}个", $" of {count}");
        }
    }

    public static Peers Of(IEnumerable<Fraction> values)
    {
        var measured = new PeerValues(ordered: true);
        foreach (var value in values)
        {
            measured.Add(value);
        }

        return measured.ToPeers();
    }

    public static Peers Given(Fraction mean, Fraction low, Fraction high) => new([], [], 0, mean, low, high, isGiven: true);

    internal static Peers Of(long count, Fraction sum, Fraction low, Fraction high, IReadOnlyDictionary<Fraction, long>? counts)
    {
        Fraction[] ascending = counts is null ? [] : [.. counts.Keys.Order()];
        var upTo = new long[ascending.Length];
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = counts![ascending[i]] + (i == 0 ? 0 : upTo[i - 1]);
        }

        return new(ascending, upTo, count, count == 0 ? Fraction.Zero : sum / new Fraction(count), low, high, isGiven: false);
    }

    /// <summary>How many are lower than a value.</summary>
    public long Below(Fraction value)
    {
        var at = Array.BinarySearch(values, value);
        at = at < 0 ? ~at : at;
        return at == 0 ? 0 : upTo[at - 1];
    }

    /// <summary>How many are higher than a value.</summary>
    public long Above(Fraction value)
    {
        var at = Array.BinarySearch(values, value);
        at = at < 0 ? ~at - 1 : at;
        return Count - (at < 0 ? 0 : upTo[at]);
    }
}

/// <summary>The values of peers while they are measured: their sum and bounds and, where a rank is asked for, how many have each.</summary>
internal sealed class PeerValues(bool ordered)
{
    private readonly Dictionary<Fraction, long>? counts = ordered ? [] : null;
    private long count;
    private Fraction sum;
    private Fraction low;
    private Fraction high;

    public void Add(Fraction value)
    {
        (low, high) = count == 0 ? (value, value) : (Fraction.Min(low, value), Fraction.Max(high, value));
        sum += value;
        count++;
        if (counts is not null)
        {
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }
    }

    public Peers ToPeers() => Peers.Of(count, sum, low, high, counts);
}
