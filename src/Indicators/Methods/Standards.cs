using Indicators.Feel;

namespace Indicators.Methods;

/// <summary>What the methods ask for, in the words of a table of standards (评分标准), before there is any evidence.</summary>
internal static class Standards
{
    public static readonly Bilingual Of = new("{0}：{1}", "{0}: {1}");
    public static readonly Bilingual Directly = new("{0}{1}", "{0} {1}");
    public static readonly Bilingual More = new("{0}；{1}", "{0}; {1}");
    public static readonly Bilingual Rounded = new("{0}（保留{1}位小数）", "{0} (rounded to {1} decimals)");
    public static readonly Bilingual Full = new("满分", "full points");
    public static readonly Bilingual Nothing = new("0", "0");

    public static readonly Bilingual Judged = new("由评价人判断：符合得满分，不符合不得分", "judged by the evaluator: full points if met, none if not");
    public static readonly Bilingual JudgedInPart = new("由评价人判断：符合得满分，部分符合得一部分，不符合不得分", "judged by the evaluator: full points if met, a part if partly met, none if not");
    public static readonly Bilingual Points = new("各评价要点得分之和", "the sum of its points");
    public static readonly Bilingual Met = new("{0} 得满分，否则不得分", "full points if {0}, else none");
    public static readonly Bilingual Formula = new("得分 = {0}，最低 0 分，最高满分", "the points are {0}, at least 0 and at most all of them");
    public static readonly Bilingual Levels = new("由评价人定性：{0}", "the evaluator chooses a level: {0}");
    public static readonly Bilingual Level = new("{0} {1}", "{0} {1}");

    public static readonly Bilingual AtLeast = new("达到 {0} 得满分，未达到的按比例计分", "reaching {0} earns full points; below that in proportion");
    public static readonly Bilingual AtMost = new("不超过 {0} 得满分，超过的按比例计分", "not above {0} earns full points; beyond that in proportion");
    public static readonly Bilingual Exactly = new("等于 {0} 得满分，偏离的按比例计分", "equal to {0} earns full points; off it in proportion");
    public static readonly Bilingual OwnDirection = new("达到 {0}（方向按目标写明的）得满分，未达到的按比例计分", "reaching {0} (in the direction that the target states) earns full points; short of it in proportion");
    public static readonly Bilingual RowDirection = new("达到 {0}（方向见“{1}”）得满分，未达到的按比例计分", "reaching {0} (in the direction given by “{1}”) earns full points; short of it in proportion");
    public static readonly Bilingual ZeroRate = new("完成率 {0} 不得分", "a completion rate {0} earns nothing");

    public static readonly Bilingual Slope = new("基准 {0} 得{1}；{2}，{3}", "{1} at {0}; {2}; {3}");
    public static readonly Bilingual Below = new("每低 {0}{1}{2}", "each {0} below {1} {2}");
    public static readonly Bilingual Above = new("每高 {0}{1}{2}", "each {0} above {1} {2}");
    public static readonly Bilingual Either = new("每偏 {0}{1}{2}", "each {0} off {1} {2}");
    public static readonly Bilingual Takes = new("扣", "loses");
    public static readonly Bilingual Adds = new("加", "adds");
    public static readonly Bilingual Continuous = new("连续计算", "parts of a step count");
    public static readonly Bilingual Whole = new("满一步才计算", "only whole steps count");
    public static readonly Bilingual Started = new("不足一步按一步计算", "a started step counts as a whole one");
    public static readonly Bilingual Zero = new("{0} 不得分", "{0} earns nothing");
    public static readonly Bilingual FullAt = new("{0} 得满分", "{0} earns full points");
    public static readonly Bilingual Linear = new("在 {0}（零分）与 {1}（满分）之间按直线计分", "on a straight line from {0} (zero) to {1} (full points)");

    public static readonly Bilingual Gives = new("{0} 得 {1}", "{0} earns {1}");
    public static readonly Bilingual OtherwiseGives = new("其余得 {0}", "otherwise {0}");
    public static readonly Bilingual Nested = new("{0}：（{1}）", "{0}: ({1})");

    public static readonly Bilingual Defects = new(
        "由评价人检查：没有缺陷得满分，每项缺陷扣{0}，扣完为止，不符合不得分",
        "checked by the evaluator: full points without defects, each defect loses {0} down to nothing; none if not met");
    public static readonly Bilingual Counted = new("{0}：每项扣{1}，扣完为止", "{0}: each loses {1}, down to nothing");
    public static readonly Bilingual OfIndicator = new("三级指标分值的{0}", "{0} of the indicator’s points");
    public static readonly Bilingual ZeroCount = new("项数 {0} 不得分", "a count {0} earns nothing");

    public static readonly Bilingual RowsEqual = new("“{0}”逐行计分，各行平分分值：{1}", "each row of “{0}” scores with an equal share of the points: {1}");
    public static readonly Bilingual RowsShared = new("“{0}”逐行计分，分值按“{1}”分配：{2}", "each row of “{0}” scores with a share of the points by “{1}”: {2}");

    public static readonly Bilingual PeersMean = new("与{0}的均值比较：{1}", "compared with the mean of {0}: {1}");
    public static readonly Bilingual PeersRank = new("按在{0}中的名次（{1}）：{2}", "by the rank among {0} ({1}): {2}");
    public static readonly Bilingual PeersRange = new("在{0}的最低与最高之间按比例计分（{1}）", "in proportion between the lowest and the highest of {0} ({1})");
    public static readonly Bilingual PeersWithin = new("范围以均值上下 {0} 为限", "the range goes no further than {0} from the mean");
    public static readonly Bilingual MoreIsBetter = new("高者为优", "more is better");
    public static readonly Bilingual LessIsBetter = new("低者为优", "less is better");
    public static readonly Bilingual PeersPortfolio = new("项目库同类项目", "the projects of the portfolio");
    public static readonly Bilingual PeersList = new("“{0}”", "“{0}”");
    public static readonly Bilingual PeersGiven = new("给定数值（{0}）", "given figures ({0})");
    public static readonly Bilingual PeersFigure = new("{0} {1}", "{0} {1}");

    /// <summary>An expression as it is read aloud: ÷ for /, 且 for and.</summary>
    public static Phrase Written(Formula formula) => formula.Places is { } places
        ? new Phrase(Rounded, Shown.Written(formula), places)
        : new Phrase(new("{0}", "{0}"), Shown.Written(formula));

    /// <summary>An amount as a regulation writes it: 0, 5%, 1分, and 1/3 where no percentage is exact.</summary>
    public static Bilingual Said(Amount amount) => amount.Value.IsZero ? Nothing
        : amount.IsShare && amount.Value.Round(6) != amount.Value ? new($"{amount.Value.Numerator}/{amount.Value.Denominator}", $"{amount.Value.Numerator}/{amount.Value.Denominator}")
        : amount.InWords;

    /// <summary>Parts in a row, as in 基准…；每低…；….</summary>
    public static Phrase Join(Phrase first, params IEnumerable<Phrase> more) => more.Aggregate(first, (all, next) => new Phrase(More, all, next));
}
