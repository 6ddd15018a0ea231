namespace Indicators.Compiled;

/// <summary>Why a part of a rule is left to the reference.</summary>
internal static class Reasons
{
    public static readonly Bilingual TooLarge = new("数据的范围不足以保证中间结果不超过 2⁵³：写明“范围”", "the ranges of the evidence do not keep intermediate results within 2⁵³: declare a “range”");
    public static readonly Bilingual Unordered = new("比较的两边不是数、日期或常量文字", "what is compared is no number, day or constant text");
    public static readonly Bilingual NegativeDivisor = new("除数的范围包含负数", "the divisor may be negative");
    public static readonly Bilingual Method = new("方法“{0}”由参考实现计算", "the method “{0}” is left to the reference");
    public static readonly Bilingual Rows = new("逐行：各行的分母不同，公分母可能超过 2⁵³", "each: the rows have different denominators, and a common one may leave 2⁵³");
    public static readonly Bilingual Construct = new("表达式“{0}”由参考实现计算", "the expression “{0}” is left to the reference");
    public static readonly Bilingual Table = new("读表“{0}”", "it reads the table “{0}”");
    public static readonly Bilingual Portfolio = new("同类要先知道整个项目库", "peers take the whole portfolio first");
    public static readonly Bilingual FlagReadsScores = new("疑点 {0} 用到得分或依据：{1}", "the flag {0} reads scores or standings: {1}");

    /// <summary>A reason with its blanks filled in.</summary>
    public static Bilingual Of(Bilingual reason, params object[] about)
    {
        var said = new Phrase(reason, about);
        return new(said.In(Language.Chinese), said.In(Language.English));
    }
}
