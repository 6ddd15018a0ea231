using Indicators.Feel;

namespace Indicators.Batch;

/// <summary>What expressions see of a project that is read without objects: no more than they name.</summary>
internal sealed class QuickScope : Scope
{
    private readonly Dictionary<string, Value> values = [];

    /// <summary>While a column of a table is worked out, the row, which is seen first.</summary>
    public Value.Context? Row { get; set; }

    public void Set(string name, Value value) => values[name] = value;

    public override bool Knows(string name) => Row?.Members.ContainsKey(name) == true || values.ContainsKey(name);

    public override Value Lookup(string name) => Row?.Members.TryGetValue(name, out var own) == true ? own : values.GetValueOrDefault(name, Value.Null);
}
