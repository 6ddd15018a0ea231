using System.Diagnostics;
using System.Reflection;
using System.Text;
using Indicators.Batch;
using Indicators.Cli;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Batch;

/// <summary>A batch that is stopped, whenever that is, leaves nothing half-written under its name, and goes on to the same bytes.</summary>
public sealed class InterruptionTests(ITestOutputHelper output) : IDisposable
{
    private const int Projects = 6000;

    private readonly TestFolder folder = new();

    [Fact]
    public async Task Killed_at_random_instants_it_is_resumed_to_the_same_bytes()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (evidence, rules) = (Evidence(), Repository.Path("rules", "us-part"));
        var watch = Stopwatch.StartNew();
        Assert.InRange(await Run(TimeSpan.FromMinutes(2), "whole", evidence, rules), 0, 1);
        var whole = watch.Elapsed;
        var (resumed, killed) = (0, 0);
        File.WriteAllText(Out("cut", "results.csv"), "before");
        while (true)
        {
            var checkpoint = File.Exists(Out("cut", "results.csv.checkpoint"));
            // From before the first block to after the last.
            if (await Run(whole * (0.2 + random.NextDouble()), "cut", evidence, rules) >= 0 && resumed > 2)
            {
                break;
            }

            resumed += checkpoint ? 1 : 0;
            if (File.Exists(Out("cut", "results.csv.checkpoint")))
            {
                killed++;
                Assert.Equal("before", File.ReadAllText(Out("cut", "results.csv")));
            }
            else
            {
                File.WriteAllText(Out("cut", "results.csv"), "before");
            }

            Assert.True(killed + resumed < 200, "It never comes to an end.");
        }

        output.WriteLine($"killed with a checkpoint {killed} times, resumed {resumed} times");
        Assert.Equal(File.ReadAllBytes(Out("whole", "results.csv")), File.ReadAllBytes(Out("cut", "results.csv")));
        Assert.Equal(File.ReadAllBytes(Out("whole", "rejects.csv")), File.ReadAllBytes(Out("cut", "rejects.csv")));
        Assert.Equal(["rejects.csv", "results.csv"], Directory.GetFiles(Out("cut", "")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cancelled_after_any_block_it_is_resumed_to_the_same_bytes_and_the_same_numbers()
    {
        var ruleSet = ShippedCases.Load("us-part").RuleSet!;
        var evidence = Evidence(projects: 60);
        var whole = Batch(ruleSet, evidence, "whole", stopAfter: int.MaxValue, resumes: false);
        for (var stop = 1; stop < 40; stop += 7)
        {
            var cut = Batch(ruleSet, evidence, $"{stop}", stop, resumes: false);
            Assert.True(cut.WasStopped);
            Assert.False(File.Exists(Out($"{stop}", "results.csv")));
            cut = Batch(ruleSet, evidence, $"{stop}", 3, resumes: true);
            Assert.True(cut.WasStopped);
            cut = Batch(ruleSet, evidence, $"{stop}", int.MaxValue, resumes: true);
            Assert.True(cut.IsComplete);
            Assert.Equal(File.ReadAllText(Out("whole", "results.csv")), File.ReadAllText(Out($"{stop}", "results.csv")));
            Assert.Equal(File.ReadAllText(Out("whole", "rejects.csv")), File.ReadAllText(Out($"{stop}", "rejects.csv")));
            Assert.Equivalent(whole.Tally, cut.Tally);
        }
    }

    [Fact]
    public void With_other_files_or_rules_or_another_format_it_is_not_resumed()
    {
        var ruleSet = ShippedCases.Load("us-part").RuleSet!;
        var evidence = Evidence(projects: 60);
        Batch(ruleSet, evidence, "out", 5, resumes: false);
        var marked = Batch(ruleSet, evidence, "out", int.MaxValue, resumes: true, new BatchFormat(false, false, true, Language.Chinese));
        Assert.Equal("checkpoint-stale", Assert.Single(marked.Problems, p => p.Severity == Severity.Error).Code);
        File.AppendAllText(evidence, "\n");
        var changed = Batch(ruleSet, evidence, "out", int.MaxValue, resumes: true);
        Assert.Equal("checkpoint-stale", Assert.Single(changed.Problems, p => p.Severity == Severity.Error).Code);
        Assert.False(File.Exists(Out("out", "results.csv")));
        Assert.True(Batch(ruleSet, evidence, "out", int.MaxValue, resumes: false).IsComplete);
        // Nothing to go on with is no mistake: the same command can be given again and again.
        Assert.True(Batch(ruleSet, evidence, "out", int.MaxValue, resumes: true).IsComplete);
    }

    public void Dispose() => folder.Dispose();

    private BatchRun Batch(RuleSet ruleSet, string evidence, string name, int stopAfter, bool resumes, BatchFormat? format = null)
    {
        using var cancel = new CancellationTokenSource();
        var blocks = 0;
        var options = new BatchOptions([evidence], Out(name, "results.csv"), Out(name, "rejects.csv"), format ?? new BatchFormat(false, false, false, Language.Chinese), 2, resumes) { BlockBytes = 1 };
        return BatchRun.Run(
            ruleSet,
            options,
            _ =>
            {
                if (++blocks == stopAfter)
                {
                    cancel.Cancel();
                }
            },
            cancel.Token);
    }

    private string Out(string name, string file)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, name));
        return Path.Combine(folder.Path, name, file);
    }

    /// <summary>A wide file of many bytes; one project in fifty cannot be read.</summary>
    private string Evidence(int projects = Projects)
    {
        var fields = ShippedCases.Load("us-part").RuleSet!.Schema.Fields;
        var text = new StringBuilder($"项目,{fields[0].Name},备注\n");
        var filling = new string('长', projects == Projects ? 1500 : 3);
        for (var i = 0; i < projects; i++)
        {
            text.Append($"P{i},{(i % 50 == 0 ? "没有的" : "是")},{filling}\n");
        }

        var path = Path.Combine(folder.Path, "项目.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }

    /// <summary>The exit code, or -1 where it was killed.</summary>
    private async Task<int> Run(TimeSpan kill, string name, string evidence, string rules)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "batch", evidence, "--rules", rules, "--out", Out(name, "results.csv"), "--resume"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var time = new CancellationTokenSource(kill);
        try
        {
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return -1;
        }
    }
}
