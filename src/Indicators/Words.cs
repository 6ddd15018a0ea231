using System.Collections.Frozen;
using System.Collections.Immutable;
using Indicators.Methods;

namespace Indicators;

/// <summary>The fixed words of the field: how states, policies and standings are written in files and shown to people.</summary>
public static class Words
{
    public static readonly ImmutableDictionary<MissingState, Bilingual> MissingStates = new Dictionary<MissingState, Bilingual>
    {
        [MissingState.Withheld] = new("未提供", "withheld"),
        [MissingState.Unassessable] = new("无法考核", "unassessable"),
        [MissingState.NotApplicable] = new("不适用", "n/a"),
        [MissingState.Blank] = new("空白", "blank"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<MissingPolicy, Bilingual> MissingPolicies = new Dictionary<MissingPolicy, Bilingual>
    {
        [MissingPolicy.Zero] = new("零分", "zero"),
        [MissingPolicy.Keep] = new("暂不扣分", "keep"),
        [MissingPolicy.Exclude] = new("剔除", "exclude"),
        [MissingPolicy.Hold] = new("挂起", "hold"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<Standing, Bilingual> Standings = new Dictionary<Standing, Bilingual>
    {
        [Standing.Evidence] = new("佐证", "evidence"),
        [Standing.Claim] = new("自述", "claim"),
        [Standing.Nothing] = new("无", "nothing"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<ScoreState, Bilingual> ScoreStates = new Dictionary<ScoreState, Bilingual>
    {
        [ScoreState.Scored] = new("已评分", "scored"),
        [ScoreState.Missing] = new("缺失", "missing"),
        [ScoreState.NotApplicable] = new("不适用", "not applicable"),
        [ScoreState.Held] = new("挂起", "held"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<Conclusion, Bilingual> Conclusions = new Dictionary<Conclusion, Bilingual>
    {
        [Conclusion.Met] = new("符合", "met"),
        [Conclusion.NotMet] = new("不符合", "not-met"),
        [Conclusion.PartlyMet] = new("部分符合", "partly-met"),
        [Conclusion.Defect] = new("缺陷", "defect"),
        [Conclusion.Scored] = new("打分", "scored"),
        [Conclusion.Unassessable] = new("无法考核", "unassessable"),
        [Conclusion.NotApplicable] = new("不适用", "n/a"),
        [Conclusion.Withheld] = new("未提供", "withheld"),
        [Conclusion.RuledMet] = new("认定符合", "ruled-met"),
        [Conclusion.RuledNotMet] = new("认定不符合", "ruled-not-met"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<FieldKind, Bilingual> FieldKinds = new Dictionary<FieldKind, Bilingual>
    {
        [FieldKind.Money] = new("金额", "money"),
        [FieldKind.Percent] = new("百分比", "percent"),
        [FieldKind.Number] = new("数", "number"),
        [FieldKind.Date] = new("日期", "date"),
        [FieldKind.YesNo] = new("是否", "yes-no"),
        [FieldKind.Text] = new("文本", "text"),
        [FieldKind.Target] = new("目标", "target"),
    }.ToImmutableDictionary();

    public static readonly ImmutableDictionary<StepMode, Bilingual> StepModes = new Dictionary<StepMode, Bilingual>
    {
        [StepMode.Continuous] = new("连续", "continuous"),
        [StepMode.Whole] = new("满", "whole"),
        [StepMode.Started] = new("不足按整", "started"),
    }.ToImmutableDictionary();

    public static readonly Bilingual Total = new("总分", "total");

    /// <summary>The same as <see cref="Find{T}"/>, for families that are looked up in every cell.</summary>
    internal static FrozenDictionary<string, T> Lookup<T>(ImmutableDictionary<T, Bilingual> words)
        where T : struct, Enum =>
        words.SelectMany(w => new[] { w.Value.Zh, w.Value.En }.Select(word => (Word: word, Meaning: w.Key))).ToFrozenDictionary(w => w.Word, w => w.Meaning, StringComparer.OrdinalIgnoreCase);

    /// <summary>The meaning of a word in either language.</summary>
    public static T? Find<T>(ImmutableDictionary<T, Bilingual> words, string text)
        where T : struct, Enum =>
        words.Where(w => w.Value.Matches(text)).Select(w => (T?)w.Key).FirstOrDefault();

    /// <summary>All words of a family, for “expected one of”.</summary>
    public static Bilingual Choices<T>(ImmutableDictionary<T, Bilingual> words)
        where T : struct, Enum =>
        Choices(words.OrderBy(w => w.Key).Select(w => w.Value));

    /// <summary>Names that are the same in both languages, as a list.</summary>
    public static Bilingual Listed(IReadOnlyCollection<string> names) => new(string.Join("、", names), string.Join(", ", names));

    public static Bilingual Choices(IEnumerable<Bilingual> words) =>
        new(string.Join("、", words.Select(w => w.Zh)), string.Join(", ", words.Select(w => w.En)));

    /// <summary>Numbers or names one of which is right.</summary>
    public static Bilingual Alternatives<T>(IEnumerable<T> choices) => new(string.Join(" 或 ", choices), string.Join(" or ", choices));
}
