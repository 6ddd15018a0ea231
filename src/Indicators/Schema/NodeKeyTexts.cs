using System.Collections.Immutable;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>The keys of a dimension file outside its methods.</summary>
internal static class NodeKeyTexts
{
    public static readonly ImmutableArray<KeyText> All =
    [
        new(Keys.Name, "名称。", "The name.", "名称: 资金到位率"),
        new(Keys.Dimension, "一级指标的名称。", "The name of the dimension.", "一级指标: 过程"),
        new(Keys.Criteria, "二级指标。", "The criteria.", "二级指标: [{名称: 资金管理, 三级指标: […]}]"),
        new(Keys.Indicators, "三级指标。", "The indicators.", "三级指标: [{编号: B11, 名称: 资金到位率, 分值: 4}]"),
        new(Keys.Weight, "分值；三级指标之上的可省，写了就核对合计。法规没有给的写待定。", "The maximum; above an indicator it may be left out, and is checked as a sum. What the regulation leaves open is open.", "分值: 4"),
        new(Keys.Bonus, "在 100 分之外最多加几分。", "Outside the 100 points: how much is added at most.", "加分: 5"),
        new(Keys.Penalty, "在 100 分之外最多减几分。", "Outside the 100 points: how much is taken at most.", "减分: 5"),
        new(Keys.Code, "编号，在指标体系中只出现一次；评价意见按它找到要点。", "The code, once in a rule set; findings are filed under it.", "编号: B11"),
        new(Keys.Share, "要点占多少；与逐行同用时是分摊分值的列。", "The share of a point; beside 逐行 each, the column that shares the points out.", "占比: 1/3"),
        new(Keys.Basis, "依据的出处，一个或一列。", "Where the rule is published, one or a list.", "依据: 财预〔2020〕10号 附件2"),
        new(Keys.Reading, "原文不清时怎样理解。", "How an unclear text was read.", "口径: 按合同金额计"),
        new(Keys.Reverse, "佐证更好而得分可能更低的原因。", "Why better evidence may score lower here.", "逆向: 超额过多说明目标偏低"),
        new(Keys.Points, "评价要点，平分或按占比分这一指标的分值。", "The points that share the indicator's maximum.", "评价要点: [制度健全, 执行有效]"),
        new(Keys.EachPoint, "没有方法的要点都用的方法。", "The method of the points that name none.", "各要点: {扣分: {每项: 20%}}"),
        new(Keys.Value, "要计分的值，一个表达式。", "The value that is scored, an expression.", "取值: 支出 / 预算"),
    ];
}
