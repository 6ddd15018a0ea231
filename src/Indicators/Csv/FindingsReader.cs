namespace Indicators.Csv;

/// <summary>评价意见.csv: one judgement a row.</summary>
internal static class FindingsReader
{
    public static void Read(CsvFile file, Columns columns, Diagnostics problems, Func<CsvLine, ProjectDraft?> find)
    {
        var required = new[] { EvidenceWords.Project, EvidenceWords.Point, EvidenceWords.Conclusion }.Select(c => columns.Require(c, problems)).ToList();
        Column? Optional(Bilingual name) => columns.Find(name.Zh, name.En);
        var (share, reason, document) = (Optional(EvidenceWords.Share), Optional(EvidenceWords.Reason), Optional(EvidenceWords.Document));
        var (kind, evaluator) = (Optional(EvidenceWords.Class), Optional(EvidenceWords.Evaluator));
        if (required is not [not null, { } point, { } conclusion])
        {
            return;
        }

        foreach (var line in file.Lines)
        {
            if (find(line) is not { } draft)
            {
                continue;
            }

            var written = Columns.Text(line, conclusion);
            var place = new Place(file.Path, line.Line, point.Index + 1);
            if (Words.Find(Words.Conclusions, written) is not { } found)
            {
                problems.Report(Messages.UnknownConclusion, place with { Column = conclusion.Index + 1 }, written, Words.Choices(Words.Conclusions));
                draft.Rejected = true;
                continue;
            }

            if (Amount(file, line, share, draft, problems) is not var (amount, isShare))
            {
                continue;
            }

            var evidenceClass = Class(file, line, kind, draft, problems);
            draft.Findings.Add(new Finding(Columns.Text(line, point), found, place)
            {
                Amount = amount,
                AmountIsShare = isShare,
                Reason = TextOrNull(line, reason),
                Document = TextOrNull(line, document),
                Evaluator = TextOrNull(line, evaluator),
                Standing = EvidenceWords.Standing(TextOrNull(line, document), evidenceClass),
            });
        }
    }

    /// <summary>The class of a row, checked against the known ones.</summary>
    public static string? Class(CsvFile file, CsvLine line, Column? column, ProjectDraft draft, Diagnostics problems)
    {
        if (TextOrNull(line, column) is not { } text || EvidenceWords.Classes.Any(c => c.Matches(text)))
        {
            return TextOrNull(line, column);
        }

        problems.Report(Messages.UnknownClass, new Place(file.Path, line.Line, column!.Index + 1), text, Words.Choices(EvidenceWords.Classes));
        draft.Rejected = true;
        return null;
    }

    /// <summary>比例: 50% is a share; 7.5 or 7.5分 are points for 打分.</summary>
    private static (Fraction? Amount, bool IsShare)? Amount(CsvFile file, CsvLine line, Column? column, ProjectDraft draft, Diagnostics problems)
    {
        if (TextOrNull(line, column) is not { } text)
        {
            return (null, false);
        }

        if (ValueText.Split(text) is var (number, unit) && unit is "" or "%" or "分")
        {
            return unit == "%" ? (number / Fraction.Hundred, true) : (number, false);
        }

        problems.Report(Messages.BadShare, new Place(file.Path, line.Line, column!.Index + 1), text);
        draft.Rejected = true;
        return null;
    }

    private static string? TextOrNull(CsvLine line, Column? column) => Columns.Text(line, column) is { Length: > 0 } text ? text : null;
}
