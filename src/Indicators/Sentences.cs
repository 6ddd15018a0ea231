namespace Indicators;

/// <summary>The sentences of an explanation that are the same for all methods.</summary>
internal static class Sentences
{
    public static readonly Bilingual Earned = new("{0}，得{1}分", "{0}: {1} points");
    public static readonly Bilingual KeptZero = new("{0}，{1}按零分计", "{0}; {1} scores zero");
    public static readonly Bilingual KeptFull = new("{0}，{1}暂不扣分，暂得{2}分", "{0}; {1} keeps its points for now: {2} points");
    public static readonly Bilingual Excluded = new("{0}，{1}剔除，分值由其他指标分担", "{0}; {1} is left out and its weight is shared by the others");
    public static readonly Bilingual ExcludedToTotal = new("{0}，{1}剔除，其余指标折算为总分100分", "{0}; {1} is left out and the rest is scaled to 100 points");
    public static readonly Bilingual Held = new("{0}，{1}挂起，{2}分待定", "{0}; {1} is held: {2} points are open");
    public static readonly Bilingual Rescaled = new("剔除其他项后分值由{0}分调整为{1}分，折算得{2}分", "the weight rises from {0} to {1} points because others are left out: {2} points");
    public static readonly Bilingual NextAtWeight = new("{0}（按原分值{1}分计）", "{0} (at the original weight of {1} points)");
    public static readonly Bilingual PointsSum = new("{0}个评价要点合计{1}分", "its {0} parts add up to {1} points");
    public static readonly Bilingual PointsHeld = new("其中{0}分挂起待定", "{0} points are held");
    public static readonly Bilingual NextEvidence = new("补充佐证后最多可得{0}分", "with evidence it could earn up to {0} points");
    public static readonly Bilingual Ruled = new("{0}（改变计算结果：{1}）", "{0} (instead of: {1})");
    public static readonly Bilingual RulingFlag = new("评价人认定改变计算结果", "A ruling overrides the computed result");
    public static readonly Bilingual RulingSays = new("{0} {1}：{2}", "{0} {1}: {2}");

    // Improvements
    public static readonly Bilingual ImprovedByChanging = new("{0} 从{1}到{2}，总分多{3}分", "{0} from {1} to {2}: {3} more points in total");
    public static readonly Bilingual ImprovedBySupplying = new("补上 {0}，若为{2}，总分多{3}分", "{0} supplied, if it is {2}: {3} more points in total");
    public static readonly Bilingual ImprovedByJudging = new("{0} 的评价意见为{1}，总分多{2}分", "{0} judged {1}: {2} more points in total");
    public static readonly Bilingual ImprovedBySupplyingFinding = new("补上 {0} 的评价意见，若为{1}，总分多{2}分", "{0} judged, if it is {1}: {2} more points in total");

    // Coverage of cases
    public static readonly Bilingual NoEvidenceInCases = new("所有用例都没有给它数据", "no case gives it evidence");
    public static readonly Bilingual ShadowedBy = new("被前面的“{0}”挡住：符合它的用例都先符合前面的", "shadowed by “{0}”: the cases that fit it fit that one first");
    public static readonly Bilingual NeverReached = new("没有用例到这里", "no case comes here");
}
