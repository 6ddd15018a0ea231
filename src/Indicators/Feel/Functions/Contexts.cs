using System.Collections.Immutable;

namespace Indicators.Feel.Functions;

/// <summary>Functions of contexts.</summary>
internal static class Contexts
{
    private const string Key = "key";
    private const string Item = "value";

    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("get value", null, "m: context, key: string -> Any", a => a.Context(0).Members.GetValueOrDefault(a.Text(1), Value.Null)),
        Function.Of("get entries", null, "m: context -> list<context>", a => Value.Of(a.Context(0).Keys.Select(key =>
            (Value)Value.Keyed([new(Key, Value.Of(key)), new(Item, a.Context(0).Members[key])])))),
        Function.Of("context", null, "entries: list<context> -> context", FromEntries),
        Function.Of("context put", null, "context: context, key: string, value: Any? -> context | context: context, keys: list<string>, value: Any? -> context", a =>
            a.Way == 0 ? Put(a, a.Context(0), [a[1]], a[2]) : Put(a, a.Context(0), a.Items(1), a[2])),
        Function.Of("context merge", null, "contexts: list<context> -> context", Merge),
    ];

    private static Value FromEntries(Arguments a)
    {
        var members = new Dictionary<string, Value>();
        foreach (var item in a.Items(0))
        {
            if (item is not Value.Context entry || entry.Members.GetValueOrDefault(Key) is not Value.Text key
                || !entry.Members.TryGetValue(Item, out var value) || !members.TryAdd(key.Content, value))
            {
                return Arithmetic.WrongArguments;
            }
        }

        return Value.Keyed(members);
    }

    private static Value Put(Arguments a, Value.Context context, ImmutableArray<Value> keys, Value value)
    {
        a.Budget.Spend(context.Members.Count + keys.Length);
        return keys switch
        {
            [Value.Text last] => context.With(last.Content, value),
            [Value.Text key, .. var deeper] when context.Members.GetValueOrDefault(key.Content) is Value.Context inner =>
                Put(a, inner, deeper, value) is Value.Context changed ? context.With(key.Content, changed) : Arithmetic.WrongArguments,
            _ => Arithmetic.WrongArguments,
        };
    }

    private static Value Merge(Arguments a)
    {
        var members = new OrderedDictionary<string, Value>();
        foreach (var item in a.Items(0))
        {
            if (item is not Value.Context context)
            {
                return Arithmetic.WrongArguments;
            }

            a.Budget.Spend(context.Members.Count);
            foreach (var key in context.Keys)
            {
                members[key] = context.Members[key];
            }
        }

        return Value.Keyed(members);
    }
}
