using System.Collections.Immutable;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>The methods and their keys.</summary>
internal static class MethodKeyTexts
{
    public static readonly ImmutableArray<KeyText> All =
    [
        new(Keys.Met, "成立得满分，否则零分。", "All points if it holds, else none.", "符合: 已验收"),
        new(Keys.Deduct, "每有一项扣一定的分。", "Takes an amount for each item.", "扣分: {每项: 20%, 零分: ≥ 5}"),
        new(Keys.Per, "每项扣多少。", "What each item takes.", "每项: 1分"),
        new(Keys.Count, "有几项；不写就数评价意见中的缺陷。", "How many items; without it the 缺陷 findings count.", "件数: 逾期天数"),
        new(Keys.Of, "百分数是占本级还是占指标的分值。", "Whether a % is of this node or of the indicator.", "基数: 指标"),
        new(Keys.Zero, "得零分的条件；直线中是得零分的值。", "When nothing is earned; in 直线 linear, the value that earns nothing.", "零分: < 60%"),
        new(Keys.Full, "得满分的条件；直线中是得满分的值。", "When all is earned; in 直线 linear, the value that earns all.", "满分: ≥ 100%"),
        new(Keys.Proportional, "按取值与目标之比得分，最多满分。", "In proportion to value ÷ target, at most all.", "按比例: 100%"),
        new(Keys.Target, "目标。", "The target.", "目标: 计划数量"),
        new(Keys.Direction, "≥ 越多越好，≤ 越少越好，= 越近越好。", "≥ more is better, ≤ less is better, = closer is better.", "方向: ≤"),
        new(Keys.Slope, "在基准得一定的分，每偏离一步增减。", "So much at a reference, and less or more for each step away.", "增减: {基准: 100%, 每低: 1%扣5%, 步长: 连续}"),
        new(Keys.At, "基准。", "The reference.", "基准: 100%"),
        new(Keys.Gives, "在基准得多少，默认满分。", "What the reference earns; all of it by default.", "得: 80%"),
        new(Keys.Below, "每低一步扣或加多少。", "What a step below takes or adds.", "每低: 1%扣5%"),
        new(Keys.Above, "每高一步扣或加多少。", "What a step above takes or adds.", "每高: 1个百分点加0.5分"),
        new(Keys.Either, "向任一边每偏一步扣或加多少。", "What a step to either side takes or adds.", "每偏: 5%扣1分"),
        new(Keys.Bands, "自上而下第一个符合的档；没有取值时键是条件。", "The first band that fits; without 取值 value the keys are conditions.", "分档: {≥ 90%: 100%, ≥ 80%: 60%, 其余: 0}"),
        new(Keys.Linear, "在零分和满分两个值之间按直线得分。", "In proportion to the way between two values.", "直线: {零分: 60%, 满分: 100%}"),
        new(Keys.FormulaMethod, "算出得分的表达式；取值中是要舍入的表达式。", "An expression that gives the points; in 取值 value, the expression that is rounded.", "公式: 4 * 支出 / 预算"),
        new(Keys.Levels, "评价人选一档，并在档内给分。", "The evaluator names a level and a share within it.", "定性: {好: 80%~100%, 中: 60%~80%, 差: 0~60%}"),
        new(Keys.Each, "逐行计分，按占比合计。", "Scores each row of a table and shares the points out.", "逐行: 资金 按 年度"),
        new(Keys.Table, "哪个表，或筛选它的表达式。", "The table, or an expression that filters it.", "表: 资金"),
        new(Keys.By, "区分各行的列。", "The column that names a row.", "按: 年度"),
        new(Keys.Peers, "与其他项目比。", "Compares with other projects.", "同类: {比: 极差, 来自: 项目库}"),
        new(Keys.ComparedBy, "与同类的什么比。", "What of the peers to compare with.", "比: 均值"),
        new(Keys.PeersFrom, "项目库、给定，或一列数。", "The portfolio, given figures, or a list.", "来自: 项目库"),
        new(Keys.Within, "极差：离均值更远的按这么远计。", "Min-max: what lies further from the mean counts as lying so far.", "限: 10%"),
        new(Keys.Mean, "给定的均值。", "The mean that is given.", "均值: 行业均值"),
        new(Keys.Lowest, "给定的最低值。", "The lowest that is given.", "最低: 行业最低"),
        new(Keys.Highest, "给定的最高值。", "The highest that is given.", "最高: 行业最高"),
        new(Keys.MethodName, "rule-set.yaml 的方法中的名称。", "A name among the methods of rule-set.yaml.", "方法: 每项扣一成"),
    ];
}
