using Indicators.Feel;
using Indicators.Methods;

namespace Indicators;

/// <summary>Checks a project's evidence against its rule set, wherever it came from: required fields, ranges, and findings.</summary>
public static class EvidenceCheck
{
    /// <param name="project">The evidence.</param>
    /// <param name="ruleSet">What it is to be scored by.</param>
    /// <param name="diagnostics">Takes all problems; without an error the project can be scored.</param>
    public static void Check(Project project, RuleSet ruleSet, Diagnostics diagnostics)
    {
        foreach (var field in ruleSet.Schema.Fields)
        {
            var cell = project.Fields.GetValueOrDefault(field.Name);
            if (field.Required && (cell is null || cell.Value is Value.Missing { State: MissingState.Blank }))
            {
                diagnostics.Report(Messages.RequiredMissing, cell?.Place ?? new Place(project.Id), project.Id, field.Name, string.Join("、", field.Aliases.Prepend(field.Name)));
            }

            CheckRange(field, cell, diagnostics);
        }

        foreach (var table in ruleSet.Schema.Tables)
        {
            foreach (var row in project.Tables.GetValueOrDefault(table.Name, []))
            {
                foreach (var column in table.Columns)
                {
                    CheckRange(column, row.Cells.GetValueOrDefault(column.Name), diagnostics);
                }
            }
        }

        foreach (var findings in project.Findings.GroupBy(f => f.Code))
        {
            CheckFindings([.. findings], ruleSet, diagnostics);
        }
    }

    private static void CheckRange(FieldDefinition field, Cell? cell, Diagnostics diagnostics)
    {
        if (field.Range is not null && cell is { Value: not Value.Missing } && field.Range.Pass(cell.Value, new Scope()) == false)
        {
            diagnostics.Report(Messages.OutOfRange, cell.Place, field.Name, Shown.Value(cell.Value, field.Type.Feel), field.Range.Source.Text);
        }
    }

    private static void CheckFindings(List<Finding> findings, RuleSet ruleSet, Diagnostics diagnostics)
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

        foreach (var finding in findings)
        {
            CheckFinding(finding, node, diagnostics);
        }

        CheckContradiction(findings, diagnostics);
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
            diagnostics.Report(Messages.FindingHasPoints, finding.Place, node.Code, conclusion, string.Join("、", node.Children.Select(c => c.Code)));
        }
        else if (node.Method is not (JudgedMethod or DeductMethod { IsJudged: true }))
        {
            diagnostics.Report(Messages.FindingNotJudged, finding.Place, node.Code, conclusion);
        }
        else if (node.Method is DeductMethod && finding.Conclusion is (Conclusion.PartlyMet or Conclusion.Scored))
        {
            diagnostics.Report(Messages.DeductionNeedsDefects, finding.Place, node.Code, conclusion);
        }
        else if (node.Method is JudgedMethod)
        {
            CheckAmount(finding, node, diagnostics);
        }
    }

    private static void CheckAmount(Finding finding, Node node, Diagnostics diagnostics)
    {
        var conclusion = Words.Conclusions[finding.Conclusion];
        if (finding.Conclusion == Conclusion.Defect)
        {
            diagnostics.Report(Messages.DefectWithoutDeduction, finding.Place, node.Code);
        }

        if (finding.Conclusion is not (Conclusion.PartlyMet or Conclusion.Scored))
        {
            return;
        }

        var most = finding.Conclusion == Conclusion.PartlyMet || finding.AmountIsShare ? Fraction.One : node.Weight;
        if (finding.Amount is not { } amount)
        {
            diagnostics.Report(Messages.FindingNeedsAmount, finding.Place, node.Code, conclusion);
        }
        else if (amount < 0 || amount > most)
        {
            diagnostics.Report(Messages.FindingAmountOutside, finding.Place, node.Code, amount.ToShortest(4), most.ToShortest(4));
        }
        else if (!node.PartialAllowed && !amount.IsZero && amount != most)
        {
            diagnostics.Report(Messages.PartialNotAllowed, finding.Place, node.Code, conclusion);
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
                    Messages.FindingsContradict, other.Place, first.Code,
                    Words.Conclusions[first.Conclusion], first.Place.ToString(), Words.Conclusions[other.Conclusion]);
            }
        }
    }
}
