namespace Indicators.Tests.Methods;

/// <summary>Every method as the sentence that a person would write in the column 评分标准; the sentences are written by hand.</summary>
public sealed class StandardsTests
{
    private const string Evidence = TestRuleSet.Evidence + """

        表:
          资金:
            键: 年度
            列: {年度: 文本, 预算: 金额, 支出: 金额, 方向: 文本}
        """;

    [Theory]
    [InlineData("取值: 到位 / 预算\n按比例: 100%", "到位 ÷ 预算达到 100% 得满分，未达到的按比例计分", "到位 ÷ 预算 reaching 100% earns full points; below that in proportion")]
    [InlineData("取值: 实际\n按比例: {目标: 计划, 零分: < 60%}", "实际达到 计划 得满分，未达到的按比例计分；完成率 < 60% 不得分", "实际 reaching 计划 earns full points; below that in proportion; a completion rate < 60% earns nothing")]
    [InlineData("取值: 实际\n按比例: {目标: 计划, 方向: ≤}", "实际不超过 计划 得满分，超过的按比例计分", "实际 not above 计划 earns full points; beyond that in proportion")]
    [InlineData("取值: 实际\n按比例: {目标: 计划, 方向: =}", "实际等于 计划 得满分，偏离的按比例计分", "实际 equal to 计划 earns full points; off it in proportion")]
    [InlineData("取值: 满意度\n增减: {基准: 100%, 每低: 1%扣5%, 零分: ≤ 80%, 步长: 连续}", "满意度：基准 100% 得满分；每低 1%扣5%，连续计算；≤ 80% 不得分", "满意度: full points at 100%; each 1% below loses 5%; parts of a step count; ≤ 80% earns nothing")]
    [InlineData("取值: 满意度\n增减: {基准: 10%, 得: 50%, 每高: 0.1%加0.125分, 每低: 1%扣10分, 满分: ≥ 90%, 步长: 满}", "满意度：基准 10% 得50%；每低 1%扣10分；每高 0.1%加0.125分，满一步才计算；≥ 90% 得满分", "满意度: 50% at 10%; each 1% below loses 10 points; each 0.1% above adds 0.125 points; only whole steps count; ≥ 90% earns full points")]
    [InlineData("取值: 满意度\n增减: {基准: 1, 每偏: 5个百分点扣1分, 步长: 不足按整}", "满意度：基准 1 得满分；每偏 5个百分点扣1分，不足一步按一步计算", "满意度: full points at 1; each 5个百分点 off loses 1 points; a started step counts as a whole one")]
    [InlineData("取值: 满意度\n分档: {≥ 90%: 100%, ≥ 80%: 80%, 其余: 0}", "满意度：≥ 90% 得 100%；≥ 80% 得 80%；其余得 0", "满意度: ≥ 90% earns 100%; ≥ 80% earns 80%; otherwise 0")]
    [InlineData("取值: {公式: 实际 / 计划, 小数位: 2}\n分档: {≥ 100%: 100%, 其余: {按比例: 100%}}", "实际 ÷ 计划（保留2位小数）：≥ 100% 得 100%；其余：（达到 100% 得满分，未达到的按比例计分）", "实际 ÷ 计划 (rounded to 2 decimals): ≥ 100% earns 100%; otherwise: (reaching 100% earns full points; below that in proportion)")]
    [InlineData("分档: {实际 >= 1 and not(已验收): 20分, 其余: 0}", "实际 ≥ 1 且 not(已验收) 得 20分；其余得 0", "实际 ≥ 1 and not(已验收) earns 20 points; otherwise 0")]
    [InlineData("取值: 满意度\n直线: {零分: 60%, 满分: 100%}", "满意度：在 60%（零分）与 100%（满分）之间按直线计分", "满意度: on a straight line from 60% (zero) to 100% (full points)")]
    [InlineData("公式: 到位率 * 100", "得分 = 到位率 × 100，最低 0 分，最高满分", "the points are 到位率 × 100, at least 0 and at most all of them")]
    [InlineData("符合: 实际 >= 计划 or 已验收", "实际 ≥ 计划 或 已验收 得满分，否则不得分", "full points if 实际 ≥ 计划 or 已验收, else none")]
    [InlineData("定性: {好: 80%~100%, 差: 0~80%}", "由评价人定性：好 80%~100%；差 0%~80%", "the evaluator chooses a level: 好 80%~100%; 差 0%~80%")]
    [InlineData("扣分: {每项: 1分, 零分: ≥ 3}", "由评价人检查：没有缺陷得满分，每项缺陷扣1分，扣完为止，不符合不得分；项数 ≥ 3 不得分", "checked by the evaluator: full points without defects, each defect loses 1 points down to nothing; none if not met; a count ≥ 3 earns nothing")]
    [InlineData("扣分: {每项: 1/3, 件数: 实际}", "实际：每项扣1/3，扣完为止", "实际: each loses 1/3, down to nothing")]
    [InlineData("扣分: {每项: 5%, 件数: 计划 - 实际, 基数: 指标}", "计划 − 实际：每项扣三级指标分值的5%，扣完为止", "计划 − 实际: each loses 5% of the indicator’s points, down to nothing")]
    [InlineData("逐行: 资金\n占比: 预算\n取值: 支出 / 预算\n按比例: 100%", "“资金”逐行计分，分值按“预算”分配：支出 ÷ 预算达到 100% 得满分，未达到的按比例计分", "each row of “资金” scores with a share of the points by “预算”: 支出 ÷ 预算 reaching 100% earns full points; below that in proportion")]
    [InlineData("逐行: 资金 按 年度\n取值: 支出\n按比例: {目标: 预算, 方向: 方向}", "“资金”逐行计分，各行平分分值：支出达到 预算（方向见“方向”）得满分，未达到的按比例计分", "each row of “资金” scores with an equal share of the points: 支出 reaching 预算 (in the direction given by “方向”) earns full points; short of it in proportion")]
    [InlineData("取值: 实际\n同类: {比: 极差, 来自: 项目库, 限: 10, 方向: ≤}", "实际：在项目库同类项目的最低与最高之间按比例计分（低者为优）；范围以均值上下 10 为限", "实际: in proportion between the lowest and the highest of the projects of the portfolio (less is better); the range goes no further than 10 from the mean")]
    [InlineData("取值: 实际\n同类: {比: 名次, 来自: '[1, 2]', 分档: {≤ 1: 100%, 其余: 0}}", "实际：按在“[1, 2]”中的名次（高者为优）：≤ 1 得 100%；其余得 0", "实际: by the rank among “[1, 2]” (more is better): ≤ 1 earns 100%; otherwise 0")]
    [InlineData("取值: 实际\n同类: {比: 均值, 来自: 给定, 均值: 计划, 按比例: 均值}", "实际：与给定数值（均值 计划）的均值比较：达到 均值 得满分，未达到的按比例计分", "实际: compared with the mean of given figures (mean 计划): reaching 均值 earns full points; below that in proportion")]
    [InlineData("口径: 无", "由评价人判断：符合得满分，不符合不得分", "judged by the evaluator: full points if met, none if not")]
    [InlineData("部分得分: 允许", "由评价人判断：符合得满分，部分符合得一部分，不符合不得分", "judged by the evaluator: full points if met, a part if partly met, none if not")]
    [InlineData("评价要点: [甲, 乙]", "各评价要点得分之和", "the sum of its points")]
    public void A_standard_reads_as_a_sentence(string keys, string chinese, string english)
    {
        using var files = TestRuleSet.WithNode(keys, evidence: Evidence);
        var standard = files.Sound().Find("A1")!.Standard;
        Assert.Equal((chinese, english), (standard.In(Language.Chinese), standard.In(Language.English)));
    }

    [Fact]
    public void A_target_from_the_evidence_brings_its_direction()
    {
        using var files = TestRuleSet.WithNode("取值: 实际\n按比例: 目标值", evidence: "数据:\n  实际: 数\n  目标值: 目标");
        Assert.Equal("实际达到 目标值（方向按目标写明的）得满分，未达到的按比例计分", files.Sound().Find("A1")!.Standard.In(Language.Chinese));
    }
}
