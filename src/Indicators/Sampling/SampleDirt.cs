using System.Collections.Immutable;

namespace Indicators.Sampling;

/// <summary>What people write that cannot be read: one such cell keeps its project from being scored.</summary>
internal static class SampleDirt
{
    private static readonly (ImmutableArray<string> Zh, ImmutableArray<string> En) Figures =
        (["十二", "约30", "——", "见附件", "1,23,4", "3O", "#REF!", "30至40"], ["twelve", "about 30", "—", "see annex", "1,23,4", "3O", "#REF!", "30 to 40"]);

    private static readonly (ImmutableArray<string> Zh, ImmutableArray<string> En) Answers =
        (["基本是", "是/否", "待核实", "见附件", "√"], ["mostly", "yes/no", "to be checked", "see annex", "√"]);

    private static readonly (ImmutableArray<string> Zh, ImmutableArray<string> En) Days =
        (["年底", "2月30日", "待定", "见附件"], ["end of year", "30 February", "tbd", "see annex"]);

    private static readonly (ImmutableArray<string> Zh, ImmutableArray<string> En) Judgements = (["基本符合", "较好", "√"], ["mostly met", "good", "√"]);

    /// <summary>In a cell of a type; none where everything can be read.</summary>
    public static ImmutableArray<string> Of(FieldType type, Language language) => type.Kind switch
    {
        FieldKind.YesNo => In(Answers, language),
        FieldKind.Date => In(Days, language),
        _ when type.IsFigure => In(Figures, language),
        _ => [],
    };

    /// <summary>As a conclusion.</summary>
    public static ImmutableArray<string> OfConclusions(Language language) => In(Judgements, language);

    private static ImmutableArray<string> In((ImmutableArray<string> Zh, ImmutableArray<string> En) words, Language language) => language == Language.Chinese ? words.Zh : words.En;
}
