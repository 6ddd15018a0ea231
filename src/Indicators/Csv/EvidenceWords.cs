using System.Collections.Immutable;

namespace Indicators.Csv;

/// <summary>The fixed file names, headers and classes of evidence files, in both languages.</summary>
public static class EvidenceWords
{
    public static readonly Bilingual ProjectsFile = new("项目.csv", "projects.csv");
    public static readonly Bilingual DataFile = new("数据.csv", "data.csv");
    public static readonly Bilingual FindingsFile = new("评价意见.csv", "findings.csv");

    public static readonly Bilingual Project = new("项目", "project");
    public static readonly Bilingual Name = new("名称", "name");
    public static readonly Bilingual Field = new("字段", "field");
    public static readonly Bilingual Value = new("值", "value");
    public static readonly Bilingual Source = new("来源", "source");
    public static readonly Bilingual Class = new("类别", "class");
    public static readonly Bilingual Point = new("要点", "point");
    public static readonly Bilingual Conclusion = new("结论", "conclusion");
    public static readonly Bilingual Share = new("比例", "share");
    public static readonly Bilingual Reason = new("理由", "reason");
    public static readonly Bilingual Document = new("佐证", "document");
    public static readonly Bilingual Evaluator = new("评价人", "evaluator");

    public static readonly Bilingual Claim = new("自述", "claim");
    public static readonly Bilingual WorkedBackwards = new("反推", "worked-backwards");

    /// <summary>类别: what kind of document stands behind a value or a finding.</summary>
    public static readonly ImmutableArray<Bilingual> Classes =
    [
        new("文件", "document"), new("数据", "data"), new("凭证", "voucher"), new("调研", "survey"), new("访谈", "interview"),
        Claim, WorkedBackwards,
    ];

    /// <summary>What a value rests on: without a source, or called 自述, it is a claim; 反推 counts as nothing.</summary>
    public static Standing Standing(string? source, string? evidenceClass) =>
        evidenceClass is not null && WorkedBackwards.Matches(evidenceClass) ? Indicators.Standing.Nothing
        : string.IsNullOrEmpty(source) || (evidenceClass is not null && Claim.Matches(evidenceClass)) ? Indicators.Standing.Claim
        : Indicators.Standing.Evidence;
}
