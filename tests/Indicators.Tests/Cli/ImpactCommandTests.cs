using System.Diagnostics;
using System.Text.Json;
using Indicators.Tests.Loading;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators impact</c> as its user sees it.</summary>
public sealed class ImpactCommandTests : IDisposable
{
    private const string Projects = "项目,名称,实际,计划,已验收,满意度\nP1,甲（合成）,9,12,是,85%\nP2,乙（合成）,12,12,否,95%\nP3,丙（合成）,3,12,是,\n";

    private readonly RuleSetFamily family = new();
    private readonly TestFolder evidence = new(("项目.csv", Projects));

    public ImpactCommandTests() => Edited("new", output: RuleSetFamily.Output.Replace("按比例: 100%", "按比例: {目标: 75%}"));

    [Fact]
    public async Task Two_folders_are_compared_and_the_movers_explained()
    {
        // A1 of P1 is 9/12 × 40 = 30 and then, three quarters being enough, 40; of P3 10 and then 3/12 ÷ 75% × 40 = 13.33.
        var run = await Impact("--from", family.Path("base"), "--to", family.Path("new"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("项目      读入 3 = 比较 3 + 未比较 0", run.Lines);
        Assert.Contains("总分      上升 2 · 下降 0 · 不变 1（其中任一边有挂起的 3）", run.Lines);
        Assert.Contains("  P1 甲（合成）", run.Lines);
        Assert.Contains("    总分 65.00 → 75.00（+10.00） · 等级 中 · 名次 2 → 1", run.Lines);
        Assert.Contains("    A1 完成率  30.00 → 40.00 (+10.00)", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("      改动：阈值：实际 ÷ 计划达到 100% 得满分", StringComparison.Ordinal));
        Assert.Contains("      改前：实际9 ÷ 计划12 = 75%，未达到≥100%，按完成率75.00%×40.00分计分，得30.00分", run.Lines);
        Assert.Contains("      改后：实际9 ÷ 计划12 = 75%，达到满分标准(≥75%)，得40.00分", run.Lines);
    }

    [Fact]
    public async Task Columns_line_up_below_Chinese_names()
    {
        var run = await Impact("--from", family.Path("base"), "--to", family.Path("new"));
        var table = run.Lines.SkipWhile(l => l != "得分有变化的指标（1）").Skip(1).Take(2).ToList();
        Assert.StartsWith("  A1 完成率", table[1], StringComparison.Ordinal);
        Assert.Single(table.Select(Indicators.Cli.TextWidth.Of).Distinct());
    }

    [Fact]
    public async Task English_says_the_same_and_top_limits_the_movers()
    {
        var run = await Impact("--from", family.Path("base"), "--to", family.Path("new"), "--lang", "en", "--top", "1");
        Assert.Contains("Total     up 2 · down 0 · unchanged 1 (held points on either side: 3 of all)", run.Lines);
        Assert.Contains("Biggest movers (1 of 2)", run.Lines);
        Assert.DoesNotContain(run.Lines, l => l.StartsWith("  P3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_agrees_with_the_text()
    {
        var run = await Impact("--from", family.Path("base"), "--to", family.Path("new"), "--format", "json");
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(3, json.GetProperty("counts").GetProperty("read").GetInt32());
        Assert.Equal((2, 0, 1), (Total("up"), Total("down"), Total("unchanged")));
        var first = json.GetProperty("projects")[0];
        Assert.Equal(("P1", "10.00", "75.00"), (first.GetProperty("id").GetString(), first.GetProperty("change").GetString(), first.GetProperty("after").GetProperty("total").GetString()));
        Assert.EndsWith("得40.00分", first.GetProperty("indicators")[0].GetProperty("sentenceAfter").GetString(), StringComparison.Ordinal);
        var all = JsonDocument.Parse((await Impact("--from", family.Path("base"), "--to", family.Path("base"), "--format", "json", "--all")).Output).RootElement;
        Assert.Equal((false, 3), (all.GetProperty("moved").GetBoolean(), all.GetProperty("projects").GetArrayLength()));

        int Total(string name) => json.GetProperty("totals").GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Where_nothing_moves_it_says_so() => Assert.Contains(
        "没有任何变化：所有项目的得分、等级、名次和疑点都和改前一样",
        (await Impact("--from", family.Path("base"), "--to", family.Path("base"))).Lines);

    [Fact]
    public async Task A_project_that_one_side_rejects_is_reported_with_the_reason()
    {
        Edited("new", evidence: TestRuleSet.Evidence.Replace("满意度: 百分比", "满意度: {类型: 百分比, 必填: 是}"));
        var run = await Impact("--from", family.Path("base"), "--to", family.Path("new"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("项目      读入 3 = 比较 2 + 未比较 1", run.Lines);
        Assert.Contains("  只在改后未评分（1）：P3", run.Lines);
        Assert.Contains("    required-missing（1 个项目）：", run.Output);
        var json = JsonDocument.Parse((await Impact("--from", family.Path("base"), "--to", family.Path("new"), "--format", "json")).Output).RootElement.GetProperty("counts");
        Assert.Equal((3, 2), (json.GetProperty("read").GetInt32(), json.GetProperty("compared").GetInt32()));
        Assert.Equal("required-missing", json.GetProperty("rejectedAfter")[0].GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_only_one_side_knows_is_no_problem_of_the_other()
    {
        Edited(
            "new",
            evidence: TestRuleSet.Evidence.Replace("  说明书: 文本", "  说明书: 文本\n  投诉: 数") + "\n表: {巡查: {键: 次, 列: {次: 文本, 结果: 数}}}",
            output: RuleSetFamily.Output.Replace("分值: 20, 符合: 已验收}", "分值: 10, 符合: 已验收}\n      - {编号: A3, 名称: 投诉, 分值: 6, 符合: 投诉 = 0}\n      - {编号: A4, 名称: 巡查, 分值: 4}"));
        using var more = new TestFolder(
            ("项目.csv", Projects),
            ("数据.csv", "项目,字段,值\nP1,投诉,0\nP2,投诉,3\n"),
            ("巡查.csv", "项目,次,结果\nP1,1,5\n"),
            ("评价意见.csv", "项目,要点,结论\nP1,A4,符合\n"));
        var run = await CliRun.Of("impact", more.Path, "--from", family.Path("base"), "--to", family.Path("new"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("    A3 投诉  — → 6.00 (+6.00)", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("      改动：新增 三级指标：", StringComparison.Ordinal) && l.Contains("投诉", StringComparison.Ordinal));
        // Alone the old rules refuse the field, the code and the table.
        Assert.Equal(1, (await CliRun.Of("score", more.Path, "--rules", family.Path("base"))).ExitCode);
    }

    [Fact]
    public async Task Without_from_the_working_copy_is_compared_with_the_last_commit_base_included()
    {
        family.Add("ext", ("rule-set.yaml", RuleSetFamily.Header("ext")));
        Git("init -q");
        Git("add -A");
        Git("-c user.name=t -c user.email=t@example.org commit -q -m first");
        Assert.Contains("没有任何变化", (await Impact("--to", family.Path("ext"))).Output);

        family.Add("base", ("output.yaml", RuleSetFamily.Output.Replace("按比例: 100%", "按比例: {目标: 75%}")));
        var run = await Impact("--to", family.Path("ext"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("    A1 完成率  30.00 → 40.00 (+10.00)", run.Lines);
        Assert.StartsWith("改前      git HEAD (", run.Output, StringComparison.Ordinal);

        Git("add -A");
        Git("-c user.name=t -c user.email=t@example.org commit -q -m second");
        Assert.Contains("没有任何变化", (await Impact("--to", family.Path("ext"))).Output);
        Assert.Contains("30.00 → 40.00", (await Impact("--to", family.Path("ext"), "--from", "git:HEAD~1")).Output);
        Assert.Contains("没有版本“HEAD~9”", (await Impact("--to", family.Path("ext"), "--from", "git:HEAD~9")).Error);
        Assert.Contains("30.00 → 40.00", (await Impact("--to", family.Path("base"), "--from", "git:HEAD~1")).Output);
    }

    [Fact]
    public async Task The_copy_of_a_commit_is_deleted_and_its_problems_name_the_revision()
    {
        family.Add("base", ("flags.yaml", RuleSetFamily.Flags.Replace("实际 > 计划", "实际 > 计戈")));
        Git("init -q");
        Git("add -A");
        Git("-c user.name=t -c user.email=t@example.org commit -q -m first");
        family.Add("base", ("flags.yaml", RuleSetFamily.Flags));
        var run = await Impact("--to", family.Path("base"));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("HEAD:base/flags.yaml:2:", run.Error);
        Assert.Contains("改前的指标体系有错误，没有比较", run.Error);
    }

    [Fact]
    public async Task Without_a_repository_a_commit_or_the_folder_in_it_the_error_says_what_to_do()
    {
        // The folder of the system's temporary files is in no repository.
        await Refused("不在 git 仓库里", "is in no git repository");
        Git("init -q");
        await Refused("还没有提交过", "has no commit yet");
        Git("add base");
        Git("-c user.name=t -c user.email=t@example.org commit -q -m first");
        await Refused("不在 git HEAD", "is not in git HEAD");

        async Task Refused(string chinese, string english)
        {
            foreach (var (language, text) in new[] { ("zh", chinese), ("en", english) })
            {
                var run = await Impact("--to", family.Path("new"), "--lang", language);
                Assert.Equal((2, ""), (run.ExitCode, run.Output));
                Assert.Contains(text, run.Error.ReplaceLineEndings("").Replace("  ", ""), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("impact x", "没有给出改动后的指标体系，请加上 --to DIR")]
    [InlineData("impact --to rules", "没有给出项目数据 EVIDENCE")]
    [InlineData("impact x --to rules --top many --lang en", "“many” is no value of --top")]
    [InlineData("impact x --to rules --all", "--all 要和 --format json 一起用")]
    [InlineData("impact x --to nowhere", "找不到“nowhere”")]
    public async Task Wrong_usage_is_explained(string words, string message)
    {
        var run = await CliRun.Of(words.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_years_the_latest_that_both_have_is_compared()
    {
        Years("old", "[2016, 2017]");
        Years("later", "[2017, 2018]");
        var run = await Impact("--from", family.Path("old"), "--to", family.Path("later"));
        Assert.Equal(2, run.Lines.Count(l => l.Contains("2017 年度", StringComparison.Ordinal)));
        Assert.Contains("2018 年度", (await Impact("--from", family.Path("old"), "--to", family.Path("later"), "--to-year", "2018")).Output);

        void Years(string name, string years) => Edited(name, header: TestRuleSet.Header.Replace("2017", years));
    }

    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (var file in Directory.EnumerateFiles(family.Path(), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        family.Dispose();
        evidence.Dispose();
    }

    private Task<CliRun> Impact(params string[] options) => CliRun.Of(["impact", evidence.Path, .. options]);

    private void Edited(string name, string? output = null, string? evidence = null, string? header = null) => family.Add(
        name,
        ("rule-set.yaml", header ?? TestRuleSet.Header),
        ("evidence.yaml", evidence ?? TestRuleSet.Evidence),
        ("output.yaml", output ?? RuleSetFamily.Output),
        ("effect.yaml", RuleSetFamily.Effect),
        ("flags.yaml", RuleSetFamily.Flags));

    private void Git(string words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", family.Path(), .. words.Split(' ')]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
