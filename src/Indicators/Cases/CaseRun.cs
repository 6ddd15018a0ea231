using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Cases;

/// <summary>A difference between what a case says and what came out.</summary>
/// <param name="Code">The code of a node, 总分, 等级 or 疑点.</param>
/// <param name="Arithmetic">How the score came about; null where there is none.</param>
public sealed record Mismatch(Bilingual Code, Bilingual Expected, Bilingual Got, string? Arithmetic, Place Place);

/// <summary>A case that was run.</summary>
public sealed record CaseResult(Case Case, Evaluation? Evaluation, ImmutableArray<Mismatch> Mismatches, Diagnostics Problems)
{
    public bool Passed => Evaluation is not null && Mismatches.IsEmpty && !Problems.HasErrors;
}

/// <summary>Runs a case under its rule set and compares.</summary>
public sealed class CaseRun(RuleSet ruleSet, Language language)
{
    private static readonly Bilingual Nothing = new("没有", "none");

    public Coverage Coverage { get; } = new(ruleSet);

    public CaseResult Run(Case test)
    {
        var problems = new Diagnostics();
        if (new CaseEvidence(ruleSet, problems).Read(test) is not var (project, all))
        {
            return new CaseResult(test, null, [], problems);
        }

        try
        {
            var evaluation = ReferenceEvaluator.Evaluate(ruleSet, project, Portfolio.Of(ruleSet, all), Coverage);
            Coverage.Take(evaluation);
            return new CaseResult(test, evaluation, [.. Differences(test, evaluation)], problems);
        }
        catch (ExpressionLimitException)
        {
            problems.Report(Messages.ExpressionLimit, test.Place, Limits.ListItems, project.Id);
            return new CaseResult(test, null, [], problems);
        }
    }

    /// <summary>What the rules give for a code, at the decimals at which it is shown.</summary>
    public static Fraction? ScoreOf(Evaluation evaluation, string code) =>
        evaluation.Total.Find(code) is { State: not (ScoreState.NotApplicable or ScoreState.Held) } score ? score.Published.Round(2) : null;

    private IEnumerable<Mismatch> Differences(Case test, Evaluation evaluation) => test.Expected
        .Select(e => e.Code == Keys.Grade.Zh ? Grade(e, evaluation) : Score(e, evaluation))
        .Concat(test.Published.Select(p => Published(p, evaluation)))
        .Append(Flags(test, evaluation))
        .OfType<Mismatch>();

    private static Mismatch? Grade(ExpectedScore expected, Evaluation evaluation)
    {
        var got = evaluation.IsGraded ? Bilingual.Same(evaluation.Grade.Name) : Nothing;
        return got.Zh == expected.Text ? null : new Mismatch(Keys.Grade, Bilingual.Same(expected.Text), got, null, expected.Place);
    }

    private Mismatch? Score(ExpectedScore expected, Evaluation evaluation)
    {
        if (evaluation.Total.Find(expected.Code) is not { } score)
        {
            return Unknown(expected.Code, Bilingual.Same(expected.Text), expected.Place);
        }

        var got = Shown(score);
        var fits = score.State switch
        {
            ScoreState.Held => Words.ScoreStates[ScoreState.Held].Matches(expected.Text),
            ScoreState.NotApplicable => Keys.Excluded.Matches(expected.Text),
            _ => Fraction.TryParse(expected.Text, out var number) && score.Published.Round(Math.Max(2, Decimals(expected.Text))) == number,
        };
        return fits ? null : new Mismatch(Bilingual.Same(expected.Code), Bilingual.Same(expected.Text), got, Arithmetic(score), expected.Place);
    }

    /// <summary>A printed score is what the rules give, or the case says why it is not: never both, never neither.</summary>
    private Mismatch? Published(PublishedScore published, Evaluation evaluation)
    {
        if (evaluation.Total.Find(published.Code) is not { } score)
        {
            return Unknown(published.Code, Bilingual.Same(published.Score.ToShortest(4)), published.Place);
        }

        var same = ScoreOf(evaluation, published.Code) == published.Score;
        return same == (published.Difference is null) ? null : new Mismatch(
            Bilingual.Same(published.Code),
            same ? new($"公布 {published.Score.ToShortest(4)}，写了差异", $"published {published.Score.ToShortest(4)}, with a reason why it differs")
                : new($"公布 {published.Score.ToShortest(4)}（不同就写明原因：{published.Code}: {{得分: {published.Score.ToShortest(4)}, 差异: 原因}}）", $"published {published.Score.ToShortest(4)} (where it differs, say why: {published.Code}: {{score: {published.Score.ToShortest(4)}, difference: why}})"),
            Shown(score), Arithmetic(score), published.Place);
    }

    private Mismatch? Flags(Case test, Evaluation evaluation)
    {
        var raised = evaluation.Flags.Select(f => f.Code).ToList();
        var (missing, surplus) = (test.Flags.Except(raised).ToList(), raised.Except(test.Flags).ToList());
        var says = evaluation.Flags.Where(f => surplus.Contains(f.Code)).Select(f => $"{f.Code} {f.Says.In(language)}");
        return missing.Count + surplus.Count == 0 ? null
            : new Mismatch(Keys.Flags, List(test.Flags), List(raised), string.Join("；", says) is { Length: > 0 } text ? text : null, test.FlagsPlace);
    }

    private Mismatch Unknown(string code, Bilingual expected, Place place)
    {
        var hint = DidYouMean.Hint(code, [Words.Total.Zh, Keys.Grade.Zh, .. ruleSet.Root.All.Select(n => n.Code)]);
        return new(Bilingual.Same(code), expected, new($"没有这个编号。{hint.Zh}", $"no such code.{hint.En}"), null, place);
    }

    private string? Arithmetic(Score score) =>
        score.Sentence(language) is { Length: > 0 } sentence ? sentence
        : string.Join(" + ", score.Children.Select(c => $"{c.Node.Code} {c.Published.ToFixed(2)}")) is { Length: > 0 } sum ? sum : null;

    private static Bilingual Shown(Score score) => score.State switch
    {
        ScoreState.Held => Words.ScoreStates[ScoreState.Held],
        ScoreState.NotApplicable => Keys.Excluded,
        _ => Bilingual.Same(score.Published.ToFixed(2)),
    };

    private static int Decimals(string text) => text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;

    private static Bilingual List(IReadOnlyCollection<string> codes) => codes.Count == 0 ? Nothing : Bilingual.Same(string.Join(" ", codes.Order(StringComparer.Ordinal)));
}
