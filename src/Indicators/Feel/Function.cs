using System.Collections.Immutable;
using System.Globalization;

namespace Indicators.Feel;

/// <summary>
/// A built-in function: its FEEL name and, where it is our own or analysts write it in Chinese, its Chinese name.
/// A missing argument makes the result missing unless <see cref="SeesMissing"/>.
/// </summary>
internal sealed record Function(
    string Name,
    string? Chinese,
    ImmutableArray<FeelType> Parameters,
    Func<ImmutableArray<FeelType>, FeelType> Returns,
    Func<Scope, ImmutableArray<Value>, Value> Apply)
{
    /// <summary>Takes one list, or its items as arguments; 不适用 items are skipped, other missing items make the result missing.</summary>
    public bool Aggregates { get; init; }

    public bool SeesMissing { get; init; }

    /// <summary>Whether the one argument is the code of an indicator, written as text.</summary>
    public bool TakesCode { get; init; }

    public static readonly ImmutableArray<Function> All =
    [
        Aggregate("count", "个数", FeelType.Unknown, _ => FeelType.Bare, items => Value.Of(items.Length)),
        Aggregate("sum", "合计", FeelType.Bare, Element, items => items.Length == 0 ? Empty : Value.Of(Fraction.Sum(items.Select(Amount)))),
        Aggregate("min", "最小", FeelType.Unknown, Element, items => Extreme(items, -1)),
        Aggregate("max", "最大", FeelType.Unknown, Element, items => Extreme(items, 1)),
        Aggregate("mean", "平均", FeelType.Bare, Element, items => items.Length == 0 ? Empty : Value.Of(Fraction.Sum(items.Select(Amount)) / items.Length)),
        Aggregate("all", null, FeelType.Boolean, _ => FeelType.Boolean, items => Value.Of(items.All(Holds))),
        Aggregate("any", null, FeelType.Boolean, _ => FeelType.Boolean, items => Value.Of(items.Any(Holds))),
        Plain("list contains", null, [new FeelType.List(FeelType.Unknown), FeelType.Unknown], FeelType.Boolean,
            a => Value.Of(((Value.List)a[0]).Items.Any(item => Value.AreEqual(item, a[1]) == true)), seesMissing: false),
        new("abs", null, [FeelType.Bare], a => a[0], (_, a) => Value.Of(Fraction.Abs(Amount(a[0])))),
        Plain("floor", null, [FeelType.Bare], FeelType.Bare, a => Value.Of(new Fraction(Amount(a[0]).Floor()))),
        Plain("ceiling", null, [FeelType.Bare], FeelType.Bare, a => Value.Of(new Fraction(Amount(a[0]).Ceiling()))),
        new("round half up", "四舍五入", [FeelType.Bare, FeelType.Bare], a => a[0], (_, a) => Round(Amount(a[0]), Amount(a[1]))),
        Plain("not", null, [FeelType.Boolean], FeelType.Boolean, a => Value.Of(!Holds(a[0]))),
        Plain("string length", null, [FeelType.String], FeelType.Bare, a => Value.Of(new StringInfo(String(a[0])).LengthInTextElements)),
        Plain("contains", "含有", [FeelType.String, FeelType.String], FeelType.Boolean, a => Value.Of(String(a[0]).Contains(String(a[1]), StringComparison.Ordinal))),
        Plain("starts with", null, [FeelType.String, FeelType.String], FeelType.Boolean, a => Value.Of(String(a[0]).StartsWith(String(a[1]), StringComparison.Ordinal))),
        Plain("ends with", null, [FeelType.String, FeelType.String], FeelType.Boolean, a => Value.Of(String(a[0]).EndsWith(String(a[1]), StringComparison.Ordinal))),
        Plain("date", null, [FeelType.String], FeelType.Day, a => ReadDate(String(a[0]))),
        Plain("days", "天数", [FeelType.Day, FeelType.Day], FeelType.Bare, a => Value.Of(Day(a[1]).DayNumber - Day(a[0]).DayNumber)),
        Plain("missing", "缺失", [FeelType.Unknown], FeelType.Boolean, a => Value.Of(a[0] is Value.Missing), seesMissing: true),
        Code("score", "得分", FeelType.Bare, (scope, code) => scope.Score(code)),
        Code("finding", "结论", FeelType.String, (scope, code) => scope.Finding(code)),
        Code("standing", "依据", FeelType.String, (scope, code) => scope.Standing(code)),
    ];

    private static readonly Dictionary<string, Function> ByName = All
        .SelectMany(f => f.Chinese is null ? [(f.Name, f)] : new[] { (f.Name, f), (f.Chinese, f) })
        .ToDictionary(pair => pair.Item1, pair => pair.f);

    private static readonly Bilingual EmptyList = new("列表为空", "the list is empty");

    private static Value Empty => Value.Undefined(EmptyList);

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    public static IEnumerable<string> Names => ByName.Keys;

    private static Function Aggregate(string name, string? chinese, FeelType element, Func<ImmutableArray<FeelType>, FeelType> returns, Func<ImmutableArray<Value>, Value> apply) =>
        new(name, chinese, [element], returns, (_, items) => apply(items)) { Aggregates = true };

    private static Function Plain(string name, string? chinese, ImmutableArray<FeelType> parameters, FeelType returns, Func<ImmutableArray<Value>, Value> apply, bool seesMissing = false) =>
        new(name, chinese, parameters, _ => returns, (_, a) => apply(a)) { SeesMissing = seesMissing };

    private static Function Code(string name, string chinese, FeelType returns, Func<Scope, string, Value> apply) =>
        new(name, chinese, [FeelType.String], _ => returns, (scope, a) => apply(scope, String(a[0]))) { TakesCode = true };

    private static FeelType Element(ImmutableArray<FeelType> arguments) =>
        arguments is [FeelType.List list] ? list.Element : arguments.FirstOrDefault() ?? FeelType.Unknown;

    private static Fraction Amount(Value value) => ((Value.Number)value).Amount;

    private static bool Holds(Value value) => ((Value.Truth)value).Holds;

    private static string String(Value value) => ((Value.Text)value).Content;

    private static DateOnly Day(Value value) => ((Value.Date)value).Day;

    private static Value Extreme(ImmutableArray<Value> items, int sign) => items.Length == 0
        ? Empty
        : items.Skip(1).Aggregate(items[0], (best, next) => Value.Compare(next, best) * sign > 0 ? next : best);

    private static Value Round(Fraction amount, Fraction places) =>
        places.IsInteger && places >= 0 && places <= Limits.Digits
            ? Value.Of(amount.Round((int)places.Numerator))
            : Value.Undefined(new($"小数位 {places} 不是 0 到 {Limits.Digits} 的整数", $"{places} is no whole number of places from 0 to {Limits.Digits}"));

    private static Value ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Value.Date(day)
            : Value.Undefined(new($"“{text}”不是 2017-04-25 这样的日期", $"“{text}” is not a date such as 2017-04-25"));
}
