using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Cases;

/// <summary>用例: evidence of one project and what it must come to under the rule set that the case belongs to.</summary>
public sealed record Case(string Name, Place Place)
{
    /// <summary>Where the figures are published, or 合成 for made-up ones.</summary>
    public string? Source { get; init; }

    /// <summary>The fiscal year of the rules; null for the latest.</summary>
    public int? Year { get; init; }

    /// <summary>The folder or file of evidence; null where the case starts from nothing.</summary>
    public string? Evidence { get; init; }

    /// <summary>Which project of the evidence; null where there is one.</summary>
    public string? Project { get; init; }

    /// <summary>改: what is put over the evidence, by path.</summary>
    internal ImmutableArray<YamlEntry> Changes { get; init; } = [];

    /// <summary>应得: scores by code, 总分 and 等级 among them.</summary>
    public ImmutableArray<ExpectedScore> Expected { get; init; } = [];

    /// <summary>公布: the scores that were printed, and why they differ from what the rules give.</summary>
    public ImmutableArray<PublishedScore> Published { get; init; } = [];

    /// <summary>疑点: the codes of exactly the flags that are raised.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    internal Place FlagsPlace { get; init; } = Place;
}

/// <summary>What a code must come to: a number, 挂起 or 剔除; for 等级 a grade.</summary>
public sealed record ExpectedScore(string Code, string Text, Place Place);

/// <summary>A printed score of a code; the difference is the reason why it is not what the rules give.</summary>
public sealed record PublishedScore(string Code, Fraction Score, string? Difference, Place Place);
