using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using Indicators.Csv;
using Indicators.Methods;

namespace Indicators.Sampling;

/// <summary>
/// Made-up evidence of many projects for a rule set: fields, tables and findings, with missing states, contradictions and a few
/// cells that cannot be read. Every row says that it is made up.
/// </summary>
public sealed class SamplePortfolio
{
    private const string Source = "合成";
    private const int DefaultYear = 2025;

    private readonly RuleSet ruleSet;
    private readonly ulong seed;
    private readonly SampleTexts texts;
    private readonly SampleValues values;
    private readonly int year;

    /// <param name="ruleSet">The rules that the evidence is for.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public SamplePortfolio(RuleSet ruleSet, ulong seed)
    {
        year = ruleSet.Year ?? DefaultYear;
        (this.ruleSet, this.seed, texts) = (ruleSet, seed, new SampleTexts(ruleSet));
        values = new SampleValues(seed, year, texts);
    }

    /// <summary>Writes one file after another into an empty folder, a project at a time.</summary>
    /// <param name="folder">Is made where it is not there.</param>
    /// <param name="projects">How many.</param>
    /// <param name="cancel">Stops between projects.</param>
    /// <returns>The names of the files.</returns>
    public ImmutableArray<string> Write(string folder, long projects, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var files = new List<(string Name, ImmutableArray<string> Header, Func<long, IEnumerable<string[]>> Rows)>
        {
            (EvidenceWords.ProjectsFile.Zh, ["项目", "名称", .. ruleSet.Schema.Fields.Select(Header), "来源"], i => [Fields(i)]),
        };
        files.AddRange(ruleSet.Schema.Tables.Select(t => ($"{t.Name}.csv", (ImmutableArray<string>)["项目", .. t.Columns.Select(Header), "来源"], (Func<long, IEnumerable<string[]>>)(i => Rows(t, i)))));
        if (ruleSet.Root.Leaves.Any(l => l.Method!.IsJudged))
        {
            files.Add((EvidenceWords.FindingsFile.Zh, ["项目", "要点", "结论", "比例", "理由", "佐证"], Findings));
        }

        foreach (var (name, header, rows) in files)
        {
            using var writer = CsvWriter.Create(new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(false)), new CsvWriterOptions { NewLine = "\n" }, leaveOpen: false);
            Record(writer, header);
            for (var i = 1L; i <= projects; i++)
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var row in rows(i))
                {
                    Record(writer, row);
                }
            }
        }

        return [.. files.Select(f => f.Name)];
    }

    private static void Record(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.EndRecord();
    }

    /// <summary>Money without a unit of its own says it in each cell.</summary>
    private static string Header(FieldDefinition field) => field.Type is { Kind: FieldKind.Money, Unit: { } unit } ? $"{field.Name}({unit})" : field.Name;

    private static string Id(long project) => $"P{project.ToString("00000000", CultureInfo.InvariantCulture)}";

    private string[] Fields(long project) =>
    [
        Id(project), $"合成项目{project.ToString(CultureInfo.InvariantCulture)}", .. ruleSet.Schema.Fields.Select(f => values.Cell(f, project, "", !f.Required)), SourceOf(project, "项目"),
    ];

    /// <summary>One in twenty is a claim without a document.</summary>
    private string SourceOf(long project, string about) => new Dice(seed, project, $"{about} 来源").Chance(50) ? "" : Source;

    private IEnumerable<string[]> Rows(TableDefinition table, long project)
    {
        var dice = new Dice(seed, project, table.Name);
        var count = table.Survey is not { } survey ? dice.Between(2, 5) : survey.CountColumn is null ? survey.Minimum + dice.Next(10) : survey.Options.Count;
        for (var row = 0; row < count; row++)
        {
            yield return [Id(project), .. table.Columns.Select(c => Cell(table, c, project, row, ref dice)), SourceOf(project, $"{table.Name}{row}")];
        }
    }

    private string Cell(TableDefinition table, FieldDefinition column, long project, int row, ref Dice dice)
    {
        if (table.Survey is { } survey && column.Name == survey.OptionColumn)
        {
            // The better answers are given more often.
            var options = survey.Options.OrderByDescending(o => o.Value).ThenBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Key).ToList();
            return survey.CountColumn is null ? options[Math.Min(dice.Next(options.Count), dice.Next(options.Count))] : options[row];
        }

        if (column.Name == table.Survey?.CountColumn)
        {
            return dice.Between(1, 90 / (row + 1)).ToString(CultureInfo.InvariantCulture);
        }

        return !table.Key.Contains(column.Name) ? values.Cell(column, project, $"{table.Name}{row}", !column.Required)
            : column.Type.Kind switch
            {
                FieldKind.Number => (row + 1).ToString(CultureInfo.InvariantCulture),
                FieldKind.Date => new DateOnly(year, row + 1, 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                // A word of the rules, where another column of the key tells the rows apart.
                FieldKind.Text when texts.Of(column.Name) is { Length: > 1 } words => table.Key.Length > 1 ? dice.Pick(words) : row < words.Length ? words[row] : $"{column.Name}{(row + 1).ToString(CultureInfo.InvariantCulture)}",
                _ => column.Name.Contains('年') ? (year - row).ToString(CultureInfo.InvariantCulture) : $"{column.Name}{(row + 1).ToString(CultureInfo.InvariantCulture)}",
            };
    }

    private IEnumerable<string[]> Findings(long project)
    {
        foreach (var leaf in ruleSet.Root.Leaves.Where(l => l.Method!.IsJudged))
        {
            var dice = new Dice(seed, project, leaf.Code);
            if (dice.Chance(15))
            {
                continue;
            }

            var (conclusion, share) = Conclude(leaf, ref dice);
            yield return [Id(project), leaf.Code, conclusion, share, conclusion is "符合" ? "" : "合成的理由", dice.Chance(50) ? "" : "合成的佐证"];
        }
    }

    private static (string Conclusion, string Share) Conclude(Node leaf, ref Dice dice)
    {
        if (dice.Chance(10))
        {
            return (dice.Pick(["无法考核", "未提供", "不适用"]), "");
        }

        if (!leaf.Method!.Levels.IsEmpty)
        {
            var level = dice.Chance(700) ? leaf.Method.Levels[0] : dice.Pick(leaf.Method.Levels);
            return (level.Name, $"{((level.Low + (level.High - level.Low) * new Fraction(dice.Next(101), 100)) * Fraction.Hundred).ToShortest(4)}%");
        }

        if (dice.Chance(780))
        {
            return ("符合", "");
        }

        return leaf.Method is not JudgedMethod ? ("缺陷", "")
            : leaf.PartialAllowed && dice.Chance(600) ? ("部分符合", $"{dice.Between(1, 19) * 5}%")
            : ("不符合", "");
    }
}
