using CsvHelper;
using Indicators.V1;

namespace ScoreClient;

/// <summary>CSV files as the service takes them: every cell as text, which it reads as it would read the file.</summary>
internal static class Evidence
{
    private static readonly string[] About = ["项目", "来源", "类别"];

    /// <summary>A project from a folder: 项目.csv, its name; 数据.csv, a row a value; 评价意见.csv, what was found; every other file a table.</summary>
    public static Project OfFolder(string folder, string id)
    {
        var project = new Project { Id = id };
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv"))
        {
            var rows = Rows(path).Where(r => r["项目"] == id).ToList();
            switch (Path.GetFileNameWithoutExtension(path))
            {
                case "项目":
                    project.Name = rows[0]["名称"];
                    break;
                case "数据":
                    project.Fields.Add(rows.Select(r => Field(r["字段"], r["值"], r)));
                    break;
                case "评价意见":
                    project.Findings.Add(rows.Select(Finding));
                    break;
                case var table:
                    project.Tables.Add(new Table { Name = table, Rows = { rows.Select(Row) } });
                    break;
            }
        }

        return project;
    }

    /// <summary>Projects from a file with a row for each.</summary>
    public static IEnumerable<Project> OfRows(string path) => Rows(path).Select(row => new Project
    {
        Id = row["项目"],
        Name = row["名称"],
        Fields = { row.Where(c => c.Key != "名称" && !About.Contains(c.Key) && c.Value.Length > 0).Select(c => Field(c.Key, c.Value, row)) },
    });

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = true });
        while (csv.Read())
        {
            yield return csv.Headers.Select((header, i) => (header, csv.GetString(i))).ToDictionary();
        }
    }

    private static Field Field(string name, string value, Dictionary<string, string> row) =>
        new() { Name = name, Value = new Value { Text = value }, Source = row.GetValueOrDefault("来源", ""), EvidenceClass = Class(row) };

    private static Row Row(Dictionary<string, string> row) => new()
    {
        Cells = { row.Where(c => !About.Contains(c.Key)).ToDictionary(c => c.Key, c => new Value { Text = c.Value }) },
        Source = row.GetValueOrDefault("来源", ""),
        EvidenceClass = Class(row),
    };

    private static Finding Finding(Dictionary<string, string> row) => new()
    {
        Code = row["要点"],
        Conclusion = row["结论"] == "符合" ? Conclusion.Met : Conclusion.NotMet,
        Reason = row["理由"],
        Document = row["佐证"],
        EvidenceClass = Class(row),
    };

    private static EvidenceClass Class(Dictionary<string, string> row) => row.GetValueOrDefault("类别", "") == "自述" ? EvidenceClass.Claim : EvidenceClass.Unspecified;
}
