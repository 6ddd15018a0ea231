using System.Text.Json;
using Indicators.Archive;
using Indicators.Tests.Archive;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators archive</c>, and a batch that is kept, as their user sees them.</summary>
public sealed class ArchiveCommandTests
{
    private static readonly string[] Rules = [Repository.Path("rules", "kunming-2016"), Repository.Path("rules", "kunming-2017")];

    private static string City(string year) => Repository.Path("samples", "city", year);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_city_is_kept_proved_scored_again_and_compared(string kind)
    {
        using var database = new ArchiveDatabase(kind);
        using var folder = new TestFolder();
        foreach (var (year, rules) in new[] { ("2016", Rules[0]), ("2017", Rules[1]) })
        {
            var kept = await CliRun.Of("batch", City(year), "--rules", rules, "--out", Path.Combine(folder.Path, "r.csv"), "--archive", database.Address, "--kept-by", "甲");
            Assert.Equal((0, ""), (kept.ExitCode, kept.Error));
            Assert.Contains(kept.Lines, l => l.StartsWith("存进档案 38 条；head ", StringComparison.Ordinal));
        }

        var head = (await CliRun.Of("archive", "head", database.Address)).Output.Trim();
        Assert.Equal(76, Head.Parse(head)!.Sequence);
        Assert.Equal($"76 条都完好；head {head}", (await CliRun.Of("archive", "verify", database.Address, "--head", head)).Output.Trim());
        var replayed = await CliRun.Of("archive", "replay", database.Address, "--rules", Rules[1], "--rule-set", "kunming-2017");
        Assert.Equal((0, "再评：相同 38，不同 0，规则不在或要同别的项目比较的 0"), (replayed.ExitCode, replayed.Output.Trim()));
        var listed = (await CliRun.Of("archive", "list", database.Address, "--project", "KM-2017-01")).Lines.Where(l => l.Length > 0).ToList();
        Assert.Equal(["60.14 分 中", "51.25 分 差"], listed.Select(l => string.Join(' ', l.Split(' ')[^3..])));
        var shown = JsonDocument.Parse((await CliRun.Of("archive", "show", database.Address, "--entry", "76")).Output).RootElement;
        Assert.Equal(("KM-2017-01", "51.25", "甲"), (shown.GetProperty("evidence").GetProperty("id").GetString(), shown.GetProperty("scores").GetProperty("total").GetString(), shown.GetProperty("keptBy").GetString()));

        // The same comparison from what was kept as from the files.
        string[] rulesOfYears = ["--rules", Rules[0], "--rules", Rules[1]];
        var files = await CliRun.Of(["compare", City("2016"), City("2017"), .. rulesOfYears, "--by", "承办单位"]);
        var archived = await CliRun.Of(["compare", $"archive:{database.Address}", $"archive:{database.Address}", .. rulesOfYears, "--by", "承办单位"]);
        Assert.Equal((0, files.Output), (archived.ExitCode, archived.Output));
        var project = await CliRun.Of(["compare", $"archive:{database.Address}", City("2017"), .. rulesOfYears, "--project", "KM-2017-01"]);
        Assert.Contains("  总分 60.14 → 51.25（-8.89） = 佐证 -4.595 + 规则 -4.295", project.Lines);
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        using var database = new ArchiveDatabase("sqlite");
        using var folder = new TestFolder();
        await CliRun.Of("batch", City("2017"), "--rules", Rules[1], "--out", Path.Combine(folder.Path, "r.csv"), "--archive", database.Address);
        database.Tamper("update entry set total = '99.00' where sequence = 7");
        var run = await CliRun.Of("archive", "verify", database.Address);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("第 7 条：内容被改过。到 6:", run.Error);
        run = await CliRun.Of("archive", "verify", database.Address, "--lang", "en");
        Assert.StartsWith("entry 7: something of it was changed.", run.Error);
    }

    [Theory]
    [InlineData("archive", "没有说要做什么")]
    [InlineData("archive look a.db", "选项 ACTION 的值“look”不可用，可用：head、verify、list、show、replay")]
    [InlineData("archive verify nowhere.db", "找不到“nowhere.db”")]
    [InlineData("archive verify a.db --head 12", "“12”不是 head")]
    public async Task Wrong_usage_says_what_to_do(string line, string expected)
    {
        var run = await CliRun.Of(line.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_refused()
    {
        using var folder = new TestFolder(("a.db", "no database at all, but long enough to be one"));
        var run = await CliRun.Of("archive", "verify", Path.Combine(folder.Path, "a.db"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("打不开档案", run.Error);
        run = await CliRun.Of("compare", $"archive:{Path.Combine(folder.Path, "none.db")}", City("2017"), "--rules", Rules[0], "--rules", Rules[1], "--project", "x");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("打不开档案", run.Error);
    }
}
