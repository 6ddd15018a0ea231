using Grpc.Core;
using Indicators.Archive;
using Indicators.Tests.Archive;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>A service that keeps what it scores, over a real port and on both databases.</summary>
public sealed class ArchiveServiceTests : IDisposable
{
    private readonly TestRuleSet rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => rules.Dispose();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task All_that_is_scored_is_kept_listed_and_scored_again(string kind)
    {
        using var database = new ArchiveDatabase(kind);
        await using var service = await RunningService.Start(rules.Parent, "--Archive", database.Address);
        var client = new V1.ArchiveService.ArchiveServiceClient(service.Channel);
        var headers = new Metadata { { "kept-by", "bureau" } };
        await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = Project("P1", "1") }, headers, cancellationToken: Cancel);
        await service.Scoring.ExplainAsync(new ExplainRequest { RuleSet = Test, Project = Project("P2", "2") }, cancellationToken: Cancel);
        await service.Scoring.BatchScoreAsync(new BatchScoreRequest { RuleSet = Test, Projects = { Project("P3", "3"), Project("P4", "no"), Project("P5", "1") } }, cancellationToken: Cancel);
        using (var call = service.Scoring.ScoreStream(cancellationToken: Cancel))
        {
            await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = Test } }, Cancel);
            await call.RequestStream.WriteAsync(new ScoreStreamRequest { Projects = new ProjectChunk { Sequence = 1, Projects = { Project("P6", "2") } } }, Cancel);
            await call.RequestStream.CompleteAsync();
            await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);
        }

        // P4 has no scores, so there is nothing to keep.
        var pages = new List<V1.ArchiveEntry>();
        for (var token = "first"; token.Length > 0;)
        {
            var page = await client.ListEntriesAsync(new ListEntriesRequest { PageSize = 2, PageToken = token == "first" ? "" : token }, cancellationToken: Cancel);
            pages.AddRange(page.Entries);
            token = page.NextPageToken;
        }

        Assert.Equal(["P1", "P2", "P3", "P5", "P6"], pages.Select(e => e.ProjectId));
        Assert.Equal(("33.33", "差", "bureau", "test", 1L), (pages[0].Total, pages[0].Grade, pages[0].KeptBy, pages[0].RuleSet.Id, pages[0].Sequence));
        Assert.Equal(pages.Skip(1).Select(e => e.PreviousHash), pages.SkipLast(1).Select(e => e.Hash));
        var got = await client.GetEntryAsync(new GetEntryRequest { Sequence = 3 }, cancellationToken: Cancel);
        Assert.Equal((Project("P3", "3"), "100.00"), (got.Project, got.Scores.Total));
        Assert.Equal(["P5"], (await client.ListEntriesAsync(new ListEntriesRequest { ProjectId = "P5", Grade = "差", RuleSetId = "test", FiscalYear = 2017 }, cancellationToken: Cancel)).Entries.Select(e => e.ProjectId));
        foreach (var entry in pages)
        {
            Assert.Empty((await client.ReplayEntryAsync(new ReplayEntryRequest { Sequence = entry.Sequence }, cancellationToken: Cancel)).Differences);
        }

        using var archive = database.Open();
        Assert.True(archive.Verify(Head.Parse($"5:{pages[^1].Hash}"), Cancel).IsSound);
    }

    /// <summary>A score that cannot be kept is not answered; when the database is back, the service goes on.</summary>
    [Fact]
    public async Task A_lost_connection_is_made_again()
    {
        using var database = new ArchiveDatabase("postgres");
        await using var service = await RunningService.Start(rules.Parent, "--Archive", database.Address);
        await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = Project("P1", "1") }, cancellationToken: Cancel);
        database.Refused("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = Project("P2", "1") }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.Internal, "INTERNAL"), RunningService.Said(error));
        await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = Project("P3", "1") }, cancellationToken: Cancel);
        using var archive = database.Open();
        Assert.Equal(["P1", "P3"], archive.List(new ArchiveFilter()).Select(e => e.What.ProjectId));
    }

    [Fact]
    public async Task Errors_say_what_is_wrong()
    {
        using var database = new ArchiveDatabase("sqlite");
        await using var service = await RunningService.Start(rules.Parent, "--Archive", database.Address, "--WatchEvery", "01:00:00");
        var client = new V1.ArchiveService.ArchiveServiceClient(service.Channel);
        await service.Scoring.ScoreAsync(new ScoreRequest { RuleSet = Test, Project = Project("P1", "1") }, cancellationToken: Cancel);
        Assert.Equal((StatusCode.NotFound, "ENTRY_NOT_FOUND"), await Said(() => client.GetEntryAsync(new GetEntryRequest { Sequence = 2 }, cancellationToken: Cancel)));
        Assert.Equal((StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID"), await Said(() => client.ListEntriesAsync(new ListEntriesRequest { PageToken = "next" }, cancellationToken: Cancel)));
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Opening = new ScoreStreamOpening { RuleSet = Test, PackedFields = { new PackedField { Name = "实际" } } } }, Cancel);
        Assert.Equal((StatusCode.FailedPrecondition, "PACKED_NOT_KEPT"), RunningService.Said(await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.MoveNext(Cancel))));
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 50%"));
        service.RuleSets.Reload();
        Assert.Equal((StatusCode.FailedPrecondition, "RULE_SET_CHANGED"), await Said(() => client.ReplayEntryAsync(new ReplayEntryRequest { Sequence = 1 }, cancellationToken: Cancel)));
        await using var without = await RunningService.Start(rules.Parent);
        Assert.Equal((StatusCode.FailedPrecondition, "NO_ARCHIVE"), await Said(() => new V1.ArchiveService.ArchiveServiceClient(without.Channel).GetEntryAsync(new GetEntryRequest { Sequence = 1 }, cancellationToken: Cancel)));
    }

    private static async Task<(StatusCode, string)> Said<T>(Func<AsyncUnaryCall<T>> call) => RunningService.Said(await Assert.ThrowsAsync<RpcException>(async () => await call()));

    private static RuleSetChoice Test => new() { Id = "test" };

    private static V1.Project Project(string id, string number) => new()
    {
        Id = id,
        Fields =
        {
            new Field { Name = "实际", Value = new V1.Value { Number = number }, Source = "报告" },
            new Field { Name = "计划", Value = new V1.Value { Number = "3" }, Source = "报告" },
        },
    };
}
