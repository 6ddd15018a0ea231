using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The static type of an expression, known when the rule set loads.</summary>
public abstract partial record FeelType
{
    /// <param name="Unit">How the number is shown: 元, %, a counting unit, or null for a bare number.</param>
    public sealed record Number(string? Unit = null) : FeelType;

    public sealed record Text : FeelType;

    public sealed record Truth : FeelType;

    public sealed record Date : FeelType;

    public sealed record Time : FeelType;

    public sealed record DateTime : FeelType;

    public sealed record DayTimeDuration : FeelType;

    public sealed record YearMonthDuration : FeelType;

    public sealed record List(FeelType Element) : FeelType
    {
        /// <summary>Set for a table, and for rows filtered from it.</summary>
        public TableTraits? Traits { get; init; }
    }

    /// <summary>A row of a table, or a context.</summary>
    public sealed record Row(ImmutableDictionary<string, FeelType> Members) : FeelType;

    public sealed record Range(FeelType Bound) : FeelType;

    /// <param name="Parameters">Default where nothing is known of them.</param>
    public sealed record Function(ImmutableArray<FeelType> Parameters, FeelType Result) : FeelType;

    /// <summary>The type of null, and of an expression whose error is already reported: fits everything.</summary>
    public sealed record Any : FeelType;

    public const string Yuan = "元";
    public const string Percent = "%";

    public static readonly FeelType Unknown = new Any();
    public static readonly FeelType Bare = new Number();
    public static readonly FeelType Ratio = new Number(Percent);
    public static readonly FeelType Money = new Number(Yuan);
    public static readonly FeelType String = new Text();
    public static readonly FeelType Boolean = new Truth();
    public static readonly FeelType Day = new Date();
    public static readonly FeelType Clock = new Time();
    public static readonly FeelType Moment = new DateTime();
    public static readonly FeelType Days = new DayTimeDuration();
    public static readonly FeelType Months = new YearMonthDuration();
    public static readonly FeelType AnyList = new List(Unknown);
    public static readonly FeelType AnyRow = new Row(ImmutableDictionary<string, FeelType>.Empty);
    public static readonly FeelType AnyRange = new Range(Unknown);
    public static readonly FeelType AnyFunction = new Function(default, Unknown);

    /// <summary>Whether a value of <paramref name="other"/> can stand where this type is expected; units do not matter.</summary>
    public bool Accepts(FeelType other) => (this, other) switch
    {
        (Any, _) or (_, Any) => true,
        (List a, List b) => a.Element.Accepts(b.Element),
        (Range a, Range b) => a.Bound.Accepts(b.Bound),
        (Function a, Function b) => a.Parameters.IsDefault || b.Parameters.IsDefault
            || (a.Parameters.Length == b.Parameters.Length && a.Result.Accepts(b.Result)),
        _ => GetType() == other.GetType(),
    };

    /// <summary>The type of a value that is of this type or of another that it accepts: what is unknown in one is taken from the other.</summary>
    public FeelType With(FeelType other) => (this, other) switch
    {
        (Any, _) => other,
        (List a, List b) => a with { Element = a.Element.With(b.Element), Traits = a.Traits == b.Traits ? a.Traits : null },
        (Range a, Range b) => new Range(a.Bound.With(b.Bound)),
        _ => this,
    };

    public Bilingual InWords => this switch
    {
        Number { Unit: Yuan } => new("金额", "money"),
        Number { Unit: Percent } => new("百分比", "percent"),
        Number => new("数", "number"),
        Text => new("文本", "text"),
        Truth => new("是否", "yes/no"),
        Date => new("日期", "date"),
        Time => new("时间", "time"),
        DateTime => new("日期时间", "date and time"),
        DayTimeDuration => new("天数时长", "days and time duration"),
        YearMonthDuration => new("年月时长", "years and months duration"),
        List l => new($"{l.Element.InWords.Zh}的列表", $"list of {l.Element.InWords.En}"),
        Row => new("表的一行", "row of a table"),
        Range r => new($"{r.Bound.InWords.Zh}的区间", $"range of {r.Bound.InWords.En}"),
        Function => new("函数", "function"),
        _ => new("任意", "anything"),
    };
}

/// <summary>The names that an expression may use, innermost first.</summary>
public sealed record TypeScope(IReadOnlyDictionary<string, FeelType> Names, TypeScope? Outer = null)
{
    public FeelType? Find(string name) => Names.TryGetValue(name, out var type) ? type : Outer?.Find(name);

    public IEnumerable<string> AllNames => Outer is null ? Names.Keys : Names.Keys.Concat(Outer.AllNames);

    public TypeScope With(string name, FeelType type) =>
        new(new Dictionary<string, FeelType> { [name] = type }, this);
}
