using System.Numerics;

namespace Indicators.Compiled;

/// <summary>Which figures may stand in a field or a column of a table, in units of its last decimal.</summary>
internal sealed class FieldRange
{
    private readonly (long Low, long High)[]? intervals;

    public FieldRange(FieldDefinition field)
    {
        var scale = new Fraction(Columns.UnitsOf(field.Type.Kind));
        intervals = field.Range?.Intervals is { } own ? [.. own.Select(i => Units(i, scale))] : null;
        Takes = field.Type.Kind != FieldKind.Target && (field.Range is null || (intervals is not null && field.Type.IsFigure));
    }

    /// <summary>Whether any value can be told by its units: a goal cannot, nor what has a range that is no interval of figures.</summary>
    public bool Takes { get; }

    /// <summary>Whether a figure may be in evidence.</summary>
    public bool Contains(long units)
    {
        if (intervals is null)
        {
            return true;
        }

        foreach (var (low, high) in intervals)
        {
            if (units >= low && units <= high)
            {
                return true;
            }
        }

        return false;
    }

    private static (long Low, long High) Units(Feel.Interval interval, Fraction scale)
    {
        var low = interval.Low is { } l ? l * scale is var exact && interval.LowClosed ? exact.Ceiling() : (l * scale).Floor() + 1 : long.MinValue;
        var high = interval.High is { } h ? h * scale is var top && interval.HighClosed ? top.Floor() : (h * scale).Ceiling() - 1 : long.MaxValue;
        return ((long)BigInteger.Max(low, long.MinValue), (long)BigInteger.Min(high, long.MaxValue));
    }
}
