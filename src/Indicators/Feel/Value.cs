using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Feel;

/// <summary>A FEEL value. Null is <see cref="Missing"/>: it remembers in which of the four ways the evidence is missing.</summary>
public abstract partial record Value
{
    public sealed record Number(Fraction Amount) : Value;

    public sealed record Text(string Content) : Value;

    public sealed record Truth(bool Holds) : Value;

    public sealed record Date(CalendarDate Day) : Value;

    /// <param name="Second">Of the day, with decimals.</param>
    /// <param name="Zone">Null for a local time.</param>
    public sealed record Time(Fraction Second, Zone? Zone) : Value;

    /// <param name="Second">Of the day, as the clock in the zone shows it.</param>
    public sealed record DateTime(CalendarDate Day, Fraction Second, Zone? Zone) : Value;

    public sealed record DayTimeDuration(Fraction Seconds) : Value;

    public sealed record YearMonthDuration(BigInteger Months) : Value;

    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        private readonly Extent extent = Extent.Around(Items);

        public override Extent Extent => extent;

        /// <summary>Set for a table, and for rows filtered from it.</summary>
        public TableTraits? Traits { get; init; }
    }

    public sealed record Context(ImmutableDictionary<string, Value> Members) : Value
    {
        private readonly Extent extent = Extent.Around(Members.Values);

        public override Extent Extent => extent;

        /// <summary>The keys as they were written; a row of a table, which is not written in an expression, has them sorted.</summary>
        public ImmutableArray<string> Keys
        {
            get => field.IsDefault ? [.. Members.Keys.Order(StringComparer.Ordinal)] : field;
            init;
        }

        public Context With(string key, Value value) => new(Members.SetItem(key, value))
        {
            Keys = Members.ContainsKey(key) ? Keys : Keys.Add(key),
        };
    }

    /// <summary>The values between two ends; an end that is null in C# is open, such as that of <c>(&gt; 5)</c>.</summary>
    public sealed record Range(Value? Low, bool LowClosed, Value? High, bool HighClosed) : Value;

    /// <summary>The test <c>(= x)</c> or <c>(!= x)</c> as a value; the other comparisons are ranges.</summary>
    public sealed record Test(bool Equal, Value Operand) : Value;

    /// <summary>A function written in the expression, with the names around it, or one of the built-in ones.</summary>
    public sealed record Function : Value
    {
        internal Function(Expression.Lambda written, Frame? around) => (Written, Around) = (written, around);

        internal Function(Feel.Function builtIn) => BuiltIn = builtIn;

        internal Expression.Lambda? Written { get; }

        internal Frame? Around { get; }

        internal Feel.Function? BuiltIn { get; }
    }

    /// <param name="State">In which way.</param>
    /// <param name="Why">Why a result is undefined although its inputs are there, such as a division by zero.</param>
    public sealed record Missing(MissingState State, Bilingual? Why = null) : Value
    {
        /// <summary>Whether somebody wrote <c>null</c> in an expression: a value like others, not absent evidence.</summary>
        public bool IsWritten { get; init; }
    }

    public static readonly Value True = new Truth(true);
    public static readonly Value False = new Truth(false);
    public static readonly Missing Null = new(MissingState.Blank);
    public static readonly Missing WrittenNull = new(MissingState.Blank) { IsWritten = true };

    /// <summary>How much there is of it.</summary>
    public virtual Extent Extent => this switch
    {
        Text t => new(1, 1 + t.Content.Length / 16),
        Number n => new(1, 1 + n.Amount.Bits / 256),
        _ => new(1, 1),
    };

    public static Value Of(bool holds) => holds ? True : False;

    public static Value Of(Fraction amount) => new Number(amount);

    public static Value Of(string content) => new Text(content);

    public static Value Of(IEnumerable<Value> items) => new List([.. items]);

    /// <summary>A context with its keys in this order.</summary>
    public static Context Keyed(IReadOnlyCollection<KeyValuePair<string, Value>> members) =>
        new(members.ToImmutableDictionary()) { Keys = [.. members.Select(m => m.Key)] };

    public static Missing Undefined(Bilingual why) => new(MissingState.Blank, why);

    /// <summary>The worst of several missing values; the first of equals, so that the result does not depend on chance.</summary>
    public static Missing Worst(IEnumerable<Missing> missing) =>
        missing.Aggregate((worst, next) => next.State > worst.State ? next : worst);
}

/// <summary>How deep a value nests and how much there is of it, shared parts counted each time that they would be written.</summary>
public readonly record struct Extent(int Depth, long Size)
{
    public static Extent Around(IEnumerable<Value> parts)
    {
        var (depth, size) = (0, 0L);
        foreach (var part in parts)
        {
            var extent = part.Extent;
            depth = Math.Max(depth, extent.Depth);
            size = Math.Min(long.MaxValue / 2, size + extent.Size);
        }

        return new Extent(depth + 1, size + 1);
    }
}
