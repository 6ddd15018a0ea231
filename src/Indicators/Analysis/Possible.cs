using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>What an expression can come to when all its evidence is there; wider than the truth where parts depend on each other.</summary>
internal abstract record Possible
{
    public static readonly Possible Anything = new Unknown();

    public sealed record Unknown : Possible;

    /// <summary>Numbers from <see cref="Low"/> to <see cref="High"/>, both included; null is infinite.</summary>
    public sealed record Number(Fraction? Low, Fraction? High) : Possible
    {
        public static readonly Number Every = new(null, null);

        public static Number Of(Fraction value) => new(value, value);

        public Interval AsInterval => new(Low, Low is not null, High, High is not null);

        public Number Plus(Number other) => new(Low + other.Low, High + other.High);

        public Number Negated => new(-High, -Low);

        public Number Times(Number other)
        {
            if (Low is not { } a || High is not { } b || other.Low is not { } c || other.High is not { } d)
            {
                // One-sided bounds survive only where no sign can turn round.
                return Low?.Sign >= 0 && other.Low?.Sign >= 0 ? new(Low * other.Low, High * other.High) : Every;
            }

            Fraction[] ends = [a * c, a * d, b * c, b * d];
            return new(ends.Min(), ends.Max());
        }

        /// <summary>Divided by what is above zero: what is at or below zero has no quotient, or turns the sign.</summary>
        public Number Over(Number divisor) => divisor.Low is not { Sign: >= 0 } low ? Every
            : Times(new(divisor.High is { } high && !high.IsZero ? Fraction.One / high : Fraction.Zero, low.IsZero ? null : Fraction.One / low));

        public Number Or(Number other) => new(Low is null || other.Low is null ? null : Fraction.Min(Low.Value, other.Low.Value), High is null || other.High is null ? null : Fraction.Max(High.Value, other.High.Value));
    }

    /// <summary>Whether a condition can hold and can fail.</summary>
    public sealed record Truth(bool Holds, bool Fails) : Possible
    {
        /// <summary>The one answer that it always gives; null where it can give both.</summary>
        public bool? Always => Holds == Fails ? null : Holds;

        public static Truth Of(bool value) => new(value, !value);

        public Truth Not => new(Fails, Holds);
    }
}
