using System.Collections.Immutable;
using Indicators.Methods;

namespace Indicators;

/// <summary>Checks the findings on one code: that the code takes them, that they fit its method, and that they agree.</summary>
internal static class FindingsCheck
{
    public static void Check(List<Finding> findings, RuleSet ruleSet, Diagnostics diagnostics)
    {
        var (code, place) = (findings[0].Code, findings[0].Place);
        if (ruleSet.Find(code) is not { } node)
        {
            var known = ruleSet.Root.All.Where(n => n.Level >= Level.Indicator).Select(n => n.Code);
            diagnostics.Report(Messages.FindingUnknownCode, place, code, DidYouMean.Hint(code, known));
            return;
        }

        if (node.Level < Level.Indicator)
        {
            diagnostics.Report(Messages.FindingTooHigh, place, code);
            return;
        }

        foreach (var (i, finding) in findings.Index())
        {
            CheckFinding(finding, node, diagnostics);
            // Only rows of a file are copied by mistake.
            if (i > 0 && findings.Take(i).FirstOrDefault(f => f.Place.Line != finding.Place.Line && f.SaysSameAs(finding)) is { } same)
            {
                diagnostics.Report(Messages.DuplicateFinding, finding.Place, code, same.Place.ToString());
            }
        }

        if (findings.Count > 1)
        {
            CheckContradiction(findings, diagnostics);
        }
    }

    /// <summary>
    /// An indicator that as a whole is 无法考核, 不适用 or 未提供 cannot have findings on its points, nor can a ruling on the
    /// whole differ from one on a point.
    /// </summary>
    public static void CheckWholes(ImmutableArray<Finding> findings, RuleSet ruleSet, Diagnostics diagnostics)
    {
        foreach (var whole in findings.Where(f => f.Missing is not null || f.IsRuling))
        {
            var points = ruleSet.Find(whole.Code)?.Children ?? [];
            if (findings.FirstOrDefault(f => f.IsRuling == whole.IsRuling && f.Conclusion != whole.Conclusion && points.Any(p => p.Code == f.Code)) is { } part)
            {
                diagnostics.Report(
                    Messages.FindingsContradict, part.ConclusionPlace, whole.Code,
                    Words.Conclusions[whole.Conclusion], whole.Place.ToString(), new Phrase(new("{0} {1}", "{0} {1}"), part.Code, Words.Conclusions[part.Conclusion]));
            }
        }
    }

    private static void CheckFinding(Finding finding, Node node, Diagnostics diagnostics)
    {
        if (finding.Missing is not null || finding.IsRuling)
        {
            return;
        }

        var conclusion = Words.Conclusions[finding.Conclusion];
        if (node.Method is null)
        {
            diagnostics.Report(Messages.FindingHasPoints, finding.ConclusionPlace, node.Code, conclusion, Words.Listed([.. node.Children.Select(c => c.Code)]));
        }
        else if (!node.Method.Levels.IsEmpty)
        {
            CheckLevel(finding, node, diagnostics);
        }
        else if (!node.Method.IsJudged)
        {
            diagnostics.Report(Messages.FindingNotJudged, finding.ConclusionPlace, node.Code, conclusion);
        }
        else if (node.Method is not JudgedMethod && finding.Conclusion is (Conclusion.PartlyMet or Conclusion.Scored))
        {
            diagnostics.Report(Messages.DeductionNeedsDefects, finding.ConclusionPlace, node.Code, conclusion);
        }
        else if (node.Method is JudgedMethod)
        {
            CheckAmount(finding, node, diagnostics);
        }
    }

    /// <summary>A 定性 takes a level with a share in its range, or 打分 within any of the levels.</summary>
    private static void CheckLevel(Finding finding, Node node, Diagnostics diagnostics)
    {
        var levels = node.Method!.Levels;
        var known = Words.Listed([.. levels.Select(l => $"{l.Name} {l.InWords}")]);
        var level = levels.FirstOrDefault(l => l.Name == finding.Level);
        if (finding.Conclusion != Conclusion.Scored || (finding.Level is not null && level is null))
        {
            diagnostics.Report(Messages.FindingNeedsLevel, finding.ConclusionPlace, node.Code, (object?)finding.Level ?? Words.Conclusions[finding.Conclusion], known);
        }
        else if (finding.Amount is not { } amount)
        {
            diagnostics.Report(Messages.FindingNeedsAmount, finding.AmountPlace, node.Code, (object?)finding.Level ?? Words.Conclusions[finding.Conclusion]);
        }
        else if ((finding.AmountIsShare ? amount : amount / node.Weight) is var share
            && !(level is null ? levels.Any(l => l.Contains(share)) : level.Contains(share)))
        {
            diagnostics.Report(Messages.FindingOutsideLevel, finding.AmountPlace, node.Code, Shown.Percent(share), level is null ? (object)known : $"{level.Name} {level.InWords}");
        }
    }

    private static void CheckAmount(Finding finding, Node node, Diagnostics diagnostics)
    {
        var conclusion = Words.Conclusions[finding.Conclusion];
        if (finding.Conclusion == Conclusion.Defect)
        {
            diagnostics.Report(Messages.DefectWithoutDeduction, finding.ConclusionPlace, node.Code);
        }

        if (finding.Conclusion is not (Conclusion.PartlyMet or Conclusion.Scored))
        {
            return;
        }

        var most = finding.Conclusion == Conclusion.PartlyMet || finding.AmountIsShare ? Fraction.One : node.Weight;
        if (finding.Amount is not { } amount)
        {
            diagnostics.Report(Messages.FindingNeedsAmount, finding.AmountPlace, node.Code, conclusion);
        }
        else if (amount < 0 || amount > most)
        {
            diagnostics.Report(Messages.FindingAmountOutside, finding.AmountPlace, node.Code, amount.ToShortest(4), most.ToShortest(4));
        }
        else if (!node.PartialAllowed && (finding.Conclusion == Conclusion.PartlyMet || (!amount.IsZero && amount != most)))
        {
            diagnostics.Report(Messages.PartialNotAllowed, finding.ConclusionPlace, node.Code, conclusion);
        }
    }

    /// <summary>Several rows on one point may be defects, or say the same; anything else contradicts itself.</summary>
    private static void CheckContradiction(List<Finding> findings, Diagnostics diagnostics)
    {
        foreach (var group in findings.GroupBy(f => f.IsRuling))
        {
            var first = group.First();
            if (group.FirstOrDefault(f => (f.Conclusion, f.Amount, f.AmountIsShare) != (first.Conclusion, first.Amount, first.AmountIsShare)) is { } other)
            {
                diagnostics.Report(
                    Messages.FindingsContradict, other.ConclusionPlace, first.Code,
                    Words.Conclusions[first.Conclusion], first.Place.ToString(), Words.Conclusions[other.Conclusion]);
            }
        }
    }
}
