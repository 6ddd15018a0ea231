using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Feel;

/// <summary>What a built-in function is given: values of the types that its signature asks for, and what it may use up.</summary>
/// <param name="way">Which of its signatures fits.</param>
/// <param name="call">Calls a function that is among the arguments.</param>
internal sealed class Arguments(int way, ImmutableArray<Value?> values, Scope scope, Budget budget, Func<Value.Function, ImmutableArray<Value>, Value> call)
{
    public int Way => way;

    public ImmutableArray<Value?> All => values;

    public Scope Scope => scope;

    public Budget Budget => budget;

    public Value this[int index] => values[index]!;

    /// <summary>Whether an argument is given and not null.</summary>
    public bool Has(int index) => index < values.Length && values[index] is not (null or Value.Missing);

    public Fraction Number(int index) => ((Value.Number)this[index]).Amount;

    /// <summary>A number cut to the whole one nearer to zero, if it is small enough to count with.</summary>
    public int? Whole(int index)
    {
        var amount = Number(index);
        var whole = BigInteger.Divide(amount.Numerator, amount.Denominator);
        return whole >= int.MinValue && whole <= int.MaxValue ? (int)whole : null;
    }

    /// <summary>A number that must be whole.</summary>
    public int? Exact(int index) => Number(index).IsInteger ? Whole(index) : null;

    public string Text(int index) => ((Value.Text)this[index]).Content;

    public string TextOr(int index, string otherwise) => Has(index) ? Text(index) : otherwise;

    public bool Holds(int index) => ((Value.Truth)this[index]).Holds;

    /// <summary>The items of a list; walking them once is paid for.</summary>
    public ImmutableArray<Value> Items(int index)
    {
        var items = ((Value.List)this[index]).Items;
        budget.Spend(items.Length);
        return items;
    }

    public Value.Context Context(int index) => (Value.Context)this[index];

    public Value Call(int function, params ImmutableArray<Value> arguments) => call((Value.Function)this[function], arguments);

    /// <summary>Equality, paid for by what has to be compared.</summary>
    public bool AreEqual(Value a, Value b)
    {
        budget.Spend(4 + Math.Min(a.Extent.Size, b.Extent.Size));
        return Value.AreEqual(a, b) == true;
    }

    /// <summary>A text that was made; too long a one is undefined.</summary>
    public Value Made(string text)
    {
        budget.Spend(text.Length / 4);
        return text.Length <= Limits.TextLength ? Value.Of(text) : Arithmetic.TooLong;
    }
}
