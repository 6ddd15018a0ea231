using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>The sentences that say why a node scores as it does; what it earned is added by the evaluator.</summary>
internal static class Reasons
{
    public static readonly Bilingual Standard = new("{0}{1}", "{0}{1}");
    public static readonly Bilingual FullStandard = new("{0}，达到满分标准({1})", "{0}, meets the standard for full marks ({1})");
    public static readonly Bilingual Proportional = new("{0}，未达到{1}，按完成率{2}×{3}计分", "{0}, short of {1}; in proportion {2} × {3}");
    public static readonly Bilingual ZeroRate = new("{0}，完成率{1}属于零分范围({2})", "{0}; a completion rate of {1} scores zero ({2})");
    public static readonly Bilingual ZeroValue = new("{0}，属于零分范围({1})", "{0}, scores zero ({1})");
    public static readonly Bilingual NoNumber = new("{0}，不是数，不能计分", "{0}, which is no number, so it cannot be scored");
    public static readonly Bilingual NoDirection = new("目标{0}没有写方向（≥、≤ 或 =），不能计算完成率", "the target {0} has no direction (≥, ≤ or =), so no completion rate can be worked out");
    public static readonly Bilingual NoRate = new("{0}，对照目标({1})无法计算完成率", "{0}, no completion rate can be worked out against the target ({1})");
    public static readonly Bilingual InBand = new("{0}，属于“{1}”档", "{0}, in the band “{1}”");
    public static readonly Bilingual ByCase = new("属于“{0}”的情形", "the case “{0}” applies");
    public static readonly Bilingual Nested = new("{0}，{1}", "{0}: {1}");
    public static readonly Bilingual BandUnknown = new("缺少数据，不能判断是否属于“{0}”", "evidence is missing to decide on “{0}”");
    public static readonly Bilingual Met = new("{0}，符合要求", "{0}: met");
    public static readonly Bilingual NotMet = new("{0}，不符合要求", "{0}: not met");
    public static readonly Bilingual NoFinding = new("{0}没有评价意见", "no finding on {0}");
    public static readonly Bilingual NoDeduction = new("{0}，无扣分", "{0}, nothing deducted");
    public static readonly Bilingual Deducted = new("{0}，{1}项×每项{2}，扣{3}", "{0}; {1} × {2} each, {3} deducted");
    public static readonly Bilingual CountNegative = new("{0}，件数不能是负数", "{0}, a count cannot be negative");
    public static readonly Bilingual Defects = new("发现缺陷{0}项（{1}）", "{0} defects found ({1})");
    public static readonly Bilingual ZeroCount = new("{0}，达到零分条件({1})", "{0}, scores zero ({1})");
    public static readonly Bilingual AtReference = new("{0}，对照基准{1}不增减", "{0}, nothing added or deducted against the reference {1}");
    public static readonly Bilingual Sloped = new("{0}，{1}基准{2}计{3}步，每{4}，共{5}{6}", "{0}, {1} the reference {2} by {3} steps; each {4}: {6} {5}");

    public static readonly Bilingual Linear = new("{0}，在{1}（零分）与{2}（满分）之间占{3}，×{4}", "{0}, {3} of the way from {1} (zero) to {2} (full), × {4}");
    public static readonly Bilingual LinearZero = new("{0}，没有超过零分线{1}", "{0}, not beyond the zero mark {1}");
    public static readonly Bilingual LinearFull = new("{0}，达到满分线{1}", "{0}, reaches the full mark {1}");
    public static readonly Bilingual LinearFlat = new("零分线和满分线都是{0}，不能计分", "the zero mark and the full mark are both {0}, so there is no line to score on");
    public static readonly Bilingual FormulaBelow = new("{0}，低于零，按零分计", "{0}, below zero, counts as zero");
    public static readonly Bilingual FormulaAbove = new("{0}，超过分值，按{1}计", "{0}, above the weight, counts as {1}");
    public static readonly Bilingual InLevel = new("{0}，属于“{1}”（{2}）", "{0}, in the level “{1}” ({2})");

    public static readonly Bilingual NoRows = new("“{0}”一行也没有", "“{0}” has no row");
    public static readonly Bilingual RowShare = new("{0}的占比“{1}”是{2}，不能分摊分值", "the share “{1}” of {0} is {2}, so the points cannot be shared out");
    public static readonly Bilingual RowSharesZero = new("各行的占比“{0}”合计为零，不能分摊分值", "the shares “{0}” of the rows add up to zero, so the points cannot be shared out");
    public static readonly Bilingual Row = new("{0}：{1}", "{0}: {1}");
    public static readonly Bilingual RowEarned = new("{0}：{1}，{2}", "{0}: {1}, {2}");
    public static readonly Bilingual RowMissing = new("{0}：{1}，{2}{3}", "{0}: {1}; {2}: {3}");
    public static readonly Bilingual AllRowsOut = new("{0}行都已剔除", "all {0} rows are left out");
    public static readonly Bilingual Rows = new("共{0}行（{1}）", "{0} rows ({1})");
    public static readonly Bilingual RowsMore = new("共{0}行（{1}……）", "{0} rows ({1} …)");
    public static readonly Bilingual PeersTooFew = new("同类只有{0}个数值，不能比较", "only {0} values to compare with");
    public static readonly Bilingual PeersAllEqual = new("{0}，同类数值都相同（{1}），不能按极差计分", "{0}: all values are the same ({1}), so there is no range to score on");
    public static readonly Bilingual PeersMean = new("同类{0}均值{1}，{2}", "mean{0} {1}; {2}");
    public static readonly Bilingual PeersRank = new("{0}，在同类{1}中排第{2}，{3}", "{0}, rank {2}{1}; {3}");
    public static readonly Bilingual PeersRange = new("{0}，同类{1}的范围{2}~{3}，占{4}，×{5}", "{0}, in the range {2}~{3}{1} at {4}, × {5}");

    public static readonly Bilingual Low = new("低于", "below");
    public static readonly Bilingual High = new("高于", "above");
    public static readonly Bilingual Adds = new("加", "added");
    public static readonly Bilingual Takes = new("扣", "deducted");

    public static readonly Bilingual NextMet = new("符合要求可得{0}", "if met it would earn {0}");
    public static readonly Bilingual NextStandard = new("达到{0}可得{1}", "reaching {0} would earn {1}");
    public static readonly Bilingual NextBand = new("达到“{0}”可得{1}", "reaching “{0}” would earn {1}");
    public static readonly Bilingual NextBandUpTo = new("达到“{0}”最多可得{1}", "reaching “{0}” would earn up to {1}");
    public static readonly Bilingual NextCount = new("减到{0}项可得{1}", "with no more than {0} it would earn {1}");
    public static readonly Bilingual NextRow = new("{0}这一行{1}", "in the row {0} {1}");
    public static readonly Bilingual NextReference = new("达到{0}可得{1}", "reaching {0} would earn {1}");

    private static readonly Bilingual Plain = new("{0}", "{0}");
    private static readonly Bilingual WithAmount = new("{0}（{1}）", "{0} ({1})");
    private static readonly Bilingual Because = new("{0}：{1}", "{0}: {1}");
    private static readonly Bilingual Documented = new("{0}〔佐证：{1}〕", "{0} [document: {1}]");
    private static readonly Bilingual Claimed = new("{0}〔自述，无佐证〕", "{0} [claim without a document]");
    private static readonly Bilingual ClaimedIn = new("{0}〔自述：{1}〕", "{0} [claim: {1}]");
    private static readonly Bilingual WorkedBackwards = new("{0}〔反推〕", "{0} [worked backwards]");
    private static readonly Bilingual InputsMissing = new("{0}，不能计算“{1}”", "{0}, so “{1}” cannot be worked out");
    private static readonly Bilingual Undefined = new("“{0}”没有结果：{1}", "“{0}” has no result: {1}");

    public static Bilingual Points(Fraction points) => new($"{points.ToFixed(2)}分", $"{points.ToFixed(2)} points");

    /// <summary>Points on their way to a score, which are not rounded yet: 0.975分.</summary>
    public static Bilingual Unrounded(Fraction points) =>
        points.Round(2) == points ? Points(points) : new($"{points.ToShortest(4)}分", $"{points.ToShortest(4)} points");

    /// <summary>A finding as it stands in the table: conclusion, amount, reason, document.</summary>
    public static Phrase Finding(Finding finding)
    {
        var conclusion = finding.Level is { } level ? Bilingual.Same(level) : Words.Conclusions[finding.Conclusion];
        var said = new Phrase(Plain, new Bilingual(conclusion.Zh, conclusion.En.Replace('-', ' ')));
        if (finding.Amount is { } amount)
        {
            var share = finding.AmountIsShare || finding.Conclusion == Conclusion.PartlyMet;
            said = new Phrase(WithAmount, said, share ? Shown.Percent(amount) : Points(amount));
        }

        said = finding.Reason is null ? said : new Phrase(Because, said, finding.Reason);
        return finding.Standing switch
        {
            Standing.Nothing when finding.Missing is null => new Phrase(WorkedBackwards, said),
            Standing.Claim when finding.Missing is null => finding.Document is null ? new Phrase(Claimed, said) : new Phrase(ClaimedIn, said, finding.Document),
            _ => finding.Document is null ? said : new Phrase(Documented, said, finding.Document),
        };
    }

    /// <summary>Which evidence is missing and in which way, or why there is no result although nothing is missing.</summary>
    public static Phrase MissingValue(Formula part, Value.Missing missing, ProjectScope scope)
    {
        var absent = part.Names
            .Select(name => (Name: name, Value: scope.Lookup(name) as Value.Missing))
            .Where(n => n.Value is { Why: null } && !scope.IsLocal(n.Name)).ToList();
        return absent.Count > 0
            ? new Phrase(InputsMissing, absent.Select(n => new Phrase(Because, n.Name, Words.MissingStates[n.Value!.State])), part.Source.Text)
            : new Phrase(Undefined, part.Source.Text, missing.Why ?? Words.MissingStates[missing.State]);
    }
}
