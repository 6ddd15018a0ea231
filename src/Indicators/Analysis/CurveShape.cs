using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>How a curve goes over the numbers that can occur: one way, up to a best stretch and down again, or neither, with two numbers that show it.</summary>
/// <param name="Follows">It rises all along, or falls all along.</param>
/// <param name="Peaks">It rises and then falls.</param>
/// <param name="Worse">Two numbers, the better one second, of which the second earns less; null where none was found.</param>
internal sealed record CurveShape(bool Follows, bool Peaks, (Fraction At, Fraction Then)? Worse)
{
    public static CurveShape Of(Curve curve, Interval domain, bool moreIsBetter)
    {
        var steps = Steps(curve, domain);
        var rises = steps.TakeWhile(s => s != Trend.Falling).Count();
        var falls = steps.Skip(rises).All(s => s != Trend.Rising);
        return new CurveShape(rises == steps.Count || !steps.Contains(Trend.Rising), falls, Worsening(curve, domain, moreIsBetter, close: false) ?? Worsening(curve, domain, moreIsBetter, close: true));
    }

    /// <summary>The trend within each cell and from each cell to its bound, from low to high.</summary>
    private static List<Trend> Steps(Curve curve, Interval domain)
    {
        var steps = new List<Trend>();
        Fraction? last = null;
        foreach (var (inside, low, high) in Cells(curve, domain))
        {
            if (low is { } from)
            {
                if (domain.Contains(from))
                {
                    steps.Add(Between(last, curve.Value(from)));
                    last = curve.Value(from);
                }

                steps.Add(Between(last, curve.Limit(inside, from)));
            }

            steps.Add(curve.Trend(inside));
            last = high is { } to ? curve.Limit(inside, to) : null;
        }

        if (domain is { High: { } end, HighClosed: true })
        {
            steps.Add(Between(last, curve.Value(end)));
        }

        return steps;
    }

    private static Trend Between(Fraction? before, Fraction after) => before is not { } known || known == after ? Trend.Flat : known < after ? Trend.Rising : Trend.Falling;

    /// <summary>The stretches between neighbouring bounds, with a number inside; null is infinite.</summary>
    private static IEnumerable<(Fraction Inside, Fraction? Low, Fraction? High)> Cells(Curve curve, Interval domain)
    {
        var bounds = curve.Bounds.Cast<Fraction?>().Append(domain.Low).Append(domain.High).OfType<Fraction>().Distinct().Order()
            .Where(b => !(b < domain.Low) && !(b > domain.High)).ToList();
        if (bounds.Count == 0)
        {
            return [(Fraction.Zero, null, null)];
        }

        var cells = bounds.Zip(bounds.Skip(1), (a, b) => ((a + b) / 2, (Fraction?)a, (Fraction?)b));
        return [
            .. domain.Low is null ? new[] { (bounds[0] - 1, (Fraction?)null, (Fraction?)bounds[0]) } : [],
            .. cells,
            .. domain.High is null ? new[] { (bounds[^1] + 1, (Fraction?)bounds[^1], (Fraction?)null) } : [],
        ];
    }

    /// <summary>Tries the bounds, a number between each two, and one beyond either end; if asked also numbers close to each bound.</summary>
    private static (Fraction, Fraction)? Worsening(Curve curve, Interval domain, bool moreIsBetter, bool close)
    {
        var numbers = Cells(curve, domain).SelectMany(c => Samples(c, close)).Distinct().Where(domain.Contains).Order().ToList();
        if (!moreIsBetter)
        {
            numbers.Reverse();
        }

        foreach (var (a, b) in numbers.Zip(numbers.Skip(1)))
        {
            if (curve.Value(b) < curve.Value(a))
            {
                return (a, b);
            }
        }

        return null;
    }

    private static IEnumerable<Fraction> Samples((Fraction Inside, Fraction? Low, Fraction? High) cell, bool close)
    {
        var near = new Fraction(1, 100);
        foreach (var bound in new[] { cell.Low, cell.High }.OfType<Fraction>())
        {
            yield return bound;
            if (close)
            {
                yield return bound + (cell.Inside - bound) * near;
            }
        }

        yield return cell.Inside;
    }
}
