using Grpc.Core;
using Grpc.Health.V1;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Rule sets that are edited while the service runs, as its callers see them.</summary>
public sealed class LiveRulesTests : IAsyncLifetime
{
    private const string Fixed = "取值: 实际 / 计划\n按比例: 100%";

    private readonly TestRuleSet rules = TestRuleSet.WithNode(Fixed);
    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent, "--WatchEvery", "00:00:00.05");

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
    }

    [Fact]
    public async Task An_edit_comes_into_force_with_another_version_and_digest()
    {
        var before = await Score();
        Assert.Equal(("33.33", 1L), (before.Scores.Total, before.RuleSet.Version));
        Edit("取值: 实际 / 计划\n按比例: 50%");
        var after = await Until(r => r.RuleSet.Version == 2);
        Assert.Equal("66.67", after.Scores.Total);
        Assert.NotEqual(before.RuleSet.Digest, after.RuleSet.Digest);
        var pinned = await Assert.ThrowsAsync<RpcException>(async () => await Score(before.RuleSet.Digest));
        Assert.Equal((StatusCode.FailedPrecondition, "RULE_SET_CHANGED"), RunningService.Said(pinned));
        Assert.Equal("66.67", (await Score(after.RuleSet.Digest)).Scores.Total);
    }

    [Fact]
    public async Task A_broken_edit_leaves_the_last_good_rules_in_force_and_says_why_until_it_is_mended()
    {
        Edit("取值: 实际 / 没有的\n按比例: 100%");
        var listed = await Listed(s => s.RejectedEdit.Count > 0);
        Assert.Equal((1L, "unknown-name"), (listed.Version.Version, listed.RejectedEdit[0].Code));
        Assert.EndsWith("output.yaml", listed.RejectedEdit[0].Place.File);
        Assert.Equal("33.33", (await Score()).Scores.Total);
        Assert.Equal((HealthCheckResponse.Types.ServingStatus.Serving, HealthCheckResponse.Types.ServingStatus.NotServing), (await Health(""), await Health("edits")));
        Edit(Fixed);
        Assert.Equal(1L, (await Listed(s => s.RejectedEdit.Count == 0)).Version.Version);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, await Health("edits"));
    }

    [Fact]
    public async Task An_edit_whose_cases_come_out_otherwise_is_not_used()
    {
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        rules.Write("cases/first.yaml", "名称: 三分之一\n改: {实际: 1, 计划: 3}\n应得: {总分: \"33.33\"}\n");
        Edit("取值: 实际 / 计划\n按比例: 50%");
        var listed = await Listed(s => s.RejectedEdit.Count > 0);
        Assert.Equal("case-failed", listed.RejectedEdit[0].Code);
        Assert.Contains("三分之一", listed.RejectedEdit[0].Text);
        Assert.Equal("33.33", (await Score()).Scores.Total);
    }

    [Fact]
    public async Task A_new_folder_is_scored_with_and_one_that_is_gone_is_not()
    {
        var other = Copy("other", "other");
        await Eventually(async () => (await List()).RuleSets.Select(r => r.Version.Id).SequenceEqual(["other", "test"]));
        Directory.Delete(other, recursive: true);
        await Eventually(async () => (await List()).RuleSets.Select(r => r.Version.Id).SequenceEqual(["test"]));
    }

    [Fact]
    public async Task A_new_folder_with_the_id_of_rules_in_force_is_told_even_while_their_own_folder_is_broken()
    {
        Edit("取值: 实际 / 没有的\n按比例: 100%");
        Copy("another", "test");
        rules.Write("../another/output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 50%"));
        await Eventually(async () => (await List()).Problems.Any(p => p.Code == "duplicate-rule-set"));
        var score = await Score();
        Assert.Equal(("33.33", 1L), (score.Scores.Total, score.RuleSet.Version));
    }

    [Fact]
    public async Task A_new_folder_that_cannot_be_used_is_told()
    {
        Directory.CreateDirectory(Path.Combine(rules.Parent, "broken"));
        File.WriteAllText(Path.Combine(rules.Parent, "broken", "rule-set.yaml"), "格式: 1\n");
        await Eventually(async () => (await List()).Problems.Count > 0);
        Assert.Single((await List()).RuleSets);
    }

    [Fact]
    public async Task A_stream_is_scored_by_the_rules_that_it_was_opened_with()
    {
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "test" } } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Edit("取值: 实际 / 计划\n按比例: 50%");
        await Until(r => r.RuleSet.Version == 2);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Projects = new ProjectChunk { Sequence = 1, Projects = { Third() } } }, Cancel);
        Assert.True(await call.ResponseStream.MoveNext(Cancel));
        Assert.Equal("33.33", call.ResponseStream.Current.Scored.Results[0].Scores.Total);
        await call.RequestStream.CompleteAsync();
    }

    /// <summary>Edits under load: every answer has the score of the version that it names, and none is lost.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(10_000, Explicit = true)]
    public async Task Swaps_under_load_lose_and_mix_nothing(int swaps)
    {
        await using var still = await RunningService.Start(rules.Parent, "--WatchEvery", "01:00:00");
        var done = false;
        var firstCalls = new CountdownEvent(8);
        var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var versions = new List<long> { await Version() };
            firstCalls.Signal();
            while (!Volatile.Read(ref done))
            {
                versions.Add(await Version());
            }

            versions.Add(await Version());
            return versions;
        })).ToList();
        await Task.Run(() => firstCalls.Wait(Cancel), Cancel);
        for (var swap = 1; swap <= swaps; swap++)
        {
            Edit(swap % 2 == 1 ? "取值: 实际 / 计划\n按比例: 50%" : Fixed);
            Assert.Equal(swap + 1, still.RuleSets.Reload().Find("test")!.Version);
        }

        done = true;
        Assert.All(await Task.WhenAll(callers), seen =>
        {
            Assert.Equal((1, swaps + 1), (seen[0], seen[^1]));
            Assert.Equal(seen.Order(), seen);
        });

        async Task<long> Version()
        {
            var answer = await still.Scoring.ScoreAsync(new ScoreRequest { RuleSet = new RuleSetChoice { Id = "test" }, Project = Third() }, cancellationToken: Cancel);
            Assert.Equal(answer.RuleSet.Version % 2 == 1 ? "33.33" : "66.67", answer.Scores.Total);
            return answer.RuleSet.Version;
        }
    }

    private async Task<HealthCheckResponse.Types.ServingStatus> Health(string name) =>
        (await new Health.HealthClient(service.Channel).CheckAsync(new HealthCheckRequest { Service = name }, cancellationToken: Cancel)).Status;

    private static V1.Project Third() => new()
    {
        Id = "P1",
        Fields =
        {
            new Field { Name = "实际", Value = new V1.Value { Number = "1" }, Source = "报告" },
            new Field { Name = "计划", Value = new V1.Value { Number = "3" }, Source = "报告" },
        },
    };

    private string Copy(string name, string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(rules.Parent, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(rules.Path))
        {
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllText(file).Replace("编号: test", $"编号: {id}", StringComparison.Ordinal));
        }

        return folder;
    }

    private void Edit(string keys) => rules.Write("output.yaml", TestRuleSet.Dimension(100, keys));

    private async Task<ScoreResponse> Score(string digest = "") =>
        await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = new RuleSetChoice { Id = "test", Digest = digest }, Project = Third() }, cancellationToken: Cancel);

    private async Task<ListRuleSetsResponse> List() => await service.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel);

    private async Task<ScoreResponse> Until(Func<ScoreResponse, bool> holds)
    {
        ScoreResponse response = null!;
        await Eventually(async () => holds(response = await Score()));
        return response;
    }

    private async Task<RuleSetSummary> Listed(Func<RuleSetSummary, bool> holds)
    {
        RuleSetSummary summary = null!;
        await Eventually(async () => holds(summary = (await List()).RuleSets.Single()));
        return summary;
    }

    /// <summary>Waits until the watcher has seen it; the test's own time limit is the end.</summary>
    private static async Task Eventually(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(20, Cancel);
        }
    }
}
