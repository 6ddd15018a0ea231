using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>目标 as people write it, ≥200: in expressions a context of 目标 (number), 方向 (≥, ≤ or =) and 单位.</summary>
public static class Target
{
    private static readonly Bilingual Amount = new("目标", "target");
    private static readonly Bilingual Direction = new("方向", "direction");
    private static readonly Bilingual Unit = new("单位", "unit");

    public static FeelType Type(string? unit) => new FeelType.Row(ImmutableDictionary<string, FeelType>.Empty
        .Add(Amount.Zh, new FeelType.Number(unit)).Add(Amount.En, new FeelType.Number(unit))
        .Add(Direction.Zh, FeelType.String).Add(Direction.En, FeelType.String)
        .Add(Unit.Zh, FeelType.String).Add(Unit.En, FeelType.String));

    public static bool Is(FeelType type) => type is FeelType.Row row && row.Members.ContainsKey(Amount.En) && row.Members.ContainsKey(Direction.En);

    /// <param name="amount">The figure; percentages as shares, money in 元.</param>
    /// <param name="direction">≥, ≤, =, or null where none is written.</param>
    /// <param name="unit">As written; empty where there is none.</param>
    public static Value Of(Fraction amount, string? direction, string unit)
    {
        var number = Value.Of(amount);
        Value sign = direction is null ? Value.Null : new Value.Text(direction);
        Value written = unit.Length == 0 ? Value.Null : new Value.Text(unit);
        return new Value.Context(ImmutableDictionary<string, Value>.Empty
            .Add(Amount.Zh, number).Add(Amount.En, number).Add(Direction.Zh, sign).Add(Direction.En, sign).Add(Unit.Zh, written).Add(Unit.En, written));
    }

    /// <summary>The figure and the direction of a target; the value itself for any other.</summary>
    internal static (Value Amount, Value? Direction) Split(Value value) =>
        value is Value.Context { Members: var members } && members.TryGetValue(Amount.En, out var amount) && members.TryGetValue(Direction.En, out var direction)
            ? (amount, direction)
            : (value, null);

    /// <summary>A target in its own unit, so that it can be read again; null for a value of another kind.</summary>
    public static string? Written(Value value)
    {
        if (Split(value) is not (Value.Number { Amount: var amount }, { } direction))
        {
            return null;
        }

        var unit = (((Value.Context)value).Members[Unit.En] as Value.Text)?.Content ?? "";
        var scale = unit == FeelType.Percent ? new Fraction(1, 100) : MoneyUnits.Find(unit) ?? Fraction.One;
        return $"{(direction as Value.Text)?.Content}{(amount / scale).ToShortest(Limits.Digits)}{unit}";
    }

    /// <summary>The target as people write it; null for a value of another kind.</summary>
    internal static string? InWords(Value value, Func<Value, string> number) =>
        Split(value) is (var amount, { } direction) ? $"{(direction as Value.Text)?.Content}{number(amount)}{((((Value.Context)value).Members[Unit.En] as Value.Text)?.Content is { } unit and not "%" ? unit : "")}" : null;
}
