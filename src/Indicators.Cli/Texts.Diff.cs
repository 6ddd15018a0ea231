using System.Collections.Immutable;
using Indicators.Differences;

namespace Indicators.Cli;

/// <summary>What <c>diff</c> says.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutDiff = new(
        "比较两个指标体系，用制度的语言说明改了什么：新增、删除、分值、阈值、方法、依据等。",
        "Compares two rule sets and says in the words of the regulation what changed: what came and went, weights, thresholds, methods, bases.");
    public static readonly Bilingual AboutDiffBefore = new("原来的指标体系文件夹", "the folder of the old rule set");
    public static readonly Bilingual AboutDiffAfter = new("现在的指标体系文件夹", "the folder of the new rule set");
    public static readonly Bilingual NoBefore = new("没有给出原来的指标体系文件夹 A", "the old rule set’s folder A is missing");
    public static readonly Bilingual NoAfter = new("没有给出现在的指标体系文件夹 B", "the new rule set’s folder B is missing");

    public static readonly Bilingual DiffSide = new("{0}（{1} 年度）", "{0} ({1})");
    public static readonly Bilingual DiffTitle = new("{0} → {1}", "{0} → {1}");
    public static readonly Bilingual DiffChanged = new("{0}：{1} → {2}", "{0}: {1} → {2}");
    public static readonly Bilingual DiffCame = new("{0}：{1}", "{0}: {1}");
    public static readonly Bilingual DiffAdded = new("{0}，新增：{1}", "{0}, added: {1}");
    public static readonly Bilingual DiffRemoved = new("{0}，删除：{1}", "{0}, removed: {1}");
    public static readonly Bilingual DiffKindPart = new("{0} {1}", "{0} {1}");
    public static readonly Bilingual DiffCount = new("{0} {1}", "{0} {1}");
    public static readonly Bilingual DiffSummary = new("共 {0} 处：{1}", "{0} differences: {1}");
    public static readonly Bilingual DiffOne = new("共 1 处：{1}", "1 difference: {1}");
    public static readonly Bilingual DiffOnlyNotes = new("规则没有不同，规则摘要相同；附注不影响得分", "the rules do not differ, their digest is the same; notes change no score");
    public static readonly Bilingual DiffNothing = new("没有不同：规则摘要相同", "nothing differs: the digest of the rules is the same");

    public static readonly ImmutableDictionary<DifferenceKind, Bilingual> DifferenceKinds = new Dictionary<DifferenceKind, Bilingual>
    {
        [DifferenceKind.Came] = new("新增", "new"),
        [DifferenceKind.Went] = new("删除", "gone"),
        [DifferenceKind.Moved] = new("移动", "moved"),
        [DifferenceKind.Order] = new("顺序", "order"),
        [DifferenceKind.Weight] = new("分值", "weight"),
        [DifferenceKind.Basis] = new("依据", "basis"),
        [DifferenceKind.Wording] = new("文字", "wording"),
        [DifferenceKind.Threshold] = new("阈值", "threshold"),
        [DifferenceKind.Method] = new("方法", "method"),
        [DifferenceKind.Value] = new("取值", "value"),
        [DifferenceKind.Setting] = new("设置", "setting"),
        [DifferenceKind.Grades] = new("等级", "grades"),
        [DifferenceKind.Flag] = new("疑点", "flags"),
        [DifferenceKind.Evidence] = new("数据", "evidence"),
        [DifferenceKind.Header] = new("体系", "header"),
        [DifferenceKind.Writing] = new("书写", "writing"),
        [DifferenceKind.Note] = new("附注", "note"),
    }.ToImmutableDictionary();
}
