using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Methods;

namespace Indicators;

/// <summary>What the cases of a rule set reached: leaves, bands, levels, deductions, flags.</summary>
public sealed class Coverage(RuleSet ruleSet)
{
    private readonly HashSet<object> reached = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> shadowed = new(ReferenceEqualityComparer.Instance);

    /// <summary>What there is to reach, each with what it is called. What stands in the files of a base that scores is for the cases of the base.</summary>
    public ImmutableArray<(object Part, Bilingual Name, Place Place)> Parts => field.IsDefault ? field = [.. OwnParts(ruleSet)] : field;

    /// <summary>What no case reached, and why.</summary>
    public IEnumerable<(Bilingual Name, Place Place, Phrase Why)> Unreached => Parts
        .Where(p => !reached.Contains(p.Part))
        .Select(p => (p.Name, p.Place, Why(p.Part)));

    public int Reached => Parts.Count(p => reached.Contains(p.Part));

    private static IEnumerable<(object Part, Bilingual Name, Place Place)> OwnParts(RuleSet ruleSet)
    {
        var own = Path.TrimEndingDirectorySeparator(ruleSet.Root.Place.File);
        return AllParts(ruleSet).GroupBy(p => Path.GetDirectoryName(p.Place.File))
            .Where(folder => folder.Key is null || folder.Key == own || RuleSetLoader.LoadDirectory(folder.Key).RuleSet is null)
            .SelectMany(folder => folder);
    }

    private static IEnumerable<(object Part, Bilingual Name, Place Place)> AllParts(RuleSet ruleSet)
    {
        foreach (var leaf in ruleSet.Root.Leaves)
        {
            yield return (leaf, Named(leaf.Code, new("得分", "scored")), leaf.Place);
            foreach (var method in leaf.Method!.All)
            {
                foreach (var band in (method as BandsMethod)?.Bands ?? [])
                {
                    yield return (band, Named(leaf.Code, new($"分档 {band.Label.Zh}", $"band {band.Label.En}")), band.Place);
                }

                foreach (var level in (method as LevelMethod)?.Levels ?? [])
                {
                    yield return (level, Named(leaf.Code, new($"定性 {level.Name}", $"level {level.Name}")), level.Place);
                }

                if (method is DeductMethod)
                {
                    yield return (method, Named(leaf.Code, new("扣分", "deduction")), method.Place);
                }
            }
        }

        foreach (var flag in ruleSet.Flags)
        {
            yield return (flag, Named(flag.Code, new($"疑点 {flag.Name}", $"flag {flag.Name}")), flag.Place);
        }
    }

    /// <param name="part">The band, level or deduction that decides.</param>
    /// <param name="passedOver">Later bands that would have held as well.</param>
    internal void Reach(object part, params ImmutableArray<object> passedOver)
    {
        reached.Add(part);
        foreach (var other in passedOver)
        {
            shadowed[other] = part;
        }
    }

    internal void Take(Evaluation evaluation)
    {
        foreach (var score in evaluation.Total.All.Where(s => s.Node.Method is not null && s.State == ScoreState.Scored))
        {
            reached.Add(score.Node);
        }

        foreach (var flag in evaluation.Flags.Select(f => f.Definition).OfType<FlagDefinition>())
        {
            reached.Add(flag);
        }
    }

    private Phrase Why(object part) => part switch
    {
        Node => new Phrase(Sentences.NoEvidenceInCases),
        _ when shadowed.TryGetValue(part, out var by) && by is Band band => new Phrase(Sentences.ShadowedBy, band.Label),
        _ => new Phrase(Sentences.NeverReached),
    };

    private static Bilingual Named(string code, Bilingual what) => new($"{code} {what.Zh}", $"{code} {what.En}");
}
