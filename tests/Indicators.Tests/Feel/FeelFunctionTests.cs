using System.Globalization;
using Indicators.Feel;

namespace Indicators.Tests.Feel;

/// <summary>What the functions and constructs give; expected values are worked out by hand.</summary>
public sealed class FeelFunctionTests
{
    [Theory]
    // Trends
    [InlineData("逐期上升([1, 2, 3])", "true")]
    [InlineData("rising([1, 2, 2])", "false")]
    [InlineData("不下降([1, 2, 2])", "true")]
    [InlineData("not falling(2, 1)", "false")]
    [InlineData("falling([3, 2, 1])", "true")]
    [InlineData("不上升([3, 3, 1])", "true")]
    [InlineData("not rising([3, 4])", "false")]
    [InlineData("逐期下降([3, 3])", "false")]
    [InlineData("rising([1])", "null")]
    [InlineData("rising([1, null, 3])", "null")]
    // Numbers: 34 digits, exact where the result is
    [InlineData("sqrt(16 / 9) = 4 / 3", "true")]
    [InlineData("sqrt(2)", "1.414213562373095048801688724")]
    [InlineData("exp(1)", "2.718281828459045235360287471")]
    [InlineData("log(10)", "2.302585092994045684017991455")]
    [InlineData("log(0.9)", "-0.1053605156578263012275009808")]
    [InlineData("exp(-1)", "0.3678794411714423215955237702")]
    [InlineData("2 ** 0.5", "1.414213562373095048801688724")]
    [InlineData("2 ** -2", "0.25")]
    [InlineData("0 ** -1", "null")]
    [InlineData("stddev([2, 4, 4, 4, 5, 5, 7, 9])", "2.138089935299395077476427847")]
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("decimal(3.5, 0)", "4")]
    [InlineData("round half up(-2.5, 0)", "-3")]
    [InlineData("round half down(-2.5, 0)", "-2")]
    [InlineData("round up(1250, -2)", "1300")]
    [InlineData("modulo(-7, 3)", "2")]
    [InlineData("1.2e3 + 5E-1", "1200.5")]
    [InlineData("median([1, 2, 3, 10])", "2.5")]
    [InlineData("mode([1, 2, 2, 3, 3])", "[2, 3]")]
    // Strings
    [InlineData("substring(\"绩效评价\", -2)", "\"评价\"")]
    [InlineData("substring(\"a🐎b\", 2, 1)", "\"🐎\"")]
    [InlineData("split(\"a、b、c\", \"、\")", "[\"a\", \"b\", \"c\"]")]
    [InlineData("replace(\"2017-04\", \"(\\d+)-(\\d+)\", \"$2/$1\")", "\"04/2017\"")]
    [InlineData("matches(\"abc\", \"(?=a)\")", "null")]
    [InlineData("matches(\"abab\", \"^(ab)\\1$\")", "true")]
    [InlineData("string([1, \"a\", @\"P1D\"])", "\"[1, \\\"a\\\", duration(\\\"P1D\\\")]\"")]
    // Lists
    [InlineData("count([1, null])", "2")]
    [InlineData("any([null, true])", "true")]
    [InlineData("all([null, true])", "null")]
    [InlineData("sort([3, 1, 2], function(x, y) x < y)", "[1, 2, 3]")]
    [InlineData("sublist([1, 2, 3, 4], 2, 2)", "[2, 3]")]
    [InlineData("insert before([1, 3], 2, 2)", "[1, 2, 3]")]
    [InlineData("remove([1, 2, 3], -1)", "[1, 2]")]
    [InlineData("distinct values([1, 2, 1, null, null])", "[1, 2, null]")]
    [InlineData("flatten([1, [2, [3]]])", "[1, 2, 3]")]
    [InlineData("union([1, 2], [2, 3])", "[1, 2, 3]")]
    [InlineData("index of([1, 2, 1], 1)", "[1, 3]")]
    [InlineData("append([1], 2, 3)", "[1, 2, 3]")]
    [InlineData("[][1]", "null")]
    [InlineData("for i in (1..4] return i", "[2, 3, 4]")]
    [InlineData("for i in null return i", "null")]
    // Contexts and functions
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("{\"a b\": 1, c: [2]}", "{\"a b\": 1, c: [2]}")]
    [InlineData("get entries({b: 1, a: 2})[1].key", "\"b\"")]
    [InlineData("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}")]
    [InlineData("context put({a: {b: 1}}, [\"a\", \"c\"], 2)", "{a: {b: 1, c: 2}}")]
    [InlineData("(function(a, b: number) a + b)(b: 1, a: 2)", "3")]
    [InlineData("(function(a: string) a)(1)", "null")]
    [InlineData("{f: function(x) x * 2, r: f(4)}.r", "8")]
    // Dates
    [InlineData("date(\"2016-02-29\") + duration(\"P1Y\")", "date(\"2017-02-28\")")]
    [InlineData("date(\"2017-01-01\") - date(\"2016-01-01\")", "duration(\"P366D\")")]
    [InlineData("day of week(date(\"2017-04-25\"))", "\"Tuesday\"")]
    [InlineData("week of year(date(\"2021-01-03\"))", "53")]
    [InlineData("day of year(date(\"2016-12-31\"))", "366")]
    [InlineData("date(\"-0001-03-01\") - duration(\"P1D\")", "date(\"-0001-02-28\")")]
    [InlineData("@\"2021-03-28T01:30:00@Europe/Paris\" + @\"PT1H\"", "date and time(\"2021-03-28T03:30:00@Europe/Paris\")")]
    [InlineData("date and time(\"2017-04-25T10:00:00+08:00\") = @\"2017-04-25T02:00:00Z\"", "true")]
    [InlineData("date and time(\"2017-04-25T10:00:00\") < @\"2017-04-25T12:00:00Z\"", "null")]
    [InlineData("time(\"23:30:00\") + duration(\"PT1H\")", "time(\"00:30:00\")")]
    [InlineData("today()", "null")]
    // Ranges
    [InlineData("before([1..5), [5..8])", "true")]
    [InlineData("before([1..5], [5..8])", "false")]
    [InlineData("meets([1..5], [5..8])", "true")]
    [InlineData("overlaps([1..5], [5..8])", "true")]
    [InlineData("overlaps before([1..5], [3..8])", "true")]
    [InlineData("overlaps after([3..8], [1..5])", "true")]
    [InlineData("finishes(5, [1..5))", "false")]
    [InlineData("started by([1..5], [1..3])", "true")]
    [InlineData("during([2..3], (1..4))", "true")]
    [InlineData("includes((> 3), 4)", "true")]
    [InlineData("coincides([1..2], [1..2))", "false")]
    [InlineData("[1..5).end included", "false")]
    [InlineData("5 in [10..1]", "false")]
    public void Gives(string expression, string expected) => Assert.Equal(expected, Evaluate(expression).ToString());

    [Theory]
    [InlineData("for i in 1..100000 return for j in 1..100000 return i")]
    [InlineData("for i in 1..10000 return partial")]
    [InlineData("for i in 1..200 return [partial[-1]]")]
    [InlineData("for i in 1..100 return [partial[-1], partial[-1]]")]
    [InlineData("(function(f) f(f))(function(f) f(f))")]
    [InlineData("for i in 1..10000 return if i = 1 then 1/7 else partial[-1] * 1.0000001")]
    [InlineData("count(distinct values(for i in 1..100000 return i))")]
    [InlineData("for i in 1..99999 return round up(1/3, 6176)")]
    [InlineData("for i in 1..99999 return exp(i)")]
    [InlineData("for i in 1..99999 return matches(\"aaaaaaaaaaaaaaaaaaaaaaaa\", \"(a*)*b\")")]
    [InlineData("matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"^(a+)+\\1$\")")]
    public void Too_much_work_is_stopped(string expression) => Assert.Throws<ExpressionLimitException>(() => Evaluate(expression));

    [Theory]
    [InlineData("for i in 1..20 return if i = 1 then \"0123456789\" else partial[-1] + partial[-1]", Limits.TextLength)]
    [InlineData("string join(for i in 1..5000 return \"abc\")", Limits.TextLength)]
    [InlineData("10 ** 10000", Limits.PowerBits)]
    [InlineData("exp(20000)", Limits.NumberBits)]
    [InlineData("round up(1, 7000)", Limits.Scale)]
    [InlineData("date(\"2017-01-01\") + duration(\"P999999999999D\")", CalendarDate.LastYear)]
    [InlineData("duration(\"P1D\") * 10 ** 6000 * 10 ** 6000 * 10 ** 6000", Limits.NumberBits)]
    public void What_grows_too_large_is_undefined_and_says_why(string expression, int limit)
    {
        Assert.True(limit > 0);
        var value = Evaluate(expression) is Value.List list ? list.Items[^1] : Evaluate(expression);
        Assert.NotEmpty(Assert.IsType<Value.Missing>(value).Why!.En);
    }

    [Theory]
    [InlineData("1e999999999", "exponent-too-large", 1)]
    [InlineData("1 + @\"2017-02-30\"", "bad-at-literal", 5)]
    [InlineData("1 instance of foo", "unknown-feel-type", 1)]
    [InlineData("{a: 1, a: 2}", "duplicate-member", 11)]
    [InlineData("abs(m: 1)", "unknown-parameter", 1)]
    [InlineData("today()", "no-clock", 1)]
    [InlineData("true()", "not-a-function", 1)]
    [InlineData("date(\"2017-01-01\") + 1", "type-mismatch", 22)]
    [InlineData("@\"P1D\" ** 2", "type-mismatch", 1)]
    [InlineData("sort([1], 2)", "type-mismatch", 11)]
    [InlineData("date(\"2017-01-01\").hour", "unknown-name", 1)]
    [InlineData("substring(\"a\")", "wrong-argument-count", 1)]
    [InlineData("(function(a: number) a)(\"x\")", "type-mismatch", 25)]
    public void Rules_report(string expression, string code, int column)
    {
        var diagnostics = new Diagnostics();
        Assert.Null(Formula.Read(At(expression), new TypeScope(new Dictionary<string, FeelType>()), FeelType.Unknown, diagnostics));
        var problem = Assert.Single(diagnostics);
        Assert.Equal((code, column), (problem.Code, problem.Place.Column));
    }

    [Theory]
    [InlineData("date(\"2017-01-01\") - date(\"2016-01-01\") < duration(\"P1Y\")", null)]
    [InlineData("(date(\"2017-01-01\") - date(\"2016-01-01\")).days", "number")]
    [InlineData("date(\"2017-01-01\") + duration(\"P1D\") < date(\"2018-01-01\")", "yes/no")]
    [InlineData("{a: 1}.a + 1", "number")]
    [InlineData("(function(a) a = 1)(2)", "yes/no")]
    [InlineData("for d in date(\"2017-01-01\")..date(\"2017-01-03\") return d.day", "list of number")]
    [InlineData("decimal(n: 1, scale: 2)", "number")]
    [InlineData("get entries({a: 1})", "list of row of a table")]
    public void Rules_know_the_type(string expression, string? type)
    {
        var diagnostics = new Diagnostics();
        var formula = Formula.Read(At(expression), new TypeScope(new Dictionary<string, FeelType>()), FeelType.Unknown, diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal(type ?? "yes/no", formula!.Type.InWords.En);
    }

    [Theory]
    [InlineData(1600, 2, 29)]
    [InlineData(1, 1, 1)]
    [InlineData(2017, 4, 25)]
    [InlineData(9999, 12, 31)]
    public void Calendar_agrees_with_the_platform(int year, int month, int day)
    {
        var platform = new DateOnly(year, month, day);
        CalendarDate own = platform;
        Assert.Equal(platform.DayNumber, own.Number);
        Assert.Equal(own, CalendarDate.FromNumber(own.Number));
        Assert.Equal(platform.DayOfWeek, (DayOfWeek)(own.Weekday % 7));
        Assert.Equal(ISOWeek.GetWeekOfYear(platform.ToDateTime(default)), own.WeekOfYear);
    }

    private static Value Evaluate(string expression)
    {
        var diagnostics = new Diagnostics();
        var root = Parser.ParseExpression(At(expression), diagnostics);
        Assert.Empty(diagnostics);
        return Evaluator.Evaluate(root!, new Scope());
    }

    private static Source At(string expression) => new(expression, new Place("test", 1, 1));
}
