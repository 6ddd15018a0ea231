namespace Indicators;

/// <summary>What the analysis of a sound rule set finds: warnings, because the rules still run.</summary>
public static partial class Messages
{
    public static readonly Message ConditionAlways = Warning(
        "condition-always",
        "“{0}”{1}：数据的范围已经决定了答案", "“{0}” {1}: the ranges of the evidence decide it",
        "核对界限和“范围”；多余的条件可以去掉", "check the limit and the “range”; take the condition out if it is not needed");

    public static readonly Message ThresholdUnreachable = Warning(
        "threshold-unreachable",
        "{0} 的“{1}”永远到不了：取值的范围是{2}", "“{1}” of {0} is never reached: the value is {2}",
        "核对界限的单位（90% 还是 90）和数据的“范围”", "check the unit of the limit (90% or 90) and the “range” of the evidence");

    public static readonly Message NotMonotone = Warning(
        "not-monotone",
        "{0}：佐证更好，得分反而更低：{1}", "{0}: better evidence scores lower: {1}",
        "核对各档的顺序和得分；本来就应当这样的，写“逆向: 原因”", "check the order and points of the bands; where it is meant so, write “reverse: why”");

    public static readonly Message ReverseUnneeded = Warning(
        "reverse-unneeded",
        "{0} 写了“逆向”，但佐证更好从不使得分更低（已证明）", "{0} has “reverse”, but better evidence never scores lower (proved)",
        "去掉“逆向”，或核对得分标准", "take out “reverse”, or check the method");
}
