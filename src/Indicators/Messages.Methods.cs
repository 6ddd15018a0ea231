namespace Indicators;

/// <summary>Problems of scoring methods.</summary>
public static partial class Messages
{
    public static readonly Message TwoMethods = Error(
        "two-methods",
        "这里只能有一种评分方法，却有“{0}”和“{1}”", "only one method can stand here, found “{0}” and “{1}”",
        "留下一种，或把另一种写进评价要点或分档里", "keep one, or nest the other in a point or a band");

    public static readonly Message ValueMissing = Error(
        "value-missing",
        "“{0}”没有“取值”", "“{0}” has no “value”",
        "补上取值，例如“取值: 到位资金 / 预算资金”", "add one, such as “value: received / budgeted”");

    public static readonly Message ValueNotNumber = Error(
        "value-not-number",
        "“{0}”的取值应为数，却是{1}", "the value of “{0}” must be a number, it is {1}",
        "取值写成算出数来的表达式", "write a value that comes out as a number");

    public static readonly Message ValueUnused = Error(
        "value-unused",
        "“{0}”用不到“取值”", "“{0}” does not use a “value”",
        "去掉取值，或改用按比例、增减、分档；扣分按数据计件的，写在“件数”里",
        "leave it out, or use proportional, slope or bands; what a deduction counts goes under “count”");

    public static readonly Message ValueWithoutMethod = Error(
        "value-without-method",
        "有“取值”，但没有说怎样得分", "there is a “value” but nothing says how it scores",
        "补上其中一种：{0}", "add one of {0}");

    public static readonly Message ExpectedAmount = Error(
        "expected-amount",
        "“{0}”不是数额：要说明是百分之几还是几分", "“{0}” is no amount: it must say whether it is a percentage or points",
        "写成 5%（占本级分值）、1/3 或 1分", "write 5% (of the weight here), 1/3 or 1 point");

    public static readonly Message ExpectedSlope = Error(
        "expected-slope",
        "“{0}”没有说清每偏离多少、扣或加百分之几或几分", "“{0}” does not say how far, and what percentage or points are lost or added",
        "写成“1%扣5%”“5%扣1分”或“0.1%加0.05分”：每偏离多少，扣或加多少（% 或 分）",
        "write “1% loses 5%” or “0.1% adds 0.05 points”: how far, and how much (% or points) it loses or adds");

    public static readonly Message SlopeNeedsSteps = Error(
        "slope-needs-steps",
        "增减要写“每低”“每高”（可两个都写）或“每偏”", "a slope says below, above (or both), or either",
        "例如“每低: 1%扣5%”；“每偏”不与另两个同写", "such as “below: 1% loses 5%”; either stands alone");

    public static readonly Message StepsMissing = Error(
        "steps-missing",
        "没有说不足一步怎样计算（步长）", "it is not said how a part of a step counts (steps)",
        "写“步长: 连续”“步长: 满”或“步长: 不足按整”：例如取值 93.35%、基准 100%、每 1% 一步，差 6.65 个百分点，分别算 6.65、6、7 步",
        "write “steps: continuous”, “steps: whole” or “steps: started”: a value of 93.35% is 6.65 percentage points below 100%, in steps of 1% that is 6.65, 6 or 7 steps");

    public static readonly Message BandWithoutOutcome = Error(
        "band-without-outcome",
        "这一档没有说得多少分", "the band does not say what it earns",
        "写 100%、2分，或一种评分方法", "write 100%, 2 points, or a method");

    public static readonly Message RestNotLast = Error(
        "rest-not-last",
        "“{0}”不在最后，后面的档永远轮不到", "“{0}” is not the last band, so later ones are never reached",
        "把“{0}”移到最后", "move “{0}” to the end");

    public static readonly Message RestMissing = Error(
        "rest-missing",
        "没有“其余”，不能保证每种情况都有一档", "there is no “otherwise”, so some cases may have no band",
        "最后加一行“其余: 0”（或应得的分）", "add a last line “otherwise: 0” (or what it earns)");

    public static readonly Message BandUnreachable = Error(
        "band-unreachable",
        "“{0}”永远轮不到：前面的档已经包括了它", "“{0}” is never reached: earlier bands hold all of it",
        "从严到宽排列，例如 ≥ 90% 在 ≥ 80% 之前；70-80 是减法，范围写 [70..80)", "order them from strict to lax, such as ≥ 90% before ≥ 80%; 70-80 is a subtraction, a range is [70..80)");

    public static readonly Message BandsGap = Error(
        "bands-gap",
        "分档有空隙，这些值没有档：{0}", "the bands leave a gap, no band holds {0}",
        "写成首尾相接的 ≥ 90、≥ 80，或最后加“其余”", "write bands that meet, such as ≥ 90 and ≥ 80, or end with otherwise");

    public static readonly Message SlopeUnit = Error(
        "slope-unit",
        "“{0}”的步长单位与取值（{1} {2}）不符", "the step of “{0}” is not in the unit of the value ({1} {2})",
        "比率写 1%、1个百分点或 1‰；金额写 1万元；计数写它自己的单位，例如 1次", "write 1% or 1‰ for a rate, 1万元 for money, and for a count its own unit");

    public static readonly Message AmountTooLarge = Error(
        "amount-too-large",
        "{0}超过本级分值 {1} 分", "{0} is more than the weight of {1} points",
        "写不超过 100% 或 {1}分 的数", "write no more than 100% or {1} points");

    public static readonly Message LinearFlat = Error(
        "linear-flat",
        "零分和满分都是 {0}，中间没有线", "zero and full are both {0}, so there is no line between them",
        "写两个不同的数，例如“零分: 60%, 满分: 100%”", "write two different numbers, such as “zero: 60%, full: 100%”");

    public static readonly Message FormulaUnit = Error(
        "formula-unit",
        "公式“{0}”算出的是{1}，应是分数", "the formula “{0}” gives {1}, it must give points",
        "算出几分来，例如“完成率 * 5”；按比率得分的写“取值”和“按比例”", "make it come out in points, such as “rate * 5”; to score a rate write a value and proportional");

    public static readonly Message ExpectedLevelRange = Error(
        "expected-level-range",
        "“{0}”不是定性档的范围", "“{0}” is no range of a level",
        "写成 80%~100%，两端都在 0 到 100% 之间", "write it as 80%~100%, both ends within 0 and 100%");

    public static readonly Message LevelNameTaken = Error(
        "level-name-taken",
        "定性档不能叫“{0}”，它是评价意见的固定结论", "a level cannot be called “{0}”, which is a fixed conclusion of findings",
        "换一个名称，例如 好、中、差", "choose another name, such as good, fair, poor");

    public static readonly Message UnknownMethod = Error(
        "unknown-method",
        "rule-set.yaml 的“方法”里没有“{0}”。{1}", "rule-set.yaml names no method “{0}”.{1}",
        "在 rule-set.yaml 的“方法”下面写“{0}”，或改用有的名称", "write “{0}” under “methods” in rule-set.yaml, or use a name that is there");

    public static readonly Message NestedMethodsLimit = Error(
        "nested-methods-limit",
        "“{0}”：命名的方法互相套用，超过 {1} 层或合计 {2} 次", "“{0}”: named methods use each other more than {1} deep or {2} times in all",
        "在 rule-set.yaml 的“方法”里少套用别的方法，直接写出评分", "under “methods” in rule-set.yaml write the scoring out instead of using other methods");

    public static readonly Message EachNotRows = Error(
        "each-not-rows",
        "逐行要一张表，“{0}”却是{1}", "each goes over the rows of a table, “{0}” is {1}",
        "写表的名称，或筛选后的表，例如 绩效目标[类别 = \"数量\"]", "write the name of a table, or a filtered one such as goals[category = \"output\"]");

    public static readonly Message EachWithoutMethod = Error(
        "each-without-method",
        "逐行没有说每一行怎样得分", "each does not say how a row scores",
        "在旁边写取值和一种评分方法，例如“取值: 支出 / 预算”“按比例: 100%”", "write a value and a method beside it, such as “value: spent / budget” and “proportional: 100%”");

    public static readonly Message EachJudged = Error(
        "each-judged",
        "逐行里不能用评价意见，也不能同项目库比较", "a row can be neither judged by a finding nor compared with the portfolio",
        "每一行用表里的数据评分；要由评价意见判断的写成评价要点", "score rows from their evidence; what a finding judges goes into points");

    public static readonly Message PeersNeedMethod = Error(
        "peers-need-method",
        "同类比“{0}”要再写一种评分方法，并且没有“限”", "peers compared by “{0}” need a method that scores, and no within",
        "例如“同类: {{比: 名次, 来自: 项目库, 分档: {{≤ 5: 100%, 其余: 50%}}}}”", "such as “peers: {{compare: rank, from: portfolio, bands: {{≤ 5: 100%, otherwise: 50%}}}}”");

    public static readonly Message PeersRangeNested = Error(
        "peers-range-nested",
        "同类比“{0}”自己评分，不再写别的方法", "peers compared by “{0}” score by themselves and take no other method",
        "去掉里面的方法，或改比均值、名次", "leave the nested method out, or compare by mean or rank");

    public static readonly Message PeersNested = Error(
        "peers-nested",
        "名次里面不能再同项目库比较", "a rank cannot be compared with the portfolio again",
        "里面写分档或按比例等方法，或写“来自”一列数", "score the rank by bands or another method, or compare it with a list");

    public static readonly Message PeersScore = Error(
        "peers-score",
        "同项目库比较的取值“{0}”用到了得分或依据，别的项目还没有评分", "the value “{0}” that is compared with the portfolio reads scores, which other projects do not have yet",
        "只用数据和由数据算出的值", "use evidence and what is computed from it");

    public static readonly Message PeersDirection = Error(
        "peers-direction",
        "同均值比较不用“方向”", "comparing with the mean takes no “direction”",
        "去掉“方向”；高于、低于均值各得多少写在“增减”里", "leave “direction” out; what is earned above and below the mean stands in “slope”");

    public static readonly Message TwoValues = Error(
        "two-values",
        "这里有“取值”，方法“{0}”里也有", "there is a “value” here and another in the method “{0}”",
        "留下一个；方法“{0}”写在 rule-set.yaml 的“方法”下面", "keep one of them; the method “{0}” stands under “methods” in rule-set.yaml");

    public static readonly Message PeersRankGiven = Error(
        "peers-rank-given",
        "名次要有同类的数值，“来自: 给定”只有均值、最低、最高", "a rank needs the values of the peers; “from: given” has only a mean, a lowest and a highest",
        "写“来自: 项目库”，或一列数，例如“来自: 同类表.数值”", "write “from: portfolio”, or a list such as “from: peers.value”");
}
