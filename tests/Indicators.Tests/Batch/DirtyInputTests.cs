using System.IO.Compression;
using System.Text;
using Indicators.Csv;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Batch;

/// <summary>Whatever a file is like, the batch says what is wrong and where, scores the other projects, and loses nothing that was complete.</summary>
public sealed class DirtyInputTests : IDisposable
{
    private const string Header = "项目,名称,Q1_1,来源\n";

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("P1,甲,是,文\nP2,\"乙,是,文\nP3,丙,是,文\n", "P1 P3", "unclosed-quote 3")]
    [InlineData("P1,甲,是,文\nP2,乙,是\nP3,丙,是,文,多\nP4,丁,是,文\n", "P1 P4", "too-few-cells 3|too-many-cells 4")]
    [InlineData("P1,甲,是,文\nP2,乙\0,是,文\n", "P1", "nul-byte 3")]
    [InlineData("P1,甲,是,文\nP2,乙\"丙\",是,文\nP3,\"丁\"戊,是,文\nP4,己,否,文\n", "P1 P4", "malformed-row 3|malformed-row 4")]
    [InlineData("P1,\"甲\n乙\",是,文\nP2,丙,或许,文\n", "P1", "bad-yes-no 4")]
    [InlineData("P1,甲,是,文\n,乙,是,文\n\n,,,\n", "P1", "project-id-missing 3")]
    [InlineData("P1,甲,是,文\r\nP2,乙,否,文\r\n", "P1 P2", "")]
    public void Rows_that_cannot_be_read_cost_their_own_project(string rows, string scored, string rejected)
    {
        var batch = Batch(("项目.csv", Encoding.UTF8.GetBytes(Header + rows)));
        Assert.True(batch.Run.IsComplete);
        Assert.Equal(scored, string.Join(' ', batch.Rows.Keys));
        Assert.Equal(rejected, string.Join('|', batch.Reasons.Select(r => $"{r["编号"]} {r["行"]}")));
        Assert.All(batch.Reasons, r => Assert.True(r["原文"].Length > 0 || r["编号"] == "project-id-missing", "What stands in the file is not told."));
        Assert.Equal(batch.Run.Tally.Read, batch.Run.Tally.Scored + batch.Run.Tally.Rejected);
    }

    [Fact]
    public void A_row_longer_than_may_be_is_told_with_its_beginning()
    {
        var batch = Batch(("项目.csv", Encoding.UTF8.GetBytes($"{Header}P1,甲,是,文\nP2,{new string('长', 2_000_000)},是,文\nP3,丙,是,文\n")));
        Assert.Equal("P1 P3", string.Join(' ', batch.Rows.Keys));
        var reason = Assert.Single(batch.Reasons);
        Assert.Equal(("record-too-long", "3"), (reason["编号"], reason["行"]));
        Assert.InRange(reason["原文"].Length, 900, 1100);
    }

    [Fact]
    public void A_million_columns_are_as_many_headers_that_are_not_used()
    {
        var batch = Batch(("项目.csv", Encoding.UTF8.GetBytes($"项目,Q1_1{new string(',', 1_000_000)}\nP1,是{new string(',', 1_000_000)}\nP2,或许{new string(',', 1_000_000)}\n")));
        Assert.Equal("P1", string.Join(' ', batch.Rows.Keys));
        Assert.Equal("bad-yes-no", Assert.Single(batch.Reasons)["编号"]);
    }

    [Fact]
    public void Bytes_in_another_encoding_far_down_a_file_are_read_in_it()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"P{i},name,yes,x\n"));
        var bytes = CsvText.Gb18030.GetBytes($"project,name,Q1_1,source\n{rows}P20001,昆明市,否,文\n");
        Assert.Equal("昆明市", Batch(("项目.csv", bytes)).Rows["P20001"]["名称"]);
    }

    [Fact]
    public void Bytes_in_no_encoding_are_told_and_earlier_results_stay()
    {
        var bytes = (byte[])[.. Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"P{i},甲,是,文\n"))), 0xFF, 0xFF, 0xFF, (byte)'\n'];
        var problem = Stays("unknown-encoding", () => ("项目.csv", bytes));
        // In GB18030 a comma cannot end a character, and the name of the first project would have to.
        Assert.Equal((20_002, "认不出文件的编码：第 20002 行不是 UTF-8，第 2 行不是 GB18030"), (problem.Place.Line, problem.Text(Language.Chinese)));
    }

    [Theory]
    [InlineData(true, "EFBBBF50310A50320AFF0A", 3, "UTF-8")]
    [InlineData(false, "EFBBBF50310A50320A50330AE794", 4, "UTF-8")]
    [InlineData(true, "FFFE500031000A0000DC0A00", 2, "UTF-16")]
    [InlineData(false, "FEFF00500031000A000A0050D800000A", 3, "UTF-16")]
    public void A_mark_that_says_another_encoding_is_told_with_the_line_that_is_not_in_it(bool isZipped, string hex, int line, string encoding)
    {
        var bytes = Convert.FromHexString(hex);
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        var problem = Stays("unknown-encoding", () => isZipped ? ("项目.csv.gz", zipped.ToArray()) : ("项目.csv", bytes));
        Assert.Equal((line, $"认不出文件的编码：开头的标记说是 {encoding}，第 {line} 行却不是"), (problem.Place.Line, problem.Text(Language.Chinese)));
    }

    [Fact]
    public void A_compressed_file_that_is_cut_off_is_told_and_earlier_results_stay()
    {
        var random = new Random(3);
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(1, 20_000).Select(i => $"P{i},{random.Next()},是,文\n"))));
        }

        foreach (var length in new[] { zipped.Length - 1, zipped.Length - 9, zipped.Length / 2 })
        {
            Stays("gzip-damaged", () => ("项目.csv.gz", zipped.ToArray()[..(int)length]));
        }
    }

    [Fact]
    public void A_disk_that_is_full_is_told_and_earlier_results_stay()
    {
        if (!File.Exists("/dev/full"))
        {
            Assert.Skip("This system has no /dev/full.");
        }

        var rows = string.Concat(Enumerable.Range(1, 60_000).Select(i => $"P{i},甲,是,文\n"));
        Stays("write-failed", () =>
        {
            File.CreateSymbolicLink(Path.Combine(folder.Path, "out", "results.csv.part"), "/dev/full");
            return ("项目.csv", Encoding.UTF8.GetBytes(Header + rows));
        });
    }

    [Theory]
    [InlineData("项目,项目,Q1_1\nP1,P1,是\n", "duplicate-column")]
    [InlineData("名称,Q1_1\n甲,是\n", "missing-column")]
    [InlineData("", "csv-empty")]
    [InlineData("\n\n,,\n", "csv-empty")]
    [InlineData("项目,\"Q1_1\nP1,是\n", "unclosed-quote")]
    [InlineData("项目,Q1_1\n", "no-project")]
    public void A_file_of_which_no_row_can_be_trusted_is_told_and_earlier_results_stay(string text, string code) => Stays(code, () => ("项目.csv", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void What_a_spreadsheet_would_run_is_made_harmless()
    {
        var batch = Batch(("项目.csv", Encoding.UTF8.GetBytes($"{Header}=1+1,\"=HYPERLINK(\"\"x\"\")\",是,文\nP2,＝A1,@x,文\n")));
        Assert.Equal(("'=1+1", "'=HYPERLINK(\"x\")"), (batch.Rows.Keys.Single(), batch.Rows.Values.Single()["名称"]));
        Assert.Equal("'@x", Assert.Single(batch.Reasons)["原文"]);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>An error of the file as a whole: nothing is published, and what stood there before is as it was.</summary>
    private Diagnostic Stays(string code, Func<(string Name, byte[] Bytes)> file)
    {
        folder.Write("out/results.csv", "before");
        var (name, bytes) = file();
        Directory.CreateDirectory(Path.Combine(folder.Path, "in"));
        File.WriteAllBytes(Path.Combine(folder.Path, "in", name), bytes);
        var options = new Indicators.Batch.BatchOptions(
            [Path.Combine(folder.Path, "in")], Path.Combine(folder.Path, "out", "results.csv"), Path.Combine(folder.Path, "out", "rejects.csv"), new(false, false, false, Language.Chinese), 2, Resumes: false);
        var run = Indicators.Batch.BatchRun.Run(ShippedCases.Load("us-part").RuleSet!, options, _ => { }, TestContext.Current.CancellationToken);
        var problem = Assert.Single(run.Problems, p => p.Severity == Severity.Error);
        Assert.Equal(code, problem.Code);
        Assert.Equal((false, code == "write-failed"), (run.IsComplete, run.CanResume));
        Assert.Equal("before", folder.Read("out/results.csv"));
        return problem;
    }

    private BatchResults Batch((string Name, byte[] Bytes) file)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "in"));
        File.WriteAllBytes(Path.Combine(folder.Path, "in", file.Name), file.Bytes);
        return BatchResults.Of(ShippedCases.Load("us-part").RuleSet!, Path.Combine(folder.Path, "out"), Path.Combine(folder.Path, "in"));
    }
}
