using Indicators.Cli;

namespace Indicators.Tests;

public sealed class LineBreaksTests
{
    [Theory]
    [InlineData("一二三四五", 4, "一二|三四|五")]
    [InlineData("一二三四五", 5, "一二|三四|五")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("", 10, "")]
    public void A_line_is_no_wider_than_asked(string text, int width, string lines) => Assert.Equal(lines, Wrapped(text, width));

    [Theory]
    [InlineData("得分是8.00分", 8, "得分是|8.00分")]
    [InlineData("共1,234.56元", 11, "共|1,234.56元")]
    [InlineData("完成率141.67%", 10, "完成率|141.67%")]
    [InlineData("满分标准≥100%", 10, "满分标准|≥100%")]
    [InlineData("共１２３４元", 8, "共|１２３４|元")]
    public void A_number_is_never_broken(string text, int width, string lines) => Assert.Equal(lines, Wrapped(text, width));

    [Theory]
    [InlineData("一二三，四", 6, "一二|三，四")]
    [InlineData("一二（三）", 6, "一二|（三）")]
    [InlineData("一二“三”", 5, "一二|“三”")]
    public void Punctuation_stays_with_its_text(string text, int width, string lines) => Assert.Equal(lines, Wrapped(text, width));

    [Fact]
    public void A_circled_number_stays_with_its_code() => Assert.Equal("要点|B12①", Wrapped("要点B12①", 7));

    [Fact]
    public void A_word_wider_than_the_line_is_cut_outside_its_numbers() => Assert.Equal("abcde/|123456", Wrapped("abcde/123456", 8));

    [Fact]
    public void Lines_after_the_first_leave_room_for_their_indent() =>
        Assert.Equal("一二三|四五|六", string.Join('|', LineBreaks.Wrap("一二三四五六", 6, hanging: 2)));

    private static string Wrapped(string text, int width) => string.Join('|', LineBreaks.Wrap(text, width));
}
