using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Tests.Feel;

public sealed class FeelTests
{
    private static readonly TypeScope Names = new(new Dictionary<string, FeelType>
    {
        ["到位资金"] = FeelType.Money,
        ["预算资金"] = FeelType.Money,
        ["场次"] = new FeelType.Number("次"),
        ["工种"] = new FeelType.Number("个"),
        ["表述"] = FeelType.String,
        ["空"] = FeelType.Bare,
        ["免"] = FeelType.Bare,
        ["资金"] = new FeelType.List(new FeelType.Row(new Dictionary<string, FeelType>
        {
            ["年度"] = FeelType.Bare,
            ["支出"] = FeelType.Money,
        }.ToImmutableDictionary())),
    });

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 4 - 3", "3")]
    [InlineData("-3 ** 2", "9")]
    [InlineData("2 ** 3 ** 0", "1")]
    [InlineData("1 / 3 * 3", "1")]
    [InlineData("1 / 3 + 1 / 3 + 1 / 3 = 1", "true")]
    [InlineData("10 / 3", "3.333333333333333333333333333")]
    [InlineData("1 / 0", "null")]
    [InlineData("90% * 10", "9")]
    [InlineData("98.5% = 0.985", "true")]
    [InlineData("if 场次 >= 12 then \"够\" else \"不够\"", "\"够\"")]
    [InlineData("if null then 1 else 2", "2")]
    [InlineData("场次 between 12 and 17", "true")]
    [InlineData("场次 in [12..17)", "false")]
    [InlineData("场次 in (16..17]", "true")]
    [InlineData("场次 in (< 3, > 16)", "true")]
    [InlineData("3 in ]1..3[", "false")]
    [InlineData("true or null", "true")]
    [InlineData("false or null", "null")]
    [InlineData("false and null", "false")]
    [InlineData("true and null", "null")]
    [InlineData("null = null", "true")]
    [InlineData("空 = null", "true")]
    [InlineData("空 > 1", "null")]
    [InlineData("空 + 1", "null")]
    [InlineData("not(空 > 1)", "null")]
    [InlineData("sum([1, 2, 3])", "6")]
    [InlineData("sum(1, 2, 3)", "6")]
    [InlineData("sum([1, 免, 3])", "4")]
    [InlineData("sum([1, 空, 3])", "null")]
    [InlineData("count([])", "0")]
    [InlineData("max(3, 5, 1) - min([3, 5, 1])", "4")]
    [InlineData("mean([1, 2])", "1.5")]
    [InlineData("[1, 2, 3][2]", "2")]
    [InlineData("[1, 2, 3][-1]", "3")]
    [InlineData("[1, 2, 3, 4][item > 2]", "[3, 4]")]
    [InlineData("sum(资金[年度 = 2017].支出)", "200000")]
    [InlineData("count(资金)", "2")]
    [InlineData("some r in 资金 satisfies r.支出 > 250000", "true")]
    [InlineData("every r in 资金 satisfies r.支出 > 250000", "false")]
    [InlineData("for i in 1..3 return i * i", "[1, 4, 9]")]
    [InlineData("some i in 1..3, j in 1..3 satisfies i * j = 9", "true")]
    [InlineData("string length(\"绩效\")", "2")]
    [InlineData("含有(表述, \"有无\")", "true")]
    [InlineData("缺失(空)", "true")]
    [InlineData("缺失(场次)", "false")]
    [InlineData("天数(date(\"2017-01-01\"), date(\"2017-12-31\"))", "364")]
    [InlineData("date(\"2017-02-30\")", "null")]
    [InlineData("round half up(5 / 600 * 3, 2)", "0.03")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("ceiling(-1.5)", "-1")]
    [InlineData("(场次 ＋ １) ／ ２ ≥ ９", "true")]
    [InlineData("表述 = “资金使用合规，有无截留”", "true")]
    [InlineData("场次　＞　１６", "true")]
    [InlineData("场次 ≠ 17", "false")]
    [InlineData("6 × 7 ÷ 2", "21")]
    [InlineData("含有(\"a＂b\", \"＂\")", "true")]
    [InlineData("9 ** 99 ** 99", "null")]
    [InlineData("1 /* 注 */ + 1 // 尾注", "2")]
    [InlineData("\"a\\\"b\\u4e2d\"", "\"a\\\"b中\"")]
    public void Evaluates(string expression, string expected) =>
        Assert.Equal(expected, Read(expression).Evaluate(new Fixed()).ToString());

    [Theory]
    [InlineData("到位资金 / 表述", "type-mismatch", 8)]
    [InlineData("场次 + 工种", "units-differ", 1)]
    [InlineData("场次 >= 90%", "units-differ", 1)]
    [InlineData("到为资金 / 预算资金", "unknown-name", 1)]
    [InlineData("资金.支处", "unknown-name", 1)]
    [InlineData("smu([1])", "unknown-function", 1)]
    [InlineData("abs(1, 2)", "wrong-argument-count", 1)]
    [InlineData("场次 >", "unexpected-token", 5)]
    [InlineData("(场次", "expected-token", 4)]
    [InlineData("\"没有闭合", "unclosed-text", 1)]
    [InlineData("场次 # 2", "unknown-character", 4)]
    [InlineData("得分(表述)", "code-not-literal", 1)]
    public void Reports(string expression, string code, int column)
    {
        var diagnostics = new Diagnostics();
        Assert.Null(Formula.Read(At(expression), Names, FeelType.Unknown, diagnostics));
        var problem = Assert.Single(diagnostics);
        Assert.Equal((code, column), (problem.Code, problem.Place.Column));
    }

    [Fact]
    public void Reports_all_wrong_names_at_once_with_the_nearest_right_one()
    {
        var diagnostics = new Diagnostics();
        Formula.Read(At("到为资金 / 预算资斤"), Names, FeelType.Bare, diagnostics);
        Assert.Equal([1L, 8L], diagnostics.Select(d => d.Place.Column));
        Assert.Contains("到位资金", diagnostics[0].Text(Language.Chinese) + diagnostics[0].Remedy(Language.Chinese));
        Assert.Contains("预算资金", diagnostics[1].Text(Language.English) + diagnostics[1].Remedy(Language.English));
    }

    [Theory]
    [InlineData("空 + 免", MissingState.Blank)]
    [InlineData("免 + 缺", MissingState.Withheld)]
    [InlineData("缺 + 空", MissingState.Withheld)]
    [InlineData("max([1, 空, 缺])", MissingState.Withheld)]
    public void Null_keeps_the_worst_state(string expression, MissingState expected)
    {
        var names = Names.With("缺", FeelType.Bare);
        var formula = Formula.Read(At(expression), names, FeelType.Bare, []);
        var missing = Assert.IsType<Value.Missing>(formula!.Evaluate(new Fixed()));
        Assert.Equal(expected, missing.State);
    }

    [Fact]
    public void A_loop_over_too_many_items_is_stopped() =>
        Assert.Throws<ExpressionLimitException>(() => Read("count(for i in 1..1000000000 return i)").Evaluate(new Fixed()));

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var diagnostics = new Diagnostics();
        Formula.Read(At(new string('(', 1000) + "1" + new string(')', 1000)), Names, FeelType.Unknown, diagnostics);
        Assert.Equal("expression-too-deep", Assert.Single(diagnostics).Code);
    }

    private static Formula Read(string expression)
    {
        var diagnostics = new Diagnostics();
        var formula = Formula.Read(At(expression), Names, FeelType.Unknown, diagnostics);
        Assert.Empty(diagnostics);
        return formula!;
    }

    private static Source At(string expression) => new(expression, new Place("test", 1, 1));

    private sealed class Fixed : Scope
    {
        private static readonly Dictionary<string, Value> Values = new()
        {
            ["到位资金"] = Value.Of(300_000),
            ["预算资金"] = Value.Of(300_000),
            ["场次"] = Value.Of(17),
            ["工种"] = Value.Of(55),
            ["表述"] = new Value.Text("资金使用合规，有无截留"),
            ["空"] = new Value.Missing(MissingState.Blank),
            ["免"] = new Value.Missing(MissingState.NotApplicable),
            ["缺"] = new Value.Missing(MissingState.Withheld),
            ["资金"] = new Value.List([Row(2016, 300_000), Row(2017, 200_000)]),
        };

        public override Value Lookup(string name) => Values[name];

        private static Value.Context Row(int year, int spent) => new(new Dictionary<string, Value>
        {
            ["年度"] = Value.Of(year),
            ["支出"] = Value.Of(spent),
        }.ToImmutableDictionary());
    }
}
