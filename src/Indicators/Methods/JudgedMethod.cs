namespace Indicators.Methods;

/// <summary>
/// No method in the file: an evaluator judges the node, and its finding is taken from 评价意见. 符合 earns all,
/// 不符合 nothing, 部分符合 and 打分 a part where 部分得分 is allowed.
/// </summary>
public sealed class JudgedMethod : Method
{
    public override bool IsJudged => true;

    protected override Phrase Standard => new(Standards.Judged);

    internal override bool Follows => true;

    protected internal override Outcome Apply(MethodInput input)
    {
        if (input.Findings is not [var finding, ..])
        {
            return new Outcome.Missing(MissingState.Blank, new Phrase(Reasons.NoFinding, input.Node.Code));
        }

        if (finding.Missing is { } state)
        {
            return new Outcome.Missing(state, Reasons.Finding(finding));
        }

        Fraction points = finding.Conclusion switch
        {
            Conclusion.Met => input.Weight,
            Conclusion.PartlyMet => finding.Amount!.Value * input.Weight,
            Conclusion.Scored => finding.AmountIsShare ? finding.Amount!.Value * input.Weight : finding.Amount!.Value,
            _ => Fraction.Zero,
        };
        return new Outcome.Earned(
            points,
            Reasons.Finding(finding),
            points < input.Weight ? new Phrase(Reasons.NextMet, Reasons.Points(input.Weight)) : null);
    }
}
