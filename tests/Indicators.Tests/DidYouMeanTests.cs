namespace Indicators.Tests;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("到位金额", "到位资金")]
    [InlineData("A12(1)", "A12①")]
    [InlineData("--rule", "--rules")]
    [InlineData("实计", "实际")]
    [InlineData("Rate", "rate")]
    public void The_nearest_known_word_is_offered(string word, string known) =>
        Assert.Contains($"“{known}”", DidYouMean.Hint(word, ["支出", known, "Z99", "--lang"]).Zh, StringComparison.Ordinal);

    [Theory]
    [InlineData("备忘", "实际")]
    [InlineData("社会效益", "经济效果")]
    [InlineData("B31", "A12")]
    public void What_is_not_near_is_not_offered(string word, string known) => Assert.Equal("", DidYouMean.Hint(word, [known]).Zh);
}
