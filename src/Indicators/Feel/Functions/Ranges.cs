using System.Collections.Immutable;

namespace Indicators.Feel.Functions;

/// <summary>How ranges lie to each other and to points; a point is the range from itself to itself.</summary>
internal static class Ranges
{
    private const string PointToPoint = "point1: Any, point2: Any -> boolean";
    private const string PointToRange = "point: Any, range: range -> boolean";
    private const string RangeToPoint = "range: range, point: Any -> boolean";
    private const string RangeToRange = "range1: range, range2: range -> boolean";

    public static readonly ImmutableArray<Function> All =
    [
        Of("before", $"{RangeToRange} | {PointToRange} | {RangeToPoint} | {PointToPoint}", (x, y) => Before(x, y)),
        Of("after", $"{RangeToRange} | {PointToRange} | {RangeToPoint} | {PointToPoint}", (x, y) => Before(y, x)),
        Of("meets", RangeToRange, (x, y) => Meets(x, y)),
        Of("met by", RangeToRange, (x, y) => Meets(y, x)),
        Of("overlaps", RangeToRange, (x, y) => !Before(x, y) && !Before(y, x)),
        Of("overlaps before", RangeToRange, (x, y) => OverlapsBefore(x, y)),
        Of("overlaps after", RangeToRange, (x, y) => OverlapsBefore(y, x)),
        Of("finishes", $"{RangeToRange} | {PointToRange}", (x, y) => x.High.CompareTo(y.High) == 0 && x.Low.CompareTo(y.Low) >= 0),
        Of("finished by", $"{RangeToRange} | {RangeToPoint}", (x, y) => x.High.CompareTo(y.High) == 0 && x.Low.CompareTo(y.Low) <= 0),
        Of("includes", $"{RangeToRange} | {RangeToPoint}", (x, y) => Includes(x, y)),
        Of("during", $"{RangeToRange} | {PointToRange}", (x, y) => Includes(y, x)),
        Of("starts", $"{RangeToRange} | {PointToRange}", (x, y) => x.Low.CompareTo(y.Low) == 0 && x.High.CompareTo(y.High) <= 0),
        Of("started by", $"{RangeToRange} | {RangeToPoint}", (x, y) => x.Low.CompareTo(y.Low) == 0 && x.High.CompareTo(y.High) >= 0),
        Of("coincides", $"{RangeToRange} | {PointToPoint}", (x, y) => x.Low.CompareTo(y.Low) == 0 && x.High.CompareTo(y.High) == 0),
    ];

    private static Function Of(string name, string signatures, Func<Stretch, Stretch, bool> holds) => Function.Of(name, null, signatures, a =>
    {
        var (x, y) = (Stretch.Of(a[0]), Stretch.Of(a[1]));
        return x is not null && y is not null && x.IsOrderedWith(y) ? Value.Of(holds(x, y)) : Arithmetic.NoOrder;
    });

    private static bool Before(Stretch x, Stretch y) => x.High.IsBefore(y.Low);

    private static bool Meets(Stretch x, Stretch y) => x.High is { At: { } a, Side: 0 } && y.Low is { At: { } b, Side: 0 } && Value.Compare(a, b) == 0;

    private static bool OverlapsBefore(Stretch x, Stretch y) =>
        x.Low.CompareTo(y.Low) < 0 && !Before(x, y) && x.High.CompareTo(y.High) <= 0;

    private static bool Includes(Stretch x, Stretch y) => x.Low.CompareTo(y.Low) <= 0 && x.High.CompareTo(y.High) >= 0;

    /// <param name="At">Null where the range is open.</param>
    /// <param name="Side">0 at the value, 1 just above it, -1 just below it (an end that is not included), or the infinite side.</param>
    private sealed record Edge(Value? At, int Side)
    {
        public int CompareTo(Edge other) =>
            At is null || other.At is null ? (At is null ? 2 * Side : 0).CompareTo(other.At is null ? 2 * other.Side : 0)
            : Value.Compare(At, other.At) is not 0 and { } order ? order
            : Side.CompareTo(other.Side);

        /// <summary>Whether nothing is in both a range that ends here and one that begins there.</summary>
        public bool IsBefore(Edge low) => CompareTo(low) < 0;
    }

    private sealed record Stretch(Edge Low, Edge High)
    {
        public static Stretch? Of(Value value) => value switch
        {
            Value.Range { Low: Value.Missing } or Value.Range { High: Value.Missing } => null,
            Value.Range r => new(
                new(r.Low, r.Low is null ? -1 : r.LowClosed ? 0 : 1),
                new(r.High, r.High is null ? 1 : r.HighClosed ? 0 : -1)),
            Value.Test { Equal: true } t => new(new(t.Operand, 0), new(t.Operand, 0)),
            Value.Test or Value.List or Value.Context or Value.Function or Value.Truth => null,
            _ => new(new(value, 0), new(value, 0)),
        };

        public bool IsOrderedWith(Stretch other)
        {
            Value[] ends = [.. new[] { Low.At, High.At, other.Low.At, other.High.At }.OfType<Value>()];
            return ends.Length > 0 && ends.All(e => Value.Compare(ends[0], e) is not null);
        }
    }
}
