using System.Globalization;
using System.IO.Compression;
using System.Text;
using Indicators.Batch;
using Indicators.Csv;
using Indicators.Sampling;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Batch;

/// <summary>A batch gives every project the score that it has when all are read into memory and scored by the reference.</summary>
public sealed class BatchRunTests : IDisposable
{
    private const int Projects = 120;

    private readonly TestFolder folder = new();

    public static TheoryData<string> ShippedRuleSets => [.. ShippedCases.Scoring];

    [Theory]
    [MemberData(nameof(ShippedRuleSets))]
    public void Every_project_has_the_score_that_the_reference_gives_it(string name)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        var sample = Sample(ruleSet);
        var batch = BatchResults.Of(ruleSet, Out("out"), sample);
        Same(ruleSet, sample, batch);
    }

    [Theory]
    [InlineData("{比: 均值, 来自: 项目库, 按比例: 均值}")]
    [InlineData("{比: 极差, 来自: 项目库, 方向: ≤}")]
    [InlineData("{比: 名次, 来自: 项目库, 分档: {≤ 10: 100%, ≤ 60: 50%, 其余: 0}}")]
    [InlineData("{比: 名次, 来自: 项目库, 方向: ≤, 分档: {≤ 10: 100%, ≤ 60: 50%, 其余: 0}}")]
    public void Projects_are_compared_with_all_others_that_can_be_scored(string peers)
    {
        using var rules = TestRuleSet.WithNode($"取值: 实际 / 计划\n同类: {peers}");
        var ruleSet = rules.Sound();
        var sample = Sample(ruleSet);
        var batch = BatchResults.Of(ruleSet, Out("out"), Wide, 2, 1 << 10, sample);
        Same(ruleSet, sample, batch);
        Assert.True(batch.Run.Tally.Rejected > 0 && batch.Rows.Values.Select(r => r["总分"]).Distinct().Count() > 1, "The sample tells nothing.");
    }

    [Fact]
    public void Bytes_are_the_same_for_any_number_of_threads_and_any_size_of_block_and_in_any_culture()
    {
        var ruleSet = ShippedCases.Load("kunming-2017").RuleSet!;
        var sample = Sample(ruleSet);
        var one = BatchResults.Of(ruleSet, Out("one"), sample);
        var (before, german) = (CultureInfo.CurrentCulture, (CultureInfo)CultureInfo.InvariantCulture.Clone());
        (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = german;
        foreach (var (threads, block) in new[] { (2, 1), (5, 3000), (3, 1 << 20) })
        {
            var other = BatchResults.Of(ruleSet, Out($"{threads}"), Wide, threads, block, sample);
            Assert.Equal((one.Results, one.Rejects), (other.Results, other.Rejects));
        }

        (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, null);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GB18030")]
    [InlineData("UTF-8 with a mark")]
    [InlineData("UTF-16")]
    [InlineData("rows of children in another order")]
    [InlineData("projects in another order")]
    public void However_the_files_are_written_the_scores_are_the_same(string how)
    {
        var ruleSet = ShippedCases.Load("kunming-2017").RuleSet!;
        var sample = Sample(ruleSet);
        var expected = BatchResults.Of(ruleSet, Out("expected"), sample);
        foreach (var file in Directory.GetFiles(sample))
        {
            Rewrite(file, how);
        }

        var found = BatchResults.Of(ruleSet, Out("found"), sample);
        if (how == "projects in another order")
        {
            Assert.Equal(expected.Results.Split('\n').Order(StringComparer.Ordinal), found.Results.Split('\n').Order(StringComparer.Ordinal));
            var written = File.ReadLines(Path.Combine(sample, "项目.csv")).Skip(1).Select(l => l.Split(',')[0]).ToList();
            Assert.Equal(written.Where(found.Rows.ContainsKey), found.Rows.Keys);
        }
        else
        {
            Assert.Equal(expected.Results, found.Results);
        }

        Assert.Equal(expected.Reasons.Select(r => (r["项目"], r["原文"], r["编号"])).Order(), found.Reasons.Select(r => (r["项目"], r["原文"], r["编号"])).Order());
    }

    [Fact]
    public void A_long_file_with_the_rows_of_a_project_scattered_is_put_in_the_order_in_which_projects_first_appear()
    {
        var ruleSet = ShippedCases.Load("us-part").RuleSet!;
        var field = ruleSet.Schema.Fields.First(f => f.Type.Kind is FieldKind.YesNo or FieldKind.Number);
        var value = field.Type.Kind == FieldKind.YesNo ? "是" : "5";
        folder.Write("长/数据.csv", $"项目,字段,值,来源\n乙,{field.Name},{value},甲\n甲,{field.Name},{value},甲\n乙,没有这个,1,甲\n丙,{field.Name},{value},甲\n");
        var batch = BatchResults.Of(ruleSet, Out("out"), Path.Combine(folder.Path, "长"));
        Same(ruleSet, Path.Combine(folder.Path, "长"), batch);
        Assert.Equal(["甲", "丙"], batch.Rows.Keys);
        Assert.Equal("unknown-field", Assert.Single(batch.Reasons)["编号"]);
    }

    [Fact]
    public void Projects_that_stand_twice_and_rows_of_projects_that_do_not_exist_are_told_with_the_lines()
    {
        var ruleSet = ShippedCases.Load("kunming-2017").RuleSet!;
        var sample = Sample(ruleSet);
        var projects = File.ReadAllLines(Path.Combine(sample, "项目.csv"));
        File.WriteAllLines(Path.Combine(sample, "项目.csv"), [.. projects, projects[3], projects[5], ",无名,," + string.Concat(Enumerable.Repeat(",", projects[0].Count(c => c == ',') - 3))]);
        File.AppendAllText(Path.Combine(sample, "评价意见.csv"), "P0000001x,A11,符合,,,\nP0000001x,A12,符合,,,\n,A11,符合,,,\n");
        var batch = BatchResults.Of(ruleSet, Out("out"), sample);
        var last = projects.Length;
        Assert.Equal([("P00000003", "4", $"{last + 1}"), ("P00000005", "6", $"{last + 2}"), ("P00000003", $"{last + 1}", "4"), ("P00000005", $"{last + 2}", "6")],
            batch.Reasons.Where(r => r["编号"] == "duplicate-project").Select(r => (r["项目"], r["行"], System.Text.RegularExpressions.Regex.Match(r["原因"], "第 (\\d+) 行").Groups[1].Value)));
        Assert.Equal(3, batch.Run.Tally.LostRows);
        Assert.Contains(batch.Reasons, r => r["编号"] == "unknown-project" && r["原文"] == "P0000001x" && r["原因"].Contains("P0000001", StringComparison.Ordinal));
        Assert.Equal(2, batch.Reasons.Count(r => r["编号"] == "project-id-missing"));
        Assert.Equal(Projects + 3, batch.Run.Tally.Read);
        var read = EvidenceReader.Read(sample, ruleSet);
        Assert.Equal(read.Projects.Select(p => p.Id), batch.Rows.Keys);
    }

    [Fact]
    public void Long_results_have_a_row_for_each_indicator_and_say_why_where_asked()
    {
        var ruleSet = ShippedCases.Load("kunming-2017").RuleSet!;
        var batch = BatchResults.Of(ruleSet, Out("out"), new BatchFormat(true, true, false, Language.Chinese), 2, 1 << 12, Repository.Path("samples", "kunming-2017"));
        var rows = batch.Results.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + ruleSet.Root.All.Count(n => n.Level == Level.Indicator), rows.Length);
        Assert.Contains(rows, r => r.Contains(",C11,竞赛场次完成率,8.00,8.00,已评分,0.00,8.00,0.00,0.00,F01 F03,实际竞赛场次17 ÷ 计划竞赛场次12 = 141.67%", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains(",3.00,,挂起,3.00,", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private static BatchFormat Wide => new(IsLong: false, Explains: false, Marked: false, Language.Chinese);

    /// <summary>Compares with all projects in memory, scored by the reference.</summary>
    private static void Same(RuleSet ruleSet, string evidence, BatchResults batch)
    {
        Assert.True(batch.Run.IsComplete, string.Join('\n', batch.Run.Problems));
        var read = EvidenceReader.Read(evidence, ruleSet);
        var tally = batch.Run.Tally;
        Assert.Equal((read.Projects.Length + read.Rejected.Length, read.Projects.Length, read.Rejected.Length), (tally.Read, tally.Scored, tally.Rejected));
        Assert.Equal(read.Projects.Select(p => p.Id), batch.Rows.Keys);
        Assert.Equal(read.Rejected.Order(StringComparer.Ordinal), batch.Reasons.Select(r => r["项目"]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            read.Problems.Where(p => p.Severity == Severity.Error).Select(p => (p.Place.File, $"{p.Place.Line}", p.Code, p.Text(Language.Chinese), p.Remedy(Language.Chinese))).Order(),
            batch.Reasons.Select(r => (r["文件"], r["行"], r["编号"], r["原因"], r["改法"])).Order());
        foreach (var result in new ReferenceEvaluator(ruleSet).Evaluate(read.Projects, Portfolio.Of(ruleSet, read.Projects), TestContext.Current.CancellationToken))
        {
            Same(result.Evaluation!, batch.Rows[result.Project.Id]);
        }
    }

    private static void Same(Evaluation evaluation, Dictionary<string, string> row)
    {
        Assert.Equal(evaluation.IsGraded ? evaluation.Grade.Name : "", row["等级"]);
        Assert.Equal(string.Join(' ', evaluation.Flags.Select(f => f.Code)), row["疑点"]);
        Assert.Equal(string.Join(' ', evaluation.UndecidedFlags.Select(f => f.Code)), row["待定疑点"]);
        Assert.Equal(evaluation.Total.Held.ToFixed(evaluation.Total.Node.Places), row["挂起"]);
        Assert.Equal(evaluation.Total.Resting.Evidence.ToFixed(evaluation.Total.Node.Places), row["佐证"]);
        Assert.Equal(evaluation.Total.Resting.Claim.ToFixed(evaluation.Total.Node.Places), row["自述"]);
        Assert.Equal(evaluation.Total.Resting.Nothing.ToFixed(evaluation.Total.Node.Places), row["无依据"]);
        foreach (var score in evaluation.Total.All.Where(s => s.Node.Level is Level.Total or Level.Dimension or Level.Indicator))
        {
            var column = score.Node.Level == Level.Total ? "总分" : score.Node.Code == score.Node.Name ? score.Node.Code : $"{score.Node.Code} {score.Node.Name}";
            Assert.Equal(score.State switch { ScoreState.Held => "挂起", ScoreState.NotApplicable => "不适用", _ => score.Published.ToFixed(score.Node.Places) }, row[column]);
        }
    }

    private string Sample(RuleSet ruleSet)
    {
        var path = Path.Combine(folder.Path, "样本");
        new SamplePortfolio(ruleSet, 11).Write(path, Projects, TestContext.Current.CancellationToken);
        return path;
    }

    private string Out(string name) => Path.Combine(folder.Path, name);

    private static void Rewrite(string file, string how)
    {
        var text = File.ReadAllText(file);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        switch (how)
        {
            case "gzip":
                using (var zipped = new GZipStream(File.Create(file + ".gz"), CompressionLevel.Fastest))
                {
                    zipped.Write(Encoding.UTF8.GetBytes(text));
                }

                File.Delete(file);
                break;
            case "GB18030":
                File.WriteAllBytes(file, CsvText.Gb18030.GetBytes(text));
                break;
            case "UTF-8 with a mark":
                File.WriteAllText(file, text, new UTF8Encoding(true));
                break;
            case "UTF-16":
                File.WriteAllText(file, text, Encoding.Unicode);
                break;
            default:
                if (how == "projects in another order" || !file.EndsWith("项目.csv", StringComparison.Ordinal))
                {
                    var random = new Random(5);
                    File.WriteAllText(file, string.Join('\n', [lines[0], .. lines[1..].OrderBy(_ => random.Next())]) + "\n");
                }

                break;
        }
    }
}
