using Indicators.Cli;

namespace Indicators.Tests;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("total 8.00", 10)]
    [InlineData("总分", 4)]
    [InlineData("得8.00分", 8)]
    [InlineData("财预〔2020〕10号", 16)]
    [InlineData("（≥ 90）", 8)]
    [InlineData("“优”", 4)]
    [InlineData("B12①", 5)]
    [InlineData("９８％", 6)]
    [InlineData("\U00020000", 2)]
    [InlineData("e\u0301", 1)]
    public void Chinese_characters_and_punctuation_take_two_columns(string text, int width) => Assert.Equal(width, TextWidth.Of(text));

    [Fact]
    public void Padding_counts_columns_and_not_characters()
    {
        Assert.Equal("总分  |", TextWidth.PadRight("总分", 6) + "|");
        Assert.Equal("  总分", TextWidth.PadLeft("总分", 6));
        Assert.Equal("总分", TextWidth.PadLeft("总分", 3));
    }

    [Fact]
    public void Nothing_in_a_text_can_steer_the_terminal() =>
        Assert.Equal(" [31m红 第二行 x", TextWidth.Clean("\e[31m红\n第二行\u202Ex"));
}
