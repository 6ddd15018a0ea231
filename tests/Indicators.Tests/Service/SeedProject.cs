namespace Indicators.Tests.Service;

/// <summary>The seed's evidence, sent as text so that the service reads what the CSV reader reads.</summary>
internal static class SeedProject
{
    public const string RuleSet = "kunming-2017";

    public static V1.Project Make()
    {
        var project = new V1.Project { Id = "KM-2017-01", Name = "开展百万职工百工种的岗位技术练兵" };
        foreach (var row in Rows("数据.csv"))
        {
            project.Fields.Add(new V1.Field { Name = row[1], Value = new V1.Value { Text = row[2] }, Source = row[3], EvidenceClass = Class(row[4]) });
        }

        foreach (var (table, columns) in new[] { ("行业大类", new[] { "名称" }), ("表彰", ["称号", "数量", "业绩起", "表彰日期"]) })
        {
            var sent = new V1.Table { Name = table };
            foreach (var row in Rows($"{table}.csv"))
            {
                var cells = columns.Select((c, i) => (c, new V1.Value { Text = row[i + 1] })).ToDictionary();
                sent.Rows.Add(new V1.Row { Cells = { cells }, Source = row[^2], EvidenceClass = Class(row[^1]) });
            }

            project.Tables.Add(sent);
        }

        foreach (var row in Rows("评价意见.csv"))
        {
            var conclusion = row[2] == "符合" ? V1.Conclusion.Met : V1.Conclusion.NotMet;
            project.Findings.Add(new V1.Finding { Code = row[1], Conclusion = conclusion, Reason = row[4], Document = row[5], EvidenceClass = Class(row[6]) });
        }

        return project;
    }

    private static V1.EvidenceClass Class(string word) => word == "自述" ? V1.EvidenceClass.Claim : V1.EvidenceClass.Unspecified;

    /// <summary>The sample's files have no quotes, so that a plain split reads them.</summary>
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.Path("samples", "kunming-2017", file)).Skip(1).Select(l => l.Split(','));
}
