using System.Collections.Immutable;

namespace Indicators.Feel.Functions;

/// <summary>Functions that FEEL does not have and budget evaluation needs; each has a Chinese and an English name.</summary>
internal static class Own
{
    private static readonly Bilingual NoSurvey = new("不是有“选项”的表", "it is no table with options");
    private static readonly Bilingual TooFew = new("至少要两项才能看升降", "it takes two items to see a trend");

    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("days", "天数", "from: date, to: date -> number", a =>
            Value.Of(new Fraction(((Value.Date)a[1]).Day.Number - ((Value.Date)a[0]).Day.Number))),
        Function.Of("satisfaction", "满意度", "answers: list<Any> -> percent", a => Satisfaction((Value.List)a[0])) with { TakesSurvey = true },
        Function.Of("missing", "缺失", "value: Any? -> boolean", a => Value.Of(a[0] is Value.Missing)),
        Trend("rising", "逐期上升", order => order > 0),
        Trend("falling", "逐期下降", order => order < 0),
        Trend("not falling", "不下降", order => order >= 0),
        Trend("not rising", "不上升", order => order <= 0),
        Function.Of("not", null, "negand: boolean -> boolean", a => Value.Of(!a.Holds(0))),
        Code("score", "得分", "number", (scope, code) => scope.Score(code)),
        Code("finding", "结论", "string", (scope, code) => scope.Finding(code)),
        Code("standing", "依据", "string", (scope, code) => scope.Standing(code)),
    ];

    /// <param name="fits">Whether the order of an item to the one before it fits.</param>
    private static Function Trend(string name, string chinese, Func<int, bool> fits)
    {
        var function = Function.Of(name, chinese, "list: list<number> -> boolean", a =>
        {
            a.Budget.Spend(a.All.Length);
            var items = a.All.Select(v => ((Value.Number)v!).Amount).ToArray();
            return items.Length < 2 ? Value.Undefined(TooFew) : Value.Of(items.Zip(items.Skip(1)).All(p => fits(p.Second.CompareTo(p.First))));
        });
        return function with { Aggregates = true };
    }

    /// <summary>Each option's worth × its answers ÷ all answers; too few answers cannot be assessed.</summary>
    private static Value Satisfaction(Value.List answers)
    {
        if (answers.Traits?.Survey is not { } survey)
        {
            return Value.Undefined(NoSurvey);
        }

        var (worth, count) = (Fraction.Zero, Fraction.Zero);
        foreach (var row in answers.Items.Cast<Value.Context>())
        {
            if (row.Members.GetValueOrDefault(survey.OptionColumn) is not Value.Text { Content: var option } || !survey.Options.TryGetValue(option, out var share))
            {
                return Value.Undefined(new($"选项“{row.Members.GetValueOrDefault(survey.OptionColumn)}”没有分值", $"the option “{row.Members.GetValueOrDefault(survey.OptionColumn)}” has no worth"));
            }

            var given = survey.CountColumn is null ? Value.Of(Fraction.One) : row.Members.GetValueOrDefault(survey.CountColumn, Value.Null);
            if (given is not Value.Number { Amount: { Sign: >= 0 } number })
            {
                return given as Value.Missing ?? Value.Undefined(new($"“{option}”的份数是 {given}", $"the count of “{option}” is {given}"));
            }

            (worth, count) = (worth + number * share, count + number);
        }

        return count.IsZero || count < survey.Minimum
            ? new Value.Missing(MissingState.Unassessable, new($"只有{count.ToShortest(0)}份答卷，少于{survey.Minimum}份", $"only {count.ToShortest(0)} answers, fewer than {survey.Minimum}"))
            : Value.Of(worth / count);
    }

    private static Function Code(string name, string chinese, string result, Func<Scope, string, Value> apply) =>
        Function.Of(name, chinese, $"code: string -> {result}", a => apply(a.Scope, a.Text(0))) with { TakesCode = true };
}
