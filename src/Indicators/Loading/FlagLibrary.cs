using System.Collections.Immutable;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>A flag that any rule set may take with <c>采用</c>; its parameters stand between « and ».</summary>
internal sealed record LibraryFlag(Bilingual Name, ImmutableArray<Bilingual> Parameters, string When, Bilingual Says);

/// <summary>
/// The contradictions that published evaluations have in common, as flags with parameters: <c>采用: 资金结余</c> with <c>参数</c> stands for
/// 当 and 说明 (its own 说明 is kept). The kinds are those found in published forms; a limit is always a parameter, because no regulation gives one.
/// </summary>
internal static class FlagLibrary
{
    public static readonly ImmutableArray<LibraryFlag> All =
    [
        new(new("比率不符", "rate-mismatch"), [new("率", "rate"), new("分子", "numerator"), new("分母", "denominator"), new("容差", "tolerance")],
            "abs(«rate» - «numerator» / «denominator») > «tolerance»",
            new("写的比率是 {«rate»}，{«numerator»} ÷ {«denominator»} = {(«numerator») / («denominator»)}", "the rate is given as {«rate»}; {«numerator»} ÷ {«denominator»} = {(«numerator») / («denominator»)}")),
        new(new("分项不合计", "parts-not-whole"), [new("合计", "whole"), new("分项", "parts")],
            "abs(sum(«parts») - «whole») > 0",
            new("分项合计 {sum(«parts»)}，写的合计是 {«whole»}", "the parts add up to {sum(«parts»)}, the whole is given as {«whole»}")),
        new(new("标准乘数量不符", "standard-times-count"), [new("标准", "standard"), new("数量", "count"), new("金额", "amount")],
            "abs(«standard» * «count» - «amount») > 0",
            new("{«standard»} × {«count»} = {(«standard») * («count»)}，金额是 {«amount»}", "{«standard»} × {«count»} = {(«standard») * («count»)}, the amount is {«amount»}")),
        new(new("超额完成", "over-achievement"), [new("实际", "actual"), new("目标", "target"), new("界限", "limit")],
            "«actual» / «target» > «limit»",
            new("实际 {«actual»}，目标 {«target»}，完成 {(«actual») / («target»)}：目标偏低或口径不同", "{«actual»} done of {«target»}, {(«actual») / («target»)}: the target is low, or means something else")),
        new(new("资金结余", "unspent"), [new("到位", "received"), new("支出", "spent"), new("界限", "limit")],
            "(«received» - «spent») / «received» > «limit»",
            new("到位 {«received»}，支出 {«spent»}，结余 {(«received») - («spent»)}", "{«received»} received, {«spent»} spent, {(«received») - («spent»)} left")),
        new(new("实际照抄目标", "actual-copies-target"), [new("实际", "actual"), new("目标", "target")],
            "count(«actual») > 1 and «actual» = «target»",
            new("{count(«actual»)} 个实际值与目标值全部相同", "all {count(«actual»)} actual values are the same as the targets")),
        new(new("得分超过分值", "score-above-maximum"), [new("得分", "score"), new("分值", "maximum")],
            "some 序 in 1..count(«score») satisfies («score»)[序] > («maximum»)[序]",
            new("有公布的得分超过分值：{max(for 序 in 1..count(«score») return («score»)[序] - («maximum»)[序])} 分", "a published score is above its maximum by {max(for 序 in 1..count(«score») return («score»)[序] - («maximum»)[序])}")),
        new(new("期间在年度外", "outside-the-year"), [new("日期", "date"), new("起", "from"), new("止", "to")],
            "«date» < «from» or «date» > «to»",
            new("{«date»} 不在 {«from»} 至 {«to»} 内", "{«date»} is not within {«from»} to {«to»}")),
        new(new("分值集中", "weight-concentration"), [new("分值", "weights"), new("界限", "limit")],
            "max(«weights») / sum(«weights») > «limit»",
            new("一个指标占 {max(«weights»)} 分，合计 {sum(«weights»)} 分", "one indicator holds {max(«weights»)} of {sum(«weights»)} points")),
        new(new("偏差没有原因", "deviation-without-reason"), [new("完成率", "completion"), new("原因", "reason")],
            "«completion» < 1 and 缺失(«reason»)",
            new("完成率 {«completion»}，没有写原因", "completion {«completion»}, no reason is given")),
    ];

    /// <summary>flags.yaml with 采用 written out, before the digest is taken.</summary>
    public static YamlValue? Expand(YamlValue? flags, LoadContext context)
    {
        if (flags is not YamlMap map || map.Find(Keys.Flags)?.Value is not YamlList list || !list.Items.Any(Uses))
        {
            return flags;
        }

        return map.WithItems(Keys.Flags, list.Items.Select(i => Uses(i) ? Expand((YamlMap)i, context) : i));
    }

    private static bool Uses(YamlValue item) => item is YamlMap map && map.Find(Keys.Use) is not null;

    private static YamlMap Expand(YamlMap item, LoadContext context)
    {
        var use = item.Find(Keys.Use)!;
        var left = item.Without(Keys.Use, Keys.With);
        if (context.Text(use.Value) is not { } name)
        {
            return left;
        }

        if (All.FirstOrDefault(f => f.Name.Matches(name.Content)) is not { } flag)
        {
            context.Report(Messages.UnknownLibraryFlag, name.Place, name.Content, DidYouMean.Hint(name.Content, All.SelectMany(f => new[] { f.Name.Zh, f.Name.En })), Words.Choices(All.Select(f => f.Name)));
            return left;
        }

        var given = context.Map(item.Find(Keys.With)?.Value) ?? new MapReader(new YamlMap([], name.Place), context);
        var texts = flag.Parameters.ToDictionary(p => p.En, p => given.RequireText(p)?.Content ?? "null");
        given.Finish();
        var language = Keys.Use.En == use.Key.Content ? Language.English : Language.Chinese;
        var (when, says) = (flag.When, flag.Says.In(language));
        foreach (var (parameter, text) in texts)
        {
            when = when.Replace($"«{parameter}»", $"({text})");
            says = says.Replace($"«{parameter}»", text);
        }

        var named = left.Find(Keys.Name) is null ? left.With(Entry(Keys.Name, flag.Name.In(language))) : left;
        var said = named.Find(Keys.Says) is null ? named.With(Entry(Keys.Says, says)) : named;
        return said.With(Entry(Keys.When, when));

        YamlEntry Entry(Bilingual key, string text) => new(new YamlText(key.In(language), false, name.Place), new YamlText(text, true, name.Place));
    }
}
