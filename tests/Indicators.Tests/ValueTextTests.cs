using Indicators.Feel;

namespace Indicators.Tests;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("１２３，４５６．７８", "123456.78")]
    [InlineData("－５", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("+5", "5")]
    [InlineData("　17 ", "17")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    public void A_number_is_read_as_people_write_it(string raw, string expected) =>
        Assert.Equal(expected, Read(raw, FieldKind.Number).Value!.ToString());

    [Theory]
    [InlineData("(5)", "-5")]
    [InlineData("（5）", "-5")]
    [InlineData("1e3", "指数")]
    [InlineData("1E+3", "指数")]
    [InlineData("12,34", "三位一组")]
    [InlineData("1,2345", "三位一组")]
    [InlineData("1.", "小数点")]
    [InlineData("12345678901234567890123456789", "28")]
    [InlineData("NaN", "NaN")]
    [InlineData("三十", "三十")]
    [InlineData("--5", "--5")]
    [InlineData("5-6", "5-6")]
    [InlineData("٣", "٣")]
    public void A_number_that_could_mean_two_things_is_refused_with_the_reason(string raw, string reason)
    {
        var problem = Problem(raw, FieldKind.Number);
        Assert.Equal("bad-number", problem.Code);
        Assert.Contains(raw, problem.Text(Language.Chinese));
        Assert.Contains(raw, problem.Text(Language.English));
        Assert.Contains(reason, problem.Text(Language.Chinese));
    }

    [Theory]
    [InlineData("1元", "1")]
    [InlineData("1.5千元", "1500")]
    [InlineData("30 万元", "300000")]
    [InlineData("-0.01百万元", "-10000")]
    [InlineData("0.00000001亿元", "1")]
    public void Money_is_held_exactly_in_yuan(string raw, string expected) =>
        Assert.Equal(expected, Read(raw, FieldKind.Money).Value!.ToString());

    [Theory]
    [InlineData("30", "元", null, "30")]
    [InlineData("30", "万元", "元", "300000")]
    [InlineData("30", null, "万元", "300000")]
    [InlineData("30元", "万元", "亿元", "30")]
    public void The_unit_of_money_comes_from_the_cell_then_the_header_then_the_field(string raw, string? header, string? declared, string expected) =>
        Assert.Equal(expected, ValueText.Read(raw, new FieldType(FieldKind.Money, declared), header).Value!.ToString());

    [Theory]
    [InlineData("30", null, "money-without-unit")]
    [InlineData("30万", null, "wrong-unit")]
    [InlineData("30美元", "元", "wrong-unit")]
    [InlineData("30", "美元", "wrong-unit")]
    [InlineData("30%", "元", "wrong-unit")]
    public void Money_in_no_known_unit_is_refused(string raw, string? header, string code) =>
        Assert.Equal(code, Problem(raw, FieldKind.Money, header).Code);

    [Theory]
    [InlineData("98.5%", null, "0.985")]
    [InlineData("９８．５％", null, "0.985")]
    [InlineData("98.5", "%", "0.985")]
    [InlineData("98.5", "％", "0.985")]
    [InlineData("98.5%", "%", "0.985")]
    public void A_percentage_has_its_sign_in_the_cell_or_the_header(string raw, string? header, string expected) =>
        Assert.Equal(expected, ValueText.Read(raw, new FieldType(FieldKind.Percent), header).Value!.ToString());

    [Theory]
    [InlineData("98.5", null, "percent-without-sign")]
    [InlineData("0.985", null, "percent-without-sign")]
    [InlineData("98.5", "万元", "percent-without-sign")]
    [InlineData("98.5分", "%", "wrong-unit")]
    public void A_bare_percentage_is_refused(string raw, string? header, string code) =>
        Assert.Equal(code, Problem(raw, FieldKind.Percent, header).Code);

    [Theory]
    [InlineData("17", null, true)]
    [InlineData("17次", null, true)]
    [InlineData("17 次", "次", true)]
    [InlineData("17", "次", true)]
    [InlineData("17个", null, false)]
    [InlineData("17", "万次", false)]
    [InlineData("17%", null, false)]
    public void A_counting_unit_is_the_declared_one(string raw, string? header, bool read) =>
        Assert.Equal(read ? null : "wrong-unit", ValueText.Read(raw, new FieldType(FieldKind.Number, "次"), header).Problem?.Code);

    [Theory]
    [InlineData("≥50")]
    [InlineData("＞50")]
    [InlineData("<= 50%")]
    [InlineData("=50")]
    public void A_target_in_a_number_field_says_where_it_belongs(string raw)
    {
        var problem = Problem(raw, FieldKind.Number);
        Assert.Equal("target-not-number", problem.Code);
        Assert.Contains(raw, problem.Text(Language.Chinese));
        Assert.Contains("目标", problem.Remedy(Language.Chinese));
        Assert.Contains("target", problem.Remedy(Language.English));
    }

    [Theory]
    [InlineData("2017年4月25日")]
    [InlineData("2017年04月25日")]
    [InlineData("２０１７年４月２５日")]
    [InlineData("2017-04-25")]
    [InlineData("2017/4/25")]
    public void A_date_is_read_in_three_ways(string raw) =>
        Assert.Equal(new Value.Date(new DateOnly(2017, 4, 25)), Read(raw, FieldKind.Date).Value);

    [Theory]
    [InlineData("2017-02-30")]
    [InlineData("2017年4月")]
    [InlineData("2017-4/25")]
    [InlineData("4/25/2017")]
    [InlineData("42850")]
    [InlineData("2017/4/25 0:00")]
    public void Any_other_date_is_refused(string raw) => Assert.Equal("bad-date", Problem(raw, FieldKind.Date).Code);

    [Theory]
    [InlineData("是", true)]
    [InlineData("Yes", true)]
    [InlineData("否", false)]
    [InlineData("no", false)]
    public void Yes_and_no_are_words(string raw, bool holds) => Assert.Equal(Value.Of(holds), Read(raw, FieldKind.YesNo).Value);

    [Theory]
    [InlineData("1")]
    [InlineData("有")]
    [InlineData("true")]
    public void Nothing_else_is_yes_or_no(string raw) => Assert.Equal("bad-yes-no", Problem(raw, FieldKind.YesNo).Code);

    [Theory]
    [InlineData("", MissingState.Blank)]
    [InlineData(" 　", MissingState.Blank)]
    [InlineData("空白", MissingState.Blank)]
    [InlineData("未提供", MissingState.Withheld)]
    [InlineData("Withheld", MissingState.Withheld)]
    [InlineData("无法考核", MissingState.Unassessable)]
    [InlineData("N/A", MissingState.NotApplicable)]
    public void Each_way_of_missing_has_its_word_in_every_type(string raw, MissingState state) =>
        Assert.All(Enum.GetValues<FieldKind>(), kind => Assert.Equal(new Value.Missing(state), Read(raw, kind).Value));

    [Fact]
    public void Zero_is_a_value() => Assert.Equal(Value.Of(0), Read("0", FieldKind.Number).Value);

    [Fact]
    public void Text_is_kept_as_it_is_without_outer_blanks() =>
        Assert.Equal(new Value.Text("“三公”经费，≥50"), Read(" “三公”经费，≥50　", FieldKind.Text).Value);

    private static ValueReading Read(string raw, FieldKind kind) => ValueText.Read(raw, new FieldType(kind), null);

    /// <summary>The problem as the reader of a file reports it, with the field's name in front.</summary>
    private static Diagnostic Problem(string raw, FieldKind kind, string? header = null)
    {
        var reading = ValueText.Read(raw, new FieldType(kind), header);
        Assert.Null(reading.Value);
        return new Diagnostic(reading.Problem!, new Place("数据.csv", 2), ["实际", .. reading.Arguments]);
    }
}
