using System.Numerics;

namespace Indicators.Compiled;

/// <summary>Points as whole numbers of a unit so small that every weight of a rule set is one, and every decimal that is shown: a seventh of 20 points too.</summary>
internal sealed class PointUnits
{
    /// <summary>No node has more decimals.</summary>
    private const int Places = 6;

    /// <summary>With more units in a point the points of ten million projects would be no long.</summary>
    private const long Most = 1_000_000_000;

    private readonly long ofPoint;

    private PointUnits(long ofPoint) => this.ofPoint = ofPoint;

    /// <summary>Null where weights have no such unit in common.</summary>
    public static PointUnits? Of(CompiledProgram program)
    {
        var units = program.Leaves.Select(l => l.Weight).Concat(program.Nodes.Select(program.MaximumOf))
            .Aggregate((BigInteger)PlainNumber.Powers[Places], (common, points) => common / BigInteger.GreatestCommonDivisor(common, points.Denominator) * points.Denominator);
        return units <= Most && program.Nodes.All(n => n.Places <= Places) ? new PointUnits((long)units) : null;
    }

    /// <summary>A weight in units.</summary>
    public long Of(Fraction weight) => (long)(weight * new Fraction(ofPoint)).Numerator;

    /// <summary>How many units the last of so many decimals is.</summary>
    public long OfLast(int places) => ofPoint / PlainNumber.Powers[places];

    /// <summary>Units in so many decimals, rounded half-up as a fraction would be.</summary>
    public long Shown(long units, int places)
    {
        var step = OfLast(places);
        return (units + (step / 2)) / step;
    }

    public Fraction Points(long units) => new(units, ofPoint);
}
