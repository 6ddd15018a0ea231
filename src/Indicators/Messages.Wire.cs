namespace Indicators;

/// <summary>Problems of evidence that is sent in messages, and of the service that takes it.</summary>
public static partial class Messages
{
    public static readonly Message NumberNotPlain = Error(
        "number-not-plain", "“{0}”的 number 是“{1}”，不是十进制数", "the number of “{0}” is “{1}”, which is not plain decimal digits",
        "只写数字、负号和小数点，例如 -1234.5；单位写在 unit；“30万元”这样的写法放在 text 里",
        "write digits, a sign and a point only, such as -1234.5; the unit goes into unit, a value such as 30万元 into text");

    public static readonly Message UnitNotSent = Error(
        "unit-not-sent", "“{0}”的“{1}”没有单位", "“{1}” of “{0}” has no unit",
        "在 unit 里写单位：金额写 元、万元等，百分比写 %", "send the unit: 元, 万元 and so on for money, % for a percentage");

    public static readonly Message MissingStateUnknown = Error(
        "missing-state-unknown", "“{0}”的缺失状态 {1} 不存在", "the missing state {1} of “{0}” does not exist",
        "可用：{2}", "use one of {2}");

    public static readonly Message AmountNotPlain = Error(
        "amount-not-plain", "比例或分数“{0}”读不出来", "the share or points “{0}” cannot be read",
        "share 写 0.5、50% 或 1/3；points 写十进制数字，例如 7.5", "write 0.5, 50% or 1/3 in share, or decimal digits such as 7.5 in points");

    public static readonly Message RowSentTwice = Error(
        "row-sent-twice", "表“{0}”的键 {1} 已在 rows[{2}] 出现", "the key {1} of the table “{0}” is already at rows[{2}]",
        "删去其中一行，或改正键", "remove one of the rows, or correct its key");

    public static readonly Message NoRuleSets = Error(
        "no-rule-sets", "“{0}”里没有指标体系", "there is no rule set in “{0}”",
        "用 --Rules 指定目录；其中每个文件夹是一个指标体系，里面有 rule-set.yaml", "name a directory with --Rules; each folder in it is a rule set with its rule-set.yaml");

    public static readonly Message RuleSetTwice = Error(
        "rule-set-twice", "编号“{0}”已用于 {1}", "the id “{0}” is already used by {1}",
        "给其中一个指标体系换编号", "give one of the two rule sets another id");
}
