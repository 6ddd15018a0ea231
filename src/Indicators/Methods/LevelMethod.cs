using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>定性: the evaluator names a level and gives a share of the points within its range. Source of the levels: 财预〔2020〕10号 (自评).</summary>
public sealed class LevelMethod(ImmutableArray<EvaluationLevel> levels) : Method
{
    public override ImmutableArray<EvaluationLevel> Levels { get; } = levels;

    public override bool IsJudged => true;

    protected override Phrase Standard => new(Standards.Levels, Levels.Select(l => new Phrase(Standards.Level, l.Name, l.InWords)));

    internal override bool Follows => true;

    internal static Method? Read(MethodReader reader)
    {
        var levels = ImmutableArray.CreateBuilder<EvaluationLevel>();
        foreach (var entry in reader.Entries)
        {
            if (reader.Context.Text(entry.Value) is { } text)
            {
                if (EvaluationLevel.Parse(entry.Key.Content, text.Content, entry.Key.Place) is { } level)
                {
                    levels.Add(level);
                }
                else
                {
                    reader.Context.Report(Messages.ExpectedLevelRange, text.Place, text.Content);
                }
            }
        }

        if (levels.FirstOrDefault(l => Words.Find(Words.Conclusions, l.Name) is not null) is { } taken)
        {
            reader.Context.Report(Messages.LevelNameTaken, taken.Place, taken.Name);
            return null;
        }

        return levels.Count == 0 ? null : new LevelMethod(levels.ToImmutable()) { Place = reader.Place, Value = reader.Value };
    }

    public EvaluationLevel? Find(string name) => Levels.FirstOrDefault(l => l.Name == name);

    protected internal override Outcome Apply(MethodInput input)
    {
        if (input.Findings is not [var finding, ..])
        {
            return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoFinding, input.Node.Code));
        }

        // EvidenceCheck lets only 打分 through, with a share of the points or with points.
        var points = finding.AmountIsShare ? finding.Amount!.Value * input.Weight : finding.Amount!.Value;
        if ((finding.Level is { } name ? Find(name) : Levels.FirstOrDefault(l => l.Contains(points / input.Weight))) is not { } level)
        {
            // In a band with levels of its own: this one takes others.
            return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoFinding, input.Node.Code));
        }

        input.Scope.Coverage?.Reach(level);
        var next = Levels.Where(l => l.High * input.Weight > points).MaxBy(l => l.High);
        return new Outcome.Earned(
            points,
            new Phrase(Reasons.InLevel, Reasons.Finding(finding), level.Name, level.InWords),
            next is null ? null : new Phrase(Reasons.NextBandUpTo, next.Name, Reasons.Points(next.High * input.Weight)));
    }
}

/// <summary>A level such as 好 80%~100%: both ends belong to it.</summary>
public sealed partial record EvaluationLevel(string Name, Fraction Low, Fraction High, Place Place)
{
    public bool Contains(Fraction share) => share >= Low && share <= High;

    public string InWords => $"{Percent(Low)}~{Percent(High)}";

    /// <summary>Reads <c>80%~100%</c>, <c>0~60%</c> or a single <c>80%</c>; the ends in either order.</summary>
    internal static EvaluationLevel? Parse(string name, string text, Place place)
    {
        if (Pattern().Match(Lexer.Ascii(text).Trim()) is not { Success: true } match)
        {
            return null;
        }

        Fraction Share(string group) => Fraction.TryParse(match.Groups[group].Value, out var number) ? number / Fraction.Hundred : Fraction.Zero;
        var (a, b) = (Share("a"), match.Groups["b"].Success ? Share("b") : Share("a"));
        return Fraction.Max(a, b) > 1 ? null : new EvaluationLevel(name, Fraction.Min(a, b), Fraction.Max(a, b), place);
    }

    private static string Percent(Fraction share) => $"{(share * Fraction.Hundred).ToShortest(4)}%";

    [GeneratedRegex(@"^(?<a>\d{1,3}(?:\.\d{1,4})?)%?(?:\s*[~～\-－—]\s*(?<b>\d{1,3}(?:\.\d{1,4})?)%)?$")]
    private static partial Regex Pattern();
}
