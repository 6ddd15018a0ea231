using Indicators.Cli;

namespace Indicators.Tests;

public sealed class SourceExcerptTests
{
    [Fact]
    public void The_caret_counts_columns_and_not_characters() =>
        Assert.Equal(("取值: 达标场数 / 场次", 6), SourceExcerpt.Of("  取值: 达标场数 / 场次", 7, 80));

    [Fact]
    public void A_long_line_is_cut_around_the_column()
    {
        var (shown, caret) = SourceExcerpt.Of(new string('前', 50) + "错" + new string('后', 50), 51, 20);

        Assert.Equal("…前前前前前错后后后…", shown);
        Assert.Equal(11, caret);
        Assert.True(TextWidth.Of(shown) <= 20);
    }

    [Fact]
    public void A_column_behind_the_line_points_to_its_end() => Assert.Equal(("分值:", 5), SourceExcerpt.Of("分值:", 9, 80));
}
