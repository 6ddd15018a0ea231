using System.Collections.Frozen;
using System.Collections.Immutable;
using Indicators.Csv;
using Indicators.Methods;

namespace Indicators.Sampling;

/// <summary>Makes up findings: most points are met, a few are not judged.</summary>
internal sealed class SampleFindings(RuleSet ruleSet, ulong seed, Language language)
{
    private static readonly Bilingual Reason = new("合成的理由", "synthetic reason");
    private static readonly Bilingual Document = new("合成的佐证", "synthetic document");

    public static readonly ImmutableArray<Bilingual> Header =
        [EvidenceWords.Project, EvidenceWords.Point, EvidenceWords.Conclusion, EvidenceWords.Share, EvidenceWords.Reason, EvidenceWords.Document];

    private static readonly ImmutableArray<Conclusion> Unknown = [Conclusion.Unassessable, Conclusion.Withheld, Conclusion.NotApplicable];

    private readonly ImmutableArray<Node> leaves = [.. ruleSet.Root.Leaves.Where(l => l.Method!.IsJudged)];

    /// <summary>The flag that asks for a finding.</summary>
    private readonly FrozenDictionary<string, string> flags = ruleSet.Flags.SelectMany(f => f.When.Codes.Select(c => (c.Code, Flag: f.Code))).DistinctBy(c => c.Code).ToFrozenDictionary(c => c.Code, c => c.Flag);

    public bool Any => !leaves.IsEmpty;

    /// <summary>Code, conclusion, share, reason and document of each.</summary>
    public IEnumerable<string[]> Of(long project)
    {
        foreach (var leaf in leaves)
        {
            // What a flag asks for is in order, but in the few projects that keep what is wrong.
            if (flags.TryGetValue(leaf.Code, out var flag) && !SampleCheck.Keeps(seed, project, flag))
            {
                yield return leaf.Method!.Levels is [var best, ..] ? [leaf.Code, best.Name, Percent(best.High), Reason.In(language), Document.In(language)] : [leaf.Code, Say(Conclusion.Met), "", "", Document.In(language)];
                continue;
            }

            var dice = new Dice(seed, project, leaf.Code);
            if (dice.Chance(15))
            {
                continue;
            }

            var (conclusion, share) = Conclude(leaf, ref dice);
            yield return [leaf.Code, conclusion, share, conclusion == Say(Conclusion.Met) ? "" : Reason.In(language), dice.Chance(50) ? "" : Document.In(language)];
        }
    }

    private (string Conclusion, string Share) Conclude(Node leaf, ref Dice dice)
    {
        if (dice.Chance(10))
        {
            // One in five thousand, as there are many of them in a project.
            return (dice.Next(50) == 0 ? dice.Pick(SampleDirt.OfConclusions(language)) : Say(dice.Pick(Unknown)), "");
        }

        if (!leaf.Method!.Levels.IsEmpty)
        {
            var level = dice.Chance(700) ? leaf.Method.Levels[0] : dice.Pick(leaf.Method.Levels);
            return (level.Name, Percent(level.Low + (level.High - level.Low) * new Fraction(dice.Next(101), 100)));
        }

        if (dice.Chance(780))
        {
            return (Say(Conclusion.Met), "");
        }

        return leaf.Method is not JudgedMethod ? (Say(Conclusion.Defect), "")
            : leaf.PartialAllowed && dice.Chance(600) ? (Say(Conclusion.PartlyMet), $"{dice.Between(1, 19) * 5}%")
            : (Say(Conclusion.NotMet), "");
    }

    private static string Percent(Fraction share) => (share * Fraction.Hundred).ToShortest(4) + "%";

    private string Say(Conclusion conclusion) => Words.Conclusions[conclusion].In(language);
}
