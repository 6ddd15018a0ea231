using System.Collections.Immutable;

namespace Indicators.Feel.Functions;

/// <summary>Functions of a list, or of its items as arguments: sums, extremes, averages.</summary>
internal static class Aggregates
{
    private static readonly Bilingual EmptyList = new("列表为空", "the list is empty");
    private static readonly Bilingual OneItem = new("只有一项，没有标准差", "one item has no standard deviation");

    public static readonly ImmutableArray<Function> All =
    [
        Aggregate("count", "个数", "list: list -> number", Count) with { SeesMissing = true },
        Numbers("sum", "合计", "element", (_, items) => Fraction.Sum(items)),
        Numbers("mean", "平均", "element", (_, items) => Fraction.Sum(items) / items.Length),
        Numbers("product", null, "number", (a, items) => items.Aggregate(Fraction.One, (x, y) => Arithmetic.Multiply(x, y, a.Budget))),
        Numbers("median", null, "element", (a, items) => Median(Sorted(a, items))),
        Aggregate("min", "最小", "list: list -> element", a => Extreme(a, -1)),
        Aggregate("max", "最大", "list: list -> element", a => Extreme(a, 1)),
        Aggregate("mode", null, "list: list<number> -> list<number>", Mode),
        Aggregate("stddev", null, "list: list<number> -> element", Deviation),
        Aggregate("all", null, "list: list<boolean> -> boolean", a => Together(a, Operator.And)) with { SeesMissing = true },
        Aggregate("any", null, "list: list<boolean> -> boolean", a => Together(a, Operator.Or)) with { SeesMissing = true },
    ];

    private static Value Empty => Value.Undefined(EmptyList);

    private static Function Aggregate(string name, string? chinese, string signature, Func<Arguments, Value> apply) =>
        Function.Of(name, chinese, signature, apply) with { Aggregates = true };

    private static Function Numbers(string name, string? chinese, string result, Func<Arguments, Fraction[], Fraction> apply) =>
        Aggregate(name, chinese, $"list: list<number> -> {result}", a =>
        {
            var items = Amounts(a);
            return items.Length == 0 ? Empty : Arithmetic.Made(apply(a, items), a.Budget);
        });

    /// <summary>A null that somebody wrote is an item; evidence that is missing makes the count unknown.</summary>
    private static Value Count(Arguments a)
    {
        var missing = a.All.OfType<Value.Missing>().Where(m => !m.IsWritten).ToList();
        return missing.Count > 0 ? Value.Worst(missing) : Value.Of(a.All.Length);
    }

    private static Fraction[] Amounts(Arguments a)
    {
        a.Budget.Spend(a.All.Sum(v => v!.Extent.Size));
        return [.. a.All.Select(v => ((Value.Number)v!).Amount)];
    }

    private static Fraction[] Sorted(Arguments a, Fraction[] items)
    {
        a.Budget.Spend(items.Length * 4L);
        return [.. items.Order()];
    }

    private static Fraction Median(Fraction[] sorted) =>
        (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static Value Extreme(Arguments a, int sign)
    {
        Value? best = null;
        foreach (var item in a.All)
        {
            a.Budget.Spend(item!.Extent.Size);
            if (best is null)
            {
                best = item;
            }
            else if (Value.Compare(item, best) is not { } order)
            {
                return Arithmetic.NoOrder;
            }
            else if (order * sign > 0)
            {
                best = item;
            }
        }

        return best ?? Empty;
    }

    private static Value Mode(Arguments a)
    {
        var groups = Sorted(a, Amounts(a)).GroupBy(x => x).Select(g => (g.Key, Count: g.Count())).ToList();
        return Value.Of(groups.Where(g => g.Count == groups.Max(other => other.Count)).Select(g => Value.Of(g.Key)));
    }

    private static Value Deviation(Arguments a)
    {
        var items = Amounts(a);
        if (items.Length < 2)
        {
            return items.Length == 0 ? Empty : Value.Undefined(OneItem);
        }

        a.Budget.Spend(items.Length * 4L);
        var mean = Fraction.Sum(items) / items.Length;
        var variance = Fraction.Sum(items.Select(x => (x - mean) * (x - mean))) / (items.Length - 1);
        return Value.Of(Irrational.SquareRoot(variance)!.Value);
    }

    /// <summary>Three-valued: what decides, decides; else one unknown makes the whole unknown.</summary>
    private static Value Together(Arguments a, Operator operation)
    {
        if (a.All.Any(v => v is not (Value.Truth or Value.Missing)))
        {
            return Arithmetic.WrongArguments;
        }

        return a.All.Aggregate(Value.Of(operation == Operator.And), (all, next) => Evaluator.Logic(operation, all, () => next!));
    }
}
