namespace Indicators.Batch;

/// <summary>The headers of the files that a batch writes.</summary>
internal static class ResultWords
{
    public static readonly Bilingual Name = new("名称", "name");
    public static readonly Bilingual Total = new("总分", "total");
    public static readonly Bilingual Grade = new("等级", "grade");
    public static readonly Bilingual Held = new("挂起", "held");
    public static readonly Bilingual OnEvidence = new("佐证", "on evidence");
    public static readonly Bilingual OnClaims = new("自述", "on claims");
    public static readonly Bilingual OnNothing = new("无依据", "on nothing");
    public static readonly Bilingual Flags = new("疑点", "flags");
    public static readonly Bilingual Undecided = new("待定疑点", "undecided flags");

    public static readonly Bilingual Code = new("编号", "code");
    public static readonly Bilingual Indicator = new("指标", "indicator");
    public static readonly Bilingual Maximum = new("分值", "maximum");
    public static readonly Bilingual Score = new("得分", "score");
    public static readonly Bilingual State = new("状态", "state");
    public static readonly Bilingual Why = new("说明", "explanation");

    public static readonly Bilingual Flag = new("疑点名称", "flag");
    public static readonly Bilingual Group = new("相同", "same");
    public static readonly Bilingual Amount = new("金额", "amount");

    public static readonly Bilingual File = new("文件", "file");
    public static readonly Bilingual Line = new("行", "line");
    public static readonly Bilingual Column = new("列", "column");
    public static readonly Bilingual Raw = new("原文", "raw text");
    public static readonly Bilingual Reason = new("原因", "reason");
    public static readonly Bilingual Remedy = new("改法", "remedy");
}
