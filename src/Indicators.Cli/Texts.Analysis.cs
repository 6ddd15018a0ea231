using System.Collections.Immutable;
using Indicators.Analysis;

namespace Indicators.Cli;

/// <summary>What <c>check</c> says of the properties of a rule set.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutProof = new("逐个指标、要点列出：佐证更好得分不低，是证明的还是试算的", "list every indicator and point: whether it is proved or tried that better evidence never scores lower");
    public static readonly Bilingual AboutPlan = new("列出批量打分时各指标、疑点由编译的程序算，还是由参考实现算，为什么", "list which indicators and flags the compiled program scores when there are many projects, which the reference, and why");
    public static readonly Bilingual PlanTitle = new("批量打分", "Many projects");
    public static readonly Bilingual PlanWhole = new("整个指标体系由参考实现计算：{0}", "the whole rule set is left to the reference: {0}");
    public static readonly Bilingual PlanSummary = new("编译 {0} 项（{1} 条整数指令）；参考 {2} 项", "compiled {0} ({1} integer instructions); reference {2}");
    public static readonly Bilingual PlanCompiled = new("编译", "compiled");
    public static readonly Bilingual PlanParts = new("编译，参考先算出 {0}", "compiled; the reference first works out {0}");
    public static readonly Bilingual PlanReference = new("参考：{0}", "reference: {0}");
    public static readonly Bilingual AboutFix = new("改正只有一种正确写法的错误（全角冒号、>=、制表符、错一个字的键……），再检查", "mend what has only one right answer (full-width colons, >=, tabs, a key with one slip …), then check");
    public static readonly Bilingual Mended = new("{0}: 已改正 {1}: {2}", "{0}: mended {1}: {2}");
    public static readonly Bilingual CanBeMended = new("其中 {0} 个只有一种正确写法：加 --fix 自动改正", "{0} of them with only one right answer: --fix mends");
    public static readonly Bilingual AboutCheckFormat = new("text 给人看；json 和 sarif（代码托管平台、编辑器）给程序", "text for people; json, and sarif (code hosts, editors), for programs");
    public static readonly Bilingual AcceptedWarning = new("接受 {0}：{1}。原因：{2}", "accepted {0}: {1}. Why: {2}");
    public static readonly Bilingual PropertiesTitle = new("性质", "Properties");
    public static readonly Bilingual Comma = new("，", ", ");
    public static readonly Bilingual Semicolon = new("；", "; ");
    public static readonly Bilingual MonotoneSummary = new("佐证更好，得分不低：{0}", "better evidence never scores lower: {0}");
    public static readonly Bilingual PropertyCount = new("{0} {1}{2}", "{0} {1}{2}");
    public static readonly Bilingual PropertyOf = new("{0}{1}{2}", "{0}{1}{2}");
    public static readonly Bilingual InsideSummary = new(
        "0 ≤ 得分 ≤ 分值：证明 {0}（方法给的分在两端截断）", "0 ≤ score ≤ maximum: proved {0} (what a method gives is cut off at both)");
    public static readonly Bilingual InsideSummaryCut = new(
        "0 ≤ 得分 ≤ 分值：证明 {0}（方法给的分在两端截断；其中 {1} 个公式本身可能越界）",
        "0 ≤ score ≤ maximum: proved {0} (what a method gives is cut off at both; {1} formulas may go beyond by themselves)");

    public static readonly ImmutableDictionary<Proof, Bilingual> Proofs = new Dictionary<Proof, Bilingual>
    {
        [Proof.Proved] = new("证明", "proved"),
        [Proof.ByDefinition] = new("由条件定义", "by definition"),
        [Proof.Tried] = new("试算", "tried"),
        [Proof.Untried] = new("未能试算", "could not be tried"),
        [Proof.Reversed] = new("逆向", "reversed"),
        [Proof.Refuted] = new("有反例", "refuted"),
    }.ToImmutableDictionary();
}
