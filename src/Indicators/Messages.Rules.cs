namespace Indicators;

/// <summary>Problems of a rule set as a whole: its files, header, tree, flags and dependencies.</summary>
public static partial class Messages
{
    public static readonly Message NoSuchRuleSet = Error(
        "no-such-rule-set",
        "找不到指标体系文件夹“{0}”", "there is no rule-set folder “{0}”",
        "检查路径；文件夹里要有 rule-set.yaml 和 evidence.yaml", "check the path; the folder holds rule-set.yaml and evidence.yaml");

    public static readonly Message DuplicateRuleSet = Error(
        "duplicate-rule-set",
        "编号“{0}”已由 {1} 里的指标体系使用", "the rule set in {1} already has the id “{0}”",
        "给其中一个换个编号", "give one of them another id");

    public static readonly Message TooManyFiles = Error(
        "too-many-files",
        "文件夹里有 {0} 个规则文件，最多 {1} 个", "the folder holds {0} rule files, at most {1} are read",
        "把不属于本指标体系的文件移走", "move files that do not belong to this rule set elsewhere");

    public static readonly Message FileMissing = Error(
        "file-missing",
        "缺少文件 {0}", "the file {0} is missing",
        "在这个文件夹里新建 {0}", "create {0} in this folder");

    public static readonly Message UnknownFormat = Error(
        "unknown-format",
        "格式是“{0}”，本版本只认格式 {1}", "the format is “{0}”; this version reads format {1}",
        "写“格式: {1}”，或用更新版本的 indicators 读取", "write “format: {1}”, or read it with a newer version of indicators");

    public static readonly Message ExpectedYear = Error(
        "expected-year",
        "“{0}”不是年度", "“{0}” is not a fiscal year",
        "写四位年份，例如 2017；多个年度写成 [2017, 2018]", "write four digits such as 2017; several as [2017, 2018]");

    public static readonly Message ExpectedDay = Error(
        "expected-day",
        "“{0}”不是日期", "“{0}” is not a date",
        "写成 2017-01-31 这样的年-月-日", "write year-month-day such as 2017-01-31");

    public static readonly Message PeriodReversed = Error(
        "period-reversed",
        "评价期的起 {0} 晚于止 {1}", "the period begins ({0}) after it ends ({1})",
        "把起和止对调", "swap the two days");

    public static readonly Message GradeNotConstant = Error(
        "grade-not-constant",
        "等级的分数线“{0}”不是固定的数", "the band “{0}” of a grade is not made of fixed numbers",
        "写成 ≥ 90 或 [80..90)，最后一个写“其余”", "write ≥ 90 or [80..90), and otherwise for the last");

    public static readonly Message UnknownType = Error(
        "unknown-type",
        "“{0}”不是数据类型。{2}", "“{0}” is no type of evidence.{2}",
        "可用：{1}；金额、数和目标可以带单位，例如“金额 万元”“数 次”“目标 个”", "use one of {1}; money, number and target may carry a unit, such as “money 万元”, “number 次”, “target 个”");

    public static readonly Message UnitNotAllowed = Error(
        "unit-not-allowed",
        "类型“{1}”不能带单位“{0}”", "the type “{1}” takes no unit “{0}”",
        "去掉单位；只有金额、数和目标带单位", "leave the unit out; only money, number and target carry one");

    public static readonly Message UnknownMoneyUnit = Error(
        "unknown-money-unit",
        "“{0}”不是金额单位", "“{0}” is no unit of money",
        "可用：{1}", "use one of {1}");

    public static readonly Message InvalidName = Error(
        "invalid-name",
        "“{0}”不能作为名称：表达式读不出它", "“{0}” cannot be a name: expressions could not read it",
        "名称以汉字或字母开头，只含汉字、字母、数字和下划线；单位写在类型里，不写在名称里",
        "begin with a letter and use letters, digits and underscores only; a unit belongs in the type, not in the name");

    public static readonly Message DuplicateName = Error(
        "duplicate-name",
        "名称“{0}”已在第 {1} 行用过", "the name “{0}” is already used on line {1}",
        "给其中一个换个名称；数据、表和计算共用一套名称", "rename one of them; fields, tables and computed values share their names");

    public static readonly Message Circular = Error(
        "circular",
        "循环引用：{0}", "circular reference: {0}",
        "改掉其中一个表达式，让计算有起点", "change one of these expressions so that the calculation has a beginning");

    public static readonly Message NotADimension = Error(
        "not-a-dimension",
        "这个文件里没有一级指标", "there is no dimension in this file",
        "除 rule-set、evidence、flags 以外，每个 YAML 文件是一个一级指标；笔记和别的文件放到别处，或换扩展名",
        "every YAML file beside rule-set, evidence and flags is one dimension; keep notes and other files elsewhere, or give them another extension");

    public static readonly Message DuplicateDimension = Error(
        "duplicate-dimension",
        "一级指标“{0}”已在 {1}", "the dimension “{0}” is already in {1}",
        "是副本的，移到别处；是两个一级指标的，改名或写编号", "move a copy elsewhere; if there are two dimensions, rename one or give it a code");

    public static readonly Message NoDimension = Error(
        "no-dimension",
        "没有一级指标", "there is no dimension",
        "给每个一级指标写一个文件，例如 output.yaml，以“一级指标: 产出”开头", "write one file per dimension, such as output.yaml, beginning with “dimension: output”");

    public static readonly Message WeightsSum = Error(
        "weights-sum",
        "{0}分值合计 {1}，应为 {2}（{3}）", "the weights of {0} add up to {1}, expected {2} ({3})",
        "调整分值，使合计等于 {2}", "change the weights so that they add up to {2}");

    public static readonly Message WeightZero = Error(
        "weight-zero",
        "“{0}”的分值为 0", "“{0}” has weight 0",
        "写大于 0 的分值（评价要点写占比），或删去它", "give it a weight above 0 (a point a share), or remove it");

    public static readonly Message DuplicateCode = Error(
        "duplicate-code",
        "编号“{0}”已用于 {1}", "the code “{0}” is already used at {1}",
        "编号在整个指标体系里只能用一次；没有编号的一、二级指标以名称为编号，重名时请写编号",
        "a code is used once in the whole rule set; dimensions and criteria without one go by their name, so give them a code where names repeat");

    public static readonly Message EachPointWithoutPoints = Error(
        "each-point-without-points",
        "写了“各要点”，但没有“评价要点”", "there is “each-point” but no “points”",
        "补上评价要点，或把方法直接写在指标上", "add the points, or write the method on the indicator itself");

    public static readonly Message ShareMissing = Error(
        "share-missing",
        "评价要点“{0}”没有占比，而其他评价要点有", "the point “{0}” has no share while others have",
        "每个评价要点都写占比，或都不写（平均分配）", "give every point a share, or none (equal shares)");

    public static readonly Message SharesSum = Error(
        "shares-sum",
        "各评价要点的占比合计 {0} 分，应为 {1} 分", "the shares of the points come to {0} points, expected {1}",
        "占比写百分数时合计 100%，写分数时合计 1，写“分”时合计等于指标分值", "percentages add up to 100%, fractions to 1, points to the indicator's weight");

    public static readonly Message CapNeedsRedLine = Error(
        "cap-needs-red-line",
        "只有红线可以写等级上限", "only a red line may cap the grade",
        "写“性质: 红线”，或去掉等级上限", "write “kind: red-line”, or leave the cap out");

    public static readonly Message UnknownGrade = Error(
        "unknown-grade",
        "没有等级“{0}”", "there is no grade “{0}”",
        "可用：{1}", "use one of {1}");

    public static readonly Message BraceUnclosed = Error(
        "brace-unclosed",
        "“{0}”里的花括号没有闭合", "the brace in “{0}” is not closed",
        "每个 {{ 都要有 }}，中间写表达式", "every {{ needs its }}, with an expression between them");

    public static readonly Message UnknownCode = Error(
        "unknown-code",
        "没有编号为“{0}”的指标或评价要点。{1}", "there is no indicator or point with the code “{0}”.{1}",
        "写指标体系里有的编号，例如 B11 或 B12①", "write a code of the rule set, such as B11 or B12①");

    public static readonly Message CodeNotLeaf = Error(
        "code-not-leaf",
        "指标的计算不能引用“{0}”的得分：它由下级汇总而成", "a score cannot be built on “{0}”, which is itself a sum of scores",
        "引用三级指标或评价要点；疑点里可以引用任何一级", "refer to an indicator or point; flags may refer to any level");

    public static readonly Message PointsEmpty = Error(
        "points-empty",
        "“评价要点”是空的", "“points” is empty",
        "写出评价要点，或删去这个键", "write the points, or remove the key");

    public static readonly Message ConsequenceGrade = Error(
        "consequence-grade",
        "“结果应用”里的“{0}”不是等级", "“{0}” under “consequences” is no grade",
        "写其中一个：{1}", "give one of {1}");

    public static readonly Message ExpectedBudgetRange = Error(
        "expected-budget-range",
        "“{0}”不是预算的调整幅度", "“{0}” is no range of changes of a budget",
        "写百分比，例如 -30%~-10%，不再安排写 取消", "write percentages such as -30%~-10%, and cancel for none at all");

    public static readonly Message ExpectedDays = Error(
        "expected-days",
        "“{0}”不是天数", "“{0}” is no number of days",
        "写整数，例如 60天", "write a whole number such as 60 days");

    public static readonly Message WeightPlaces = Error(
        "weight-places",
        "分值 {0} 的小数比得分的小数位（{1}）多，满分会四舍五入成另一个数", "the weight {0} has more decimals than scores have places ({1}), so that the full score would round to another number",
        "改分值，或把小数位加大", "change the weight, or allow more places");

    public static readonly Message UnitColumnNotAllowed = Error(
        "unit-column-not-allowed",
        "单位列“{0}”只用于表里没有写单位的数和目标", "a unit column “{0}” is only for numbers and targets of a table without a unit of their own",
        "去掉单位列，或把类型写成不带单位的 数、目标", "leave the unit column out, or write the type as number or target without a unit");

    public static readonly Message ComputedAsField = Error(
        "computed-as-field",
        "“{0}”是算出来的，不能写在“数据”里", "“{0}” is computed and does not belong under “fields”",
        "移到“计算”下面", "move it to “computed”");

    public static readonly Message MinimumWithoutOptions = Error(
        "minimum-without-options",
        "有“最少份数”，没有“选项”", "there is a “minimum” but no “options”",
        "补上选项，例如“选项: {{很满意: 100%, 满意: 80%, 不满意: 0%}}”", "add options, such as “options: {{very satisfied: 100%, satisfied: 80%, not satisfied: 0%}}”");

    public static readonly Message ExpectedOptionShare = Error(
        "expected-option-share",
        "选项的值“{0}”不是 0 到 100% 的百分数", "the worth “{0}” of an option is no percentage from 0 to 100%",
        "写成 80%", "write it as 80%");

    public static readonly Message ExpectedPeriod = Error(
        "expected-period",
        "“{0}”没有写明评价期的第一天和最后一天", "“{0}” does not say the first and last day of the period",
        "写“评价期: {{起: 2017-01-01, 止: 2017-12-31}}”", "write “period: {{from: 2017-01-01, to: 2017-12-31}}”");

    public static readonly Message SurveyNeedsKey = Error(
        "survey-needs-key",
        "有“选项”的表没有写“键”，看不出“{0}”是份数还是别的数", "a table with “options” has no “key”, so it is not clear whether “{0}” counts answers",
        "每个选项一行、写份数的，键是选项的那一列；一行一份答卷的，键是答卷的编号", "where each option is a row with a count, the key is the column of options; where each row is one answer, the key is the number of the form");

    public static readonly Message SurveyWithoutOptionColumn = Error(
        "survey-without-option-column",
        "有“选项”的表要有一个文本列写选项的名称", "a table with “options” needs a text column that names the option",
        "加一列，例如“选项: 文本”，和一列份数“份数: 数 份”", "add one, such as “option: text”, and a column of counts “count: number”");

    public static readonly Message TwoWeights = Error(
        "two-weights",
        "一级指标只能写“{0}”“{1}”中的一个", "a dimension has either “{0}” or “{1}”",
        "在 100 分之内写分值，之外写加分或减分的上限", "give a weight within the 100 points, or the cap of a bonus or penalty outside of them");

    public static readonly Message MissingOutside = Error(
        "missing-outside",
        "“{0}”在 100 分之外，缺数据就不加不减，不能另写缺失", "“{0}” stands outside the 100 points: what is missing adds and takes nothing, and has no policy of its own",
        "去掉“缺失”和“剔除到”", "leave out “missing” and “exclude-to”");

    public static readonly Message RangeNotFixed = Error(
        "range-not-fixed",
        "范围“{0}”用到了别的数据或循环", "the range “{0}” reads other evidence or loops",
        "范围只写固定的值，例如 ≥ 0；和别的数据比较写成 flags.yaml 里的疑点", "write fixed values only, such as ≥ 0; compare with other evidence in a flag of flags.yaml");

    public static readonly Message ReconcileNotEquation = Error(
        "reconcile-not-equation",
        "“{0}”不是两个数的等式", "“{0}” is no equation of two numbers",
        "写成 合计 = 甲 + 乙", "write it as total = a + b");

    public static readonly Message GroupNotText = Error(
        "group-not-text",
        "“{0}”不是文本，不能用来把项目分组", "“{0}” is no text, so projects cannot be grouped by it",
        "用文本，例如单位、用途、专项资金的名称；没有的先在 evidence.yaml 里写上", "use texts such as the names of unit, purpose or fund; declare those that are not in evidence.yaml");

    public static readonly Message GroupAmountNotNumber = Error(
        "group-amount-not-number",
        "“{0}”不是金额，也不是数，不能合计", "“{0}” is neither money nor a number: it has no total",
        "写 evidence.yaml 里的金额或数", "name a field of money or numbers");

    public static readonly Message PopulationNotSame = Error(
        "population-not-same",
        "“{0}”在“总体”里，不在“相同”里：一组项目可能分属几个总体，份额没有意义", "“{0}” is in “population” and not in “same”: a group could belong to several populations, and would have no share of one",
        "也写进“相同”，或从“总体”去掉", "put it into “same” as well, or leave it out of “population”");

    public static readonly Message GroupNameTaken = Error(
        "group-name-taken",
        "“{0}”写了两次，或在跨项目的条件里另有意思", "“{0}” stands there twice, or means something else in such a condition",
        "每个只写一次；和 项目数、合计 等同名的数据，换个名称", "name each once; rename a field that is called like projects or total");

    public static readonly Message GroupNameUnknown = Error(
        "group-name-unknown",
        "一组项目没有“{0}”；可以用 {1}", "a group of projects has no “{0}”; it has {1}",
        "要合计的数写在“金额”里，相同的文本写在“相同”里", "name the figure to be added up under “amount”, and the texts that agree under “same”");

    public static readonly Message GroupReadsCode = Error(
        "group-reads-code",
        "跨项目的条件和说明里不能用 {0}(\"{1}\")：它是一个项目的，不是一组项目的", "{0}(\"{1}\") belongs to one project, not to a group of them",
        "用 平均得分，或把它写成项目自己的疑点", "use average_score, or make it a flag of the project");
}
