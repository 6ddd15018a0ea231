using Indicators.NRules;
using Indicators.Service;

namespace Indicators.Tests;

/// <summary>The choice of an executor, in a build with NRules and in one without.</summary>
public sealed class ExecutorTests
{
    [Fact]
    public void This_build_has_NRules()
    {
        if (!NRulesExecutor.IsBuilt)
        {
            Assert.Skip($"This build is without NRules: the tests in NRules/ are left out. {Messages.NRulesAbsent.Remedy.En}");
        }

        Assert.NotNull(NRulesExecutor.PackageVersion);
    }

    [Fact]
    public async Task The_version_says_whether_NRules_is_in()
    {
        var run = await CliRun.Of("--version", "--lang", "en");
        Assert.Contains(NRulesExecutor.IsBuilt ? $"NRules executor: yes (NRules {NRulesExecutor.PackageVersion})" : "NRules executor: no", run.Output);
    }

    [Theory]
    [InlineData("table", "zh")]
    [InlineData("table", "en")]
    [InlineData("json", "zh")]
    public async Task The_command_gives_the_same_with_either_executor_or_says_what_to_do(string format, string language)
    {
        var reference = await CliRun.Scored("--format", format, "--lang", language);
        var nrules = await CliRun.Of("score", CliRun.Sample, "--rules", CliRun.Rules, "--format", format, "--lang", language, "--executor", "nrules");
        if (NRulesExecutor.IsBuilt)
        {
            Assert.Equal(reference, nrules);
        }
        else
        {
            Assert.Equal((2, ""), (nrules.ExitCode, nrules.Output));
            Assert.Contains(language == "zh" ? "没有取到 NRules 包" : "without the NRules package", nrules.Error);
            Assert.Contains("UseNRules=true", nrules.Error);
        }
    }

    [Fact]
    public async Task A_trace_is_written_beside_the_result()
    {
        var run = await CliRun.Of("score", CliRun.Sample, "--rules", CliRun.Rules, "--executor", "nrules", "--trace");
        if (!NRulesExecutor.IsBuilt)
        {
            Assert.Equal(2, run.ExitCode);
            return;
        }

        Assert.Equal((await CliRun.Scored()).Output, run.Output);
        Assert.Contains("触发  C11 评分 (output.yaml:9)", run.Error);
        Assert.Contains("匹配  F01 疑点 (flags.yaml:5)", run.Error);
    }

    [Fact]
    public async Task A_trace_without_a_rule_engine_is_wrong_usage()
    {
        var run = await CliRun.Of("score", CliRun.Sample, "--rules", CliRun.Rules, "--trace");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--trace 要和 --executor nrules 一起用", run.Error);
    }

    [Fact]
    public void The_service_starts_with_an_executor_that_is_there_and_with_no_other()
    {
        ServiceSettings Settings(string executor) => ServiceHost.Settings(["--Rules", Repository.Path("rules"), "--Executor", executor]);
        var withNRules = RuleSets.Load(Settings("nrules"), out var problems);
        Assert.Equal(NRulesExecutor.IsBuilt, withNRules is not null);
        Assert.Equal(NRulesExecutor.IsBuilt ? [] : ["nrules-absent"], problems.Select(p => p.Code));
        Assert.Null(RuleSets.Load(Settings("drools"), out problems));
        Assert.Equal("没有执行器“drools”", Assert.Single(problems).Text(Language.Chinese));
        Assert.Contains("reference, nrules", problems[0].Remedy(Language.English));
    }

    [Fact]
    public async Task Cancelled_work_says_so_and_is_no_bug()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var files = TestRuleSet.WithNode("取值: 实际\n按比例: 10");
        Assert.Throws<OperationCanceledException>(() => new ReferenceEvaluator(files.Sound()).Evaluate([TestProject.Of(("实际", 1))], cancel: source.Token).Count());
    }
}
