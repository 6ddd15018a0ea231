namespace Indicators.Feel;

/// <summary>Types beside values, for <c>instance of</c> and the arguments of functions.</summary>
public abstract partial record FeelType
{
    /// <summary>Whether a value is of this type. Null is of no type, but may stand inside a list or a context of any.</summary>
    public bool Includes(Value value) => (this, value) switch
    {
        (_, Value.Missing) => false,
        (Any, _) => true,
        (Number, Value.Number) or (Text, Value.Text) or (Truth, Value.Truth) or (Date, Value.Date) or (Time, Value.Time)
            or (DateTime, Value.DateTime) or (DayTimeDuration, Value.DayTimeDuration)
            or (YearMonthDuration, Value.YearMonthDuration) => true,
        (List t, Value.List v) => t.Element is Any || v.Items.All(t.Element.Allows),
        (Row t, Value.Context v) => t.Members.All(m => v.Members.TryGetValue(m.Key, out var member) && m.Value.Allows(member)),
        (Range t, Value.Range v) => t.Bound.AllowsEnd(v.Low) && t.Bound.AllowsEnd(v.High),
        (Range t, Value.Test v) => t.Bound.Allows(v.Operand),
        (Function t, Value.Function v) => t.Parameters.IsDefault || t.Covers(Value.TypeOf(v)),
        _ => false,
    };

    private bool Allows(Value value) => value is Value.Missing || Includes(value);

    private bool AllowsEnd(Value? end) => end is null || Allows(end);

    /// <summary>Whether values of the other type are all of this one; a function takes no less than asked and gives no more.</summary>
    private bool Covers(FeelType other) => (this, other) switch
    {
        (Any, _) => true,
        (List a, List b) => a.Element.Covers(b.Element),
        (Range a, Range b) => a.Bound.Covers(b.Bound),
        (Row a, Row b) => a.Members.All(m => b.Members.TryGetValue(m.Key, out var member) && m.Value.Covers(member)),
        (Function a, Function b) => a.Parameters.IsDefault || (!b.Parameters.IsDefault && a.Result.Covers(b.Result)
            && a.Parameters.Length == b.Parameters.Length && a.Parameters.Zip(b.Parameters).All(p => p.Second.Covers(p.First))),
        _ => GetType() == other.GetType(),
    };
}
