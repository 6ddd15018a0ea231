using System.Collections.Frozen;
using Indicators.Methods;

namespace Indicators.Csv;

/// <summary>评价意见.csv: one judgement a row.</summary>
internal static class FindingsFile
{
    private static readonly FrozenDictionary<string, Conclusion> Conclusions = Words.Lookup(Words.Conclusions);

    public static void Read(EvidenceFile file)
    {
        var columns = file.Columns;
        var (id, point, conclusion) = (columns.Require(EvidenceWords.Project), columns.Require(EvidenceWords.Point), columns.Require(EvidenceWords.Conclusion));
        var (share, reason, document) = (columns.Free(EvidenceWords.Share), columns.Free(EvidenceWords.Reason), columns.Free(EvidenceWords.Document));
        var (kind, evaluator) = (columns.Free(EvidenceWords.Class), columns.Free(EvidenceWords.Evaluator));
        if (id is null || point is null || conclusion is null)
        {
            return;
        }

        foreach (var line in file.Csv.Lines)
        {
            if (file.Drafts.Find(file.Csv, line, id) is not { } draft || IsOnlyBeside(file, Columns.Text(line, point)))
            {
                continue;
            }

            var evidenceClass = file.ClassOf(line, kind, draft);
            var written = Columns.Text(line, conclusion);
            // 定性: the name of a level stands for 打分 within it.
            var level = file.RuleSet.Find(Columns.Text(line, point))?.Method?.Levels.FirstOrDefault(l => l.Name == written)?.Name;
            if (!Conclusions.TryGetValue(written, out var found) && level is null)
            {
                file.Reject(draft, Messages.UnknownConclusion, file.At(line, conclusion), written, Words.Choices(Words.Conclusions));
            }
            else if (Share(file, line, share, found = level is null ? found : Conclusion.Scored, draft, out var amount))
            {
                draft.Findings.Add(new Finding(Columns.Text(line, point), found, file.At(line, point))
                {
                    ConclusionPlace = file.At(line, conclusion),
                    AmountPlace = file.At(line, share ?? conclusion),
                    Amount = amount?.Value,
                    AmountIsShare = amount?.IsShare ?? false,
                    Level = level,
                    Reason = EvidenceFile.TextOrNull(line, reason),
                    Document = EvidenceFile.TextOrNull(line, document),
                    Evaluator = EvidenceFile.TextOrNull(line, evaluator),
                    Standing = EvidenceWords.Standing(EvidenceFile.TextOrNull(line, document), evidenceClass),
                });
            }
        }
    }

    private static bool IsOnlyBeside(EvidenceFile file, string code) => file.RuleSet.Find(code) is null && file.Beside?.Find(code) is not null;

    /// <summary>比例 of one row; false after reporting that it cannot be read or has no place there.</summary>
    private static bool Share(EvidenceFile file, CsvLine line, Column? column, Conclusion conclusion, ProjectDraft draft, out Amount? amount)
    {
        amount = null;
        if (EvidenceFile.TextOrNull(line, column) is not { } text)
        {
            return true;
        }

        if (conclusion is not (Conclusion.PartlyMet or Conclusion.Scored))
        {
            file.Reject(draft, Messages.ShareUnused, file.At(line, column), text, Words.Conclusions[conclusion]);
            return false;
        }

        amount = Read(text, column!.Unit, conclusion);
        if (amount is null)
        {
            file.Reject(draft, Messages.BadShare, file.At(line, column), text);
        }

        return amount is not null;
    }

    /// <summary>50% and 1/2 are shares, and so is 0.5 for 部分符合; 7.5 and 7.5分 are points for 打分.</summary>
    private static Amount? Read(string text, string? headerUnit, Conclusion conclusion)
    {
        if (Amount.Parse(text) is { IsShare: true, Value.IsZero: false } share)
        {
            return share;
        }

        var partly = conclusion == Conclusion.PartlyMet;
        return ValueText.Split(text) is var (number, unit) ? (unit.Length > 0 ? unit : headerUnit ?? "") switch
        {
            "%" or "％" => new Amount(number / Fraction.Hundred, true),
            "" => new Amount(number, partly),
            "分" when !partly => new Amount(number, false),
            _ => null,
        }
        : null;
    }
}
