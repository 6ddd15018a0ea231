using System.Text.RegularExpressions;
using Indicators.Csv;

namespace Indicators.Tests;

/// <summary>One rule of a page with the evidence and the scores that the page gives for it.</summary>
internal sealed partial class PageExample
{
    public const string Dimension = "yaml dimension";

    private static readonly string[] NotEvidence = ["算法"];

    public List<(string Kind, string Text)> Blocks { get; } = [];

    /// <summary>The header and the rows of the table of scores.</summary>
    public string[][]? Scores { get; set; }

    /// <summary>得分 of the indicator, A1①得分 of another node, 总分, or 依据: what the score rests on.</summary>
    public static bool IsResult(string header) => header is "总分" or "依据" || header.EndsWith("得分", StringComparison.Ordinal);

    public bool Contains(string text) =>
        Blocks.Select(b => b.Text).Concat(Scores!.SelectMany(r => r)).Any(t => t.Contains(text, StringComparison.Ordinal));

    /// <summary>The results of a row as the page has them.</summary>
    public string Given(int row) => string.Join(" ", Results.Select(c => Scores![row + 1][c]));

    /// <summary>The results of every row, worked out.</summary>
    public List<string> WorkedOut()
    {
        using var files = RuleFiles((_, text) => text);
        using var folder = Evidence(text => text);
        var ruleSet = files.Sound();
        var set = Read(folder, ruleSet);
        Assert.Empty(set.Problems.Select(p => p.ToString()));
        var portfolio = ruleSet.NeedsPortfolio ? Portfolio.Of(ruleSet, set.Projects) : null;
        return [.. new ReferenceEvaluator(ruleSet).Evaluate(set.Projects, portfolio, TestContext.Current.CancellationToken)
            .Select(r => string.Join(" ", Results.Select(c => Result(Scores![0][c], r.Evaluation!))))];
    }

    /// <summary>The codes of all problems once a part of the example is written otherwise.</summary>
    public List<string> Problems(string written, string instead)
    {
        using var files = RuleFiles((_, text) => text.Replace(written, instead));
        using var folder = Evidence(text => text.Replace(written, instead));
        var (ruleSet, problems) = files.Load();
        return [.. problems.Concat(ruleSet is null ? [] : Read(folder, ruleSet).Problems).Select(p => p.Code)];
    }

    private IEnumerable<int> Results => Scores![0].Index().Where(h => IsResult(h.Item)).Select(h => h.Index);

    private string Result(string header, Evaluation evaluation)
    {
        var code = header == "总分" ? header : header is "得分" or "依据" ? Code : header[..^2];
        var score = evaluation.Total.Find(code) ?? throw new InvalidOperationException($"There is no node {code}.");
        return header == "依据" ? Words.Standings[score.Standing].Zh
            : score.State == ScoreState.NotApplicable ? "剔除"
            : score.State == ScoreState.Held ? "挂起"
            : score.Published.ToFixed(2) + (score.Held.IsZero ? "" : $"（挂起{score.Held.ToFixed(2)}）");
    }

    private string Code => CodeLine().Match(Blocks[0].Text).Groups["code"].Value;

    private TestRuleSet RuleFiles(Func<string, string, string> change)
    {
        string Of(string kind, string otherwise) => Blocks.Where(b => b.Kind == kind).Select(b => change(kind, b.Text)).FirstOrDefault(otherwise);
        var files = new TestRuleSet(
            ("rule-set.yaml", $"{TestRuleSet.Header}\n{Of("yaml rule-set", "")}"),
            ("evidence.yaml", Of("yaml evidence", "数据: {备注: 文本}")));
        foreach (var (i, block) in Blocks.Where(b => b.Kind == Dimension).Index())
        {
            files.Write($"dimension{i}.yaml", change(Dimension, block.Text));
        }

        if (Of("yaml", "") is { Length: > 0 } indicator)
        {
            // The indicator as a rule file holds it; the points up to 100 belong to one that nobody earns.
            files.Write("output.yaml", $"一级指标: 产出\n二级指标:\n  - 名称: 产出项\n    三级指标:\n      - {indicator.Replace("\n", "\n        ")}\n");
            var rest = 100 - int.Parse(WeightLine().Match(Blocks[0].Text).Groups["weight"].Value, System.Globalization.CultureInfo.InvariantCulture);
            files.Write("rest.yaml", $"一级指标: 其他\n二级指标:\n  - 名称: 其他项\n    三级指标: [{{编号: Z1, 名称: 其余, 分值: {rest}, 符合: 1 = 2}}]\n");
        }

        return files;
    }

    /// <summary>The rows of the score table as 项目.csv, numbered from 1, and the CSV blocks under their names.</summary>
    private TestFolder Evidence(Func<string, string> change)
    {
        var fields = Scores![0].Index().Where(h => !IsResult(h.Item) && !NotEvidence.Contains(h.Item) && h.Item != "项目").ToList();
        var lines = Scores.Index().Select(r => string.Join(',', fields.Select(f => $"\"{r.Item[f.Index]}\"").Prepend(r.Index == 0 ? "项目" : $"{r.Index}")));
        return new TestFolder(
            [("项目.csv", change(string.Join('\n', lines))), .. Blocks.Where(b => b.Kind.StartsWith("csv ", StringComparison.Ordinal)).Select(b => (b.Kind[4..], change(b.Text)))]);
    }

    private static EvidenceSet Read(TestFolder folder, RuleSet ruleSet) => EvidenceReader.Read(folder.Path, ruleSet);

    [GeneratedRegex(@"^编号: (?<code>\S+)$", RegexOptions.Multiline)]
    private static partial Regex CodeLine();

    [GeneratedRegex(@"^分值: (?<weight>\d+)$", RegexOptions.Multiline)]
    private static partial Regex WeightLine();
}
