using System.Collections.Immutable;

namespace Indicators.Feel.Functions;

/// <summary>Functions that take lists apart and put them together. Missing items stay what they are.</summary>
internal static class Lists
{
    private static readonly Bilingual NoPosition = new("列表没有这个位置", "the list has no such position");

    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("list contains", null, "list: list, element: Any? -> boolean", a => Value.Of(a.Items(0).Any(item => a.AreEqual(item, a[1])))),
        Function.Of("append", null, "list: list, item...: Any? -> same", a => Value.Of(a.Items(0).AddRange(a.All.Skip(1)!))),
        Function.Of("concatenate", null, "list...: list -> same", a => Value.Of(Joined(a))),
        Function.Of("union", null, "list...: list -> same", a => Value.Of(Distinct(a, Joined(a)))),
        Function.Of("distinct values", null, "list: list -> same", a => Value.Of(Distinct(a, a.Items(0)))),
        Function.Of("flatten", null, "list: list -> list", a =>
        {
            a.Budget.Spend(a[0].Extent.Size);
            return Value.Of(Flat(a[0]));
        }),
        Function.Of("reverse", null, "list: list -> same", a => Value.Of(a.Items(0).Reverse())),
        Function.Of("index of", null, "list: list, match: Any? -> list<number>", a =>
            Value.Of(a.Items(0).Index().Where(item => a.AreEqual(item.Item, a[1])).Select(item => Value.Of(item.Index + 1)))),
        Function.Of("sublist", null, "list: list, start position: number, length?: number -> same", Sublist),
        Function.Of("insert before", null, "list: list, position: number, newItem: Any? -> same", a =>
            At(a, 1) is { } at ? Value.Of(a.Items(0).Insert(at, a[2])) : Value.Undefined(NoPosition)),
        Function.Of("remove", null, "list: list, position: number -> same", a =>
            At(a, 1) is { } at ? Value.Of(a.Items(0).RemoveAt(at)) : Value.Undefined(NoPosition)),
        Function.Of("list replace", null, "list: list, position: number, newItem: Any? -> same | list: list, match: function, newItem: Any? -> same", Replace),
        Function.Of("sort", null, "list: list, precedes: function -> same", a => Value.Of(Sorted(a, a.Items(0)))),
    ];

    private static ImmutableArray<Value> Joined(Arguments a) => [.. Enumerable.Range(0, a.All.Length).SelectMany(i => a.Items(i))];

    private static List<Value> Distinct(Arguments a, ImmutableArray<Value> items)
    {
        var distinct = new List<Value>();
        foreach (var item in items)
        {
            if (!distinct.Exists(other => a.AreEqual(other, item)))
            {
                distinct.Add(item);
            }
        }

        return distinct;
    }

    private static IEnumerable<Value> Flat(Value value) => value is Value.List list ? list.Items.SelectMany(Flat) : [value];

    /// <summary>A position as an index: 1 is the first item, -1 the last.</summary>
    private static int? At(Arguments a, int position)
    {
        var count = ((Value.List)a[0]).Items.Length;
        return a.Whole(position) is { } at && at != 0 && Math.Abs((long)at) <= count ? at > 0 ? at - 1 : count + at : null;
    }

    private static Value Sublist(Arguments a)
    {
        if (At(a, 1) is not { } at)
        {
            return Value.Undefined(NoPosition);
        }

        var items = a.Items(0);
        var length = a.Has(2) ? a.Whole(2) ?? -1 : items.Length - at;
        return length >= 0 && at + (long)length <= items.Length ? Value.Of(items.Slice(at, length)) : Value.Undefined(NoPosition);
    }

    private static Value Replace(Arguments a)
    {
        if (a.Way == 0)
        {
            return At(a, 1) is { } at ? Value.Of(a.Items(0).SetItem(at, a[2])) : Value.Undefined(NoPosition);
        }

        var replaced = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in a.Items(0))
        {
            if (a.Call(1, item, a[2]) is not Value.Truth matches)
            {
                return Arithmetic.WrongArguments;
            }

            replaced.Add(matches.Holds ? a[2] : item);
        }

        return new Value.List(replaced.ToImmutable());
    }

    /// <summary>Merges sorted halves: stable, and it ends whatever the function answers, which the platform's sort does not promise.</summary>
    private static ImmutableArray<Value> Sorted(Arguments a, ImmutableArray<Value> items)
    {
        if (items.Length < 2)
        {
            return items;
        }

        var (left, right) = (Sorted(a, items[..(items.Length / 2)]), Sorted(a, items[(items.Length / 2)..]));
        var merged = ImmutableArray.CreateBuilder<Value>(items.Length);
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            a.Budget.Spend(1);
            var takesRight = i == left.Length || (j < right.Length && a.Call(1, right[j], left[i]) is Value.Truth { Holds: true });
            merged.Add(takesRight ? right[j++] : left[i++]);
        }

        return merged.ToImmutable();
    }
}
