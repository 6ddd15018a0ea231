namespace Indicators.Contracts;

/// <summary>An evaluation as the wire carries it; every number stays exact.</summary>
public static class EvaluationMapping
{
    public static V1.Evaluation ToProto(this Evaluation evaluation, Language language) => new()
    {
        RuleSetId = evaluation.RuleSet.Id,
        RuleSetName = evaluation.RuleSet.Name,
        FiscalYears = { evaluation.RuleSet.FiscalYears },
        ProjectId = evaluation.Project.Id,
        ProjectName = evaluation.Project.Name ?? "",
        Total = ToProto(evaluation.Total, language),
        Grade = evaluation.IsGraded ? ToProto(evaluation.Grade) : null,
        UncappedGrade = evaluation.IsGraded ? ToProto(evaluation.UncappedGrade) : null,
        BestGrade = evaluation.IsGraded ? ToProto(evaluation.BestGrade) : null,
        Flags = { evaluation.Flags.Select(f => ToProto(f, language)) },
        UndecidedFlags = { evaluation.UndecidedFlags.Select(ToProto) },
        Consequence = evaluation.IsGraded && evaluation.RuleSet.ConsequenceOf(evaluation.Grade) is { } laidDown ? ToProto(laidDown, language) : null,
    };

    internal static V1.Consequence ToProto(Consequence laidDown, Language language) => new()
    {
        Grade = laidDown.Grade.Name,
        BudgetFrom = laidDown.Budget?.From.ToShortest(4) ?? "",
        BudgetTo = laidDown.Budget?.To.ToShortest(4) ?? "",
        RectifyDays = laidDown.RectifyDays ?? 0,
        Text = laidDown.Says.In(language),
        Basis = { laidDown.Basis },
    };

    public static V1.Fraction ToProto(this Fraction value) => new()
    {
        Numerator = value.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Denominator = value.Denominator.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Decimal = value.ToShortest(10),
    };

    private static V1.Score ToProto(Score score, Language language) => new()
    {
        Code = score.Node.Code,
        Name = score.Node.Name,
        Level = (V1.Level)((int)score.Node.Level + 1),
        State = (V1.ScoreState)((int)score.State + 1),
        Missing = score.Missing is { } missing ? (V1.MissingState)((int)missing + 1) : V1.MissingState.Unspecified,
        Policy = score.Policy is { } policy ? (V1.MissingPolicy)((int)policy + 1) : V1.MissingPolicy.Unspecified,
        Weight = score.Node.Weight.ToProto(),
        Maximum = score.Maximum.ToProto(),
        Exact = score.Exact.ToProto(),
        Published = score.Published.ToFixed(Places(score.Node)),
        Rate = score.Rate?.ToProto(),
        Held = score.Held.ToProto(),
        Resting = new V1.Resting
        {
            Evidence = score.Resting.Evidence.ToProto(),
            Claim = score.Resting.Claim.ToProto(),
            Nothing = score.Resting.Nothing.ToProto(),
        },
        Standing = (V1.Standing)((int)score.Standing + 1),
        Reasons = { score.Reasons.Select(r => r.In(language)) },
        Sentence = score.Sentence(language),
        Next = score.Next?.In(language) ?? "",
        Basis = { score.Node.Basis },
        Reading = score.Node.Reading ?? "",
        Rule = ToProto(score.Node.Place),
        Evidence = { score.Evidence.Select(e => ToProto(e, language)) },
        DimensionKind = (V1.DimensionKind)((int)score.Node.Kind + 1),
        Children = { score.Children.Select(c => ToProto(c, language)) },
    };

    /// <summary>A sum of rounded scores has as many decimals as any of them.</summary>
    private static int Places(Node node) => node.All.Max(n => n.Round) ?? 2;

    private static V1.EvidenceUse ToProto(EvidenceUse use, Language language) => new()
    {
        Name = use.Name,
        Shown = use.Shown.In(language),
        Standing = (V1.Standing)((int)use.Standing + 1),
        Source = use.Source ?? "",
        Place = use.Place is null ? null : ToProto(use.Place),
    };

    public static V1.Place ToProto(this Place place) => new() { File = place.File, Line = place.Line, Column = place.Column };

    internal static V1.Grade ToProto(Grade grade) => new() { Name = grade.Name, Band = grade.Band };

    private static V1.Flag ToProto(RaisedFlag flag, Language language) => new()
    {
        Code = flag.Code,
        Name = flag.Name.In(language),
        Kind = (V1.FlagKind)((int)flag.Kind + 1),
        About = { flag.About },
        Text = flag.Says.In(language),
        Cap = flag.Definition?.Cap?.Name ?? "",
        Basis = { flag.Definition?.Basis ?? [] },
        Place = ToProto(flag.Place),
    };

    internal static V1.Flag ToProto(FlagDefinition flag) => new()
    {
        Code = flag.Code,
        Name = flag.Name,
        Kind = (V1.FlagKind)((int)flag.Kind + 1),
        About = { flag.About },
        Cap = flag.Cap?.Name ?? "",
        Basis = { flag.Basis },
        Place = ToProto(flag.Place),
    };
}
