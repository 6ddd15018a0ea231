using System.Collections.Immutable;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>The keys of rule-set.yaml, evidence.yaml, flags.yaml and cases.</summary>
internal static class RuleSetKeyTexts
{
    public static readonly ImmutableArray<KeyText> All =
    [
        new(Keys.Format, "规则语言的格式。", "The format of the rule language.", "格式: 1"),
        new(Keys.Id, "指标体系的编号，每个不同。", "The id of the rule set, its own.", "编号: kunming-2017"),
        new(Keys.Authority, "依据的文号，一个或一列。", "The regulations it follows, one or a list.", "文号: 财预〔2020〕10号"),
        new(Keys.FiscalYears, "适用的年度，一个或一列。", "The fiscal years it is for, one or a list.", "年度: [2016, 2017]"),
        new(Keys.Period, "评价期的起止日期。", "The days between which the evaluation looks.", "评价期: {起: 2017-01-01, 止: 2017-12-31}"),
        new(Keys.From, "第一天。", "The first day.", "起: 2017-01-01"),
        new(Keys.To, "最后一天。", "The last day.", "止: 2017-12-31"),
        new(Keys.Grades, "等级和总分的范围，从高到低。", "The grades and the totals that earn them, best first.", "等级: {优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}"),
        new(Keys.Round, "四舍五入到几位小数。", "Decimals to round half-up to.", "小数位: 2"),
        new(Keys.Steps, "增减中不足一步怎样算；没有默认。", "How a part of a step of 增减 slope counts; there is no default.", "步长: 满"),
        new(Keys.Missing, "四种缺失各怎样计分。", "How each of the four kinds of missing evidence scores.", "缺失: {空白: 挂起, 未提供: 零分}"),
        new(Words.MissingStates[MissingState.Withheld], "要了没有给。", "Asked for and not given.", "未提供: 零分"),
        new(Words.MissingStates[MissingState.Unassessable], "给了也无法判断。", "Cannot be told.", "无法考核: 暂不扣分"),
        new(Words.MissingStates[MissingState.NotApplicable], "这个项目没有这件事。", "The project has no such thing.", "不适用: 剔除"),
        new(Words.MissingStates[MissingState.Blank], "没有填。", "Nothing was entered.", "空白: 挂起"),
        new(Keys.ExcludeTo, "剔除的分值按比例摊到总分，不摊到同级。", "What is excluded is shared by the total, not by the siblings.", "剔除到: 总分"),
        new(Keys.Partial, "评价人可否给部分得分。", "Whether an evaluator may give part of the points.", "部分得分: 允许"),
        new(Keys.Note, "给读者的说明。", "A note for readers.", "说明: 合成的示例"),
        new(Keys.Methods, "有名称的方法，供各指标采用。", "Methods with a name, for indicators to use.", "方法: {每项扣一成: {扣分: {每项: 10%}}}"),
        new(Keys.Extends, "在旁边文件夹的另一指标体系之上改。", "The rule set in a sibling folder that this one changes.", "继承: mof-2020"),
        new(Keys.Remove, "从被继承的指标体系删去的编号。", "Codes taken out of the rule set that is extended.", "删除: [B12, F03]"),
        new(Keys.Accept, "接受的警告：check 的警告代码（可再写编号或名称），和原因。", "Warnings that are meant: the code as check prints it, perhaps with a code or name, and why.", "接受: {weights-results: 原因}"),
        new(Keys.Closed, "已封存年度的规则摘要，由 check 给出。", "Digests of the rules of closed years, as check prints them.", "封存: {2016: sha256:…}"),

        new(Keys.Source, "数从哪里来。", "Where the figures are from.", "来源: 合成"),
        new(Keys.CaseYear, "按哪一年的规则。", "The year whose rules apply.", "年度: 2017"),
        new(Keys.CaseEvidence, "cases 中佐证的文件夹。", "The folder of evidence, within cases.", "证据: evidence"),
        new(Keys.CaseProject, "佐证中的哪个项目。", "Which project of the evidence.", "项目: P001"),
        new(Keys.Change, "改动的数据和评价意见。", "Values and findings put over the evidence.", "改: {支出: 90万元, A11*: 符合}"),
        new(Keys.Expect, "应得的分和等级。", "The scores and grade to expect.", "应得: {A11: \"4.00\", 总分: \"87.50\", 等级: 良}"),
        new(Keys.Published, "公布的得分，差异要写原因。", "Published scores; a difference has its reason.", "公布: {A11: {得分: 3, 差异: 公布时未计}}"),
        new(Keys.PublishedScore, "公布的得分。", "The score that was published.", "得分: 3.5"),
        new(Keys.Difference, "为什么与规则算出的不同。", "Why it differs from what the rules give.", "差异: 公布时四舍五入两次"),
        new(EvidenceWords.Conclusion, "评价意见的结论。", "What the finding says.", "结论: 部分符合"),
        new(Keys.Consequences, "各等级的结果应用：法规规定的幅度和期限，不是决定。", "What the regulation lays down for a grade: a range and a time, never a decision.", "结果应用: {中: {预算: -30%~-10%, 整改: 60天, 依据: 某文号}}"),
        new(Keys.Budget, "下一年度预算的调整幅度；不再安排写 取消。", "How next year's budget may change; cancel for none at all.", "预算: 取消~-30%"),
        new(Keys.Rectify, "多少天内提出整改方案。", "Within how many days a plan of rectification is due.", "整改: 60天"),
        new(Keys.Beside, "跨年比较时列在得分旁边的数，例如预算和单位成本。", "What is told beside the scores when years are compared, such as the budget and a unit cost.", "对照: {预算: 计划投入资金, 每场成本: 实际支出资金 / 实际竞赛场次}"),
        new(EvidenceWords.Share, "占这一要点分值的比例。", "The share of the point's maximum.", "比例: 50%"),
        new(EvidenceWords.Reason, "理由。", "The reason.", "理由: 制度未更新"),
        new(EvidenceWords.Document, "佐证材料。", "The document behind it.", "佐证: 财务管理制度第3章"),
        new(EvidenceWords.Class, "佐证的类别。", "The kind of document.", "类别: 文件"),
        new(EvidenceWords.Evaluator, "谁评的。", "Who judged it.", "评价人: 甲"),

        new(Keys.ByYear, "各年度的值；没有写的年度用此前最近的。", "A value for each fiscal year; a year without one takes the latest before it.", "分值: {按年度: {2016: 5, 2017: 6}}"),
        new(Keys.YearValue, "值。", "The value.", "值: 6"),

        new(Keys.Fields, "每个项目一个的数据。", "Values of which a project has one.", "数据: {预算: 金额 万元}"),
        new(Keys.Tables, "每个项目多行的表。", "Tables of which a project has many rows.", "表: {资金: {键: 年度, 列: {年度: 文本, 支出: 金额}}}"),
        new(Keys.Computed, "由数据算出的值；法规没有给的限值写待定。", "Values worked out from the others; a limit that no regulation gives is open.", "计算: {执行率: 支出 / 预算}"),
        new(Keys.TableKey, "区分各行的列。", "The columns that name a row.", "键: [年度, 类别]"),
        new(Keys.Columns, "列名和类型；= 开头的由本行算出。", "Names and types; what begins with = is worked out from the row.", "列: {预算: 金额, 支出: 金额, 执行率: = 支出 / 预算}"),
        new(Keys.Type, "类型，可带单位。", "The type, with a unit if there is one.", "类型: 金额 万元"),
        new(Keys.Aliases, "CSV 中的其他列名。", "Other headers in CSV files.", "别名: [资金合计]"),
        new(Keys.Required, "是否必填。", "Whether it may not be blank.", "必填: 是"),
        new(Keys.Range, "合理的值。", "What is plausible.", "范围: ≥ 0"),
        new(Keys.UnitColumn, "写明本行单位的列。", "The column that says the unit of a row.", "单位列: 单位"),
        new(Keys.SurveyOptions, "问卷的选项各值多少。", "What each answer of a survey is worth.", "选项: {满意: 100%, 一般: 60%, 不满意: 0%}"),
        new(Keys.Minimum, "问卷至少要有的份数。", "How many answers a survey needs.", "最少份数: 30"),

        new(Keys.Flags, "疑点；在用例中是应当提出的疑点的编号。", "Flags; in a case, the codes of those to be raised.", "疑点: [{编号: F01, 名称: 超支, 当: 支出 > 预算, 说明: 支出 {支出}}]"),
        new(Keys.About, "所说的指标的编号。", "The codes of the indicators it is about.", "指标: [A11, B21]"),
        new(Keys.When, "条件成立时提出。", "Raised when this holds.", "当: 支出 > 预算"),
        new(Keys.Says, "给人看的话，{ } 内是表达式。", "What it says, with expressions in braces.", "说明: 支出 {支出}，预算 {预算}"),
        new(Keys.Kind, "疑点，或可限制等级的红线。", "A doubt, or a red line, which may cap the grade.", "性质: 红线"),
        new(Keys.Use, "采用库中的疑点。", "A flag of the library.", "采用: 资金结余"),
        new(Keys.With, "库中疑点的参数。", "The parameters of a flag of the library.", "参数: {到位: 到位资金, 支出: 支出, 界限: 10%}"),
        new(Keys.GradeAs, "红线直接判为的等级。", "The grade that a red line gives.", "判为: 不合格"),
        new(Keys.Cap, "红线之下最高的等级。", "The best grade under a red line.", "等级上限: 中"),
        new(Keys.Reconcile, "应当相等的数。", "Figures that must agree.", "核对: [资金总额 = 计划总额]"),
        new(Keys.Equation, "等式。", "The equation.", "等式: 资金总额 = sum(资金.支出)"),
        new(Keys.Tolerance, "允许的差。", "How far apart they may be.", "容差: 1万元"),
        new(Keys.Across, "几个项目放在一起才看得出的疑点，批量评分时核查。", "Flags that only several projects together can raise; a batch looks for them.", "跨项目: [{编号: X1, 名称: 重复安排, 相同: [单位, 用途], 当: 项目数 ≥ 2, 说明: “{单位} 有 {项目数} 个项目”}]"),
        new(Keys.Same, "这些文本相同的项目算一组。", "Projects in which these texts are the same make a group.", "相同: [单位, 用途]"),
        new(Keys.Population, "份额的分母：这些文本相同的全部项目；不写是全部项目。", "What a share is of: all projects in which these texts are the same; all projects where it is left out.", "总体: [专项资金]"),
        new(Keys.Amount, "合计、平均、份额所说的数。", "The figure of which there are a total, an average and a share.", "金额: 预算数"),
    ];
}
