namespace Indicators;

/// <summary>What the analysis of a sound rule set finds: warnings, because the rules still run.</summary>
public static partial class Messages
{
    public static readonly Message WeightsResults = Warning(
        "weights-results",
        "产出、效益类一级指标（{1}）占 {0}，不到 60%", "the dimensions of results ({1}) hold {0}, less than 60%",
        "财预〔2020〕10号：财政和部门评价原则上不低于 60%；本来如此的，在 rule-set.yaml 写“接受: {{weights-results: 原因}}”", "财预〔2020〕10号 asks for 60% in principle (fiscal and department evaluations); where it is meant so, write “accept: {{weights-results: why}}” in rule-set.yaml");

    public static readonly Message WeightSatisfaction = Warning(
        "weight-satisfaction",
        "满意度指标（{1}）占 {0}，超过 20%", "the satisfaction indicators ({1}) hold {0}, more than 20%",
        "界限 20% 由本软件自定（自评表是 10%）；调低分值，或在 rule-set.yaml 写“接受: {{weight-satisfaction: 原因}}”", "20% is our own limit (the self-evaluation form has 10%); lower the weight, or write “accept: {{weight-satisfaction: why}}” in rule-set.yaml");

    public static readonly Message WeightConcentrated = Warning(
        "weight-concentrated",
        "{0} 一项占总分的 {1}，超过 30%", "{0} alone holds {1} of the total, more than 30%",
        "界限 30% 由本软件自定；细分成几项，或在 rule-set.yaml 写“接受: {{weight-concentrated {0}: 原因}}”", "30% is our own limit; divide it, or write “accept: {{weight-concentrated {0}: why}}” in rule-set.yaml");

    public static readonly Message UnusedEvidence = Warning(
        "unused-evidence",
        "“{0}”没有指标、计算或疑点用到", "no indicator, computed value or flag uses “{0}”",
        "去掉它，或在规则里用它；留给以后的，在 rule-set.yaml 写“接受: {{unused-evidence {0}: 原因}}”", "take it out or use it; where it is kept on purpose, write “accept: {{unused-evidence {0}: why}}” in rule-set.yaml");

    public static readonly Message DenominatorDiffers = Warning(
        "denominator-differs",
        "“{0}”除以“{1}”，“{2}”除以“{3}”（{4}）：同一个率，分母不同", "“{0}” divides by “{1}”, “{2}” by “{3}” ({4}): one rate, two denominators",
        "统一分母，或给其中一个改名", "use one denominator, or rename one of them");

    public static readonly Message NullCompared = Warning(
        "null-compared",
        "疑点 {0} 的“{1}”：缺数据时也成立", "“{1}” of the flag {0} holds also where evidence is missing",
        "两个数写“abs({2} - ({3})) > 0”，或加上“not(缺失(…)) and”", "for numbers write “abs({2} - ({3})) > 0”, or add “not(missing(…)) and”");

    public static readonly Message AcceptUnused = Warning(
        "accept-unused",
        "没有警告要接受：{0}", "there is no warning to accept: {0}",
        "去掉这一条", "take it out");

    public static readonly Message AcceptNotWarning = Error(
        "accept-not-warning",
        "“{0}”不是警告的代码。{1}", "“{0}” is not the code of a warning.{1}",
        "写 check 输出的警告代码；错误不能接受，只能改正", "write the code of a warning as check prints it; an error cannot be accepted, only mended");

    public static readonly Message ConditionAlways = Warning(
        "condition-always",
        "“{0}”{1}：数据的范围已经决定了答案", "“{0}” {1}: the ranges of the evidence decide it",
        "核对界限和“范围”；多余的条件可以去掉", "check the limit and the “range”; take the condition out if it is not needed");

    public static readonly Message ThresholdUnreachable = Warning(
        "threshold-unreachable",
        "{0} 的“{1}”永远到不了：取值{2}", "“{1}” of {0} is never reached: the value is {2}",
        "核对界限的单位（90% 还是 90）和数据的“范围”", "check the unit of the limit (90% or 90) and the “range” of the evidence");

    public static readonly Message ThresholdWithoutPercent = Warning(
        "threshold-without-percent",
        "{0} 的取值是比率，“{1}”就是 {2}%", "{0} measures a rate, so “{1}” is {2}%",
        "写成 {1}%；真要这样的倍数，在 rule-set.yaml 写“接受: {{threshold-without-percent {0}: 原因}}”", "write {1}%; where such a multiple is meant, write “accept: {{threshold-without-percent {0}: why}}” in rule-set.yaml");

    public static readonly Message NotMonotone = Warning(
        "not-monotone",
        "{0}：佐证更好，得分反而更低：{1}", "{0}: better evidence scores lower: {1}",
        "核对各档的顺序和得分；本来就应当这样的，写“逆向: 原因”", "check the order and points of the bands; where it is meant so, write “reverse: why”");

    public static readonly Message ReverseUnneeded = Warning(
        "reverse-unneeded",
        "{0} 写了“逆向”，但佐证更好从不使得分更低（已证明）", "{0} has “reverse”, but better evidence never scores lower (proved)",
        "去掉“逆向”，或核对得分标准", "take out “reverse”, or check the method");
}
