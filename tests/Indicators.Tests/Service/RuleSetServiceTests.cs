using Grpc.Core;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Lists, shows and checks rule sets over a real port.</summary>
public sealed class RuleSetServiceTests : IAsyncLifetime
{
    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(Repository.Path("rules"));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_form_generator_finds_what_it_needs()
    {
        var set = (await service.Rules.GetRuleSetAsync(new GetRuleSetRequest { RuleSet = new RuleSetChoice { Id = "kunming-2017" } }, cancellationToken: Cancel)).RuleSet;
        Assert.Equal((2017, 1L), (set.Version.FiscalYear, set.Version.Version));
        Assert.Equal(["决策", "过程", "产出", "效果"], set.Total.Children.Select(d => d.Name));
        Assert.Equal("100", set.Total.Weight.Numerator);
        var contests = set.Total.Children[2].Children[0].Children[0];
        Assert.Equal(("C11", V1.Level.Indicator), (contests.Code, contests.Level));
        Assert.Contains("实际竞赛场次 ÷ 计划竞赛场次", contests.Method);
        Assert.Equal((V1.FieldType.Money, ""), Field("实际到位资金"));
        Assert.Equal((V1.FieldType.Number, "次"), Field("计划竞赛场次"));
        Assert.Equal(["优", "良", "中", "差"], set.Grades.Select(g => g.Name));
        Assert.Equal(["行业大类", "表彰"], set.Tables.Select(t => t.Name));
        Assert.Equal(["称号"], set.Tables[1].Key);

        (V1.FieldType, string) Field(string name) => set.Fields.Where(f => f.Name == name).Select(f => (f.Type, f.Unit)).Single();
    }

    [Fact]
    public async Task The_shipped_files_check_out_and_give_the_digest_in_force()
    {
        var listed = (await service.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel)).RuleSets;
        // One that stands alone, and one that extends another.
        foreach (var id in new[] { "kunming-2017", "mof-2020-henan" })
        {
            var response = await Check(Files(id));
            Assert.True(response.IsUsable, string.Join('\n', response.Problems));
            Assert.Equal(listed.Single(r => r.Version.Id == id).Version.Digest, response.Versions[^1].Digest);
        }
    }

    [Fact]
    public async Task A_broken_file_is_told_as_check_tells_it()
    {
        var files = Files("kunming-2017");
        var output = files.Single(f => f.Path == "output.yaml");
        output.Text = output.Text.Replace("实际竞赛场次", "实际竞赛次数", StringComparison.Ordinal);
        var response = await Check(files);
        Assert.False(response.IsUsable);
        var problem = response.Problems.First(p => p.Code == "unknown-name");
        Assert.Equal(("output.yaml", V1.Severity.Error), (problem.Place.File, problem.Severity));
        Assert.True(problem.Place.Line > 0);
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public async Task A_case_that_comes_out_otherwise_is_told()
    {
        var files = Files("kunming-2017");
        files.Add(new RuleFile { Path = "cases/wrong.yaml", Text = "名称: 错的\n证据: evidence\n应得: {C12: \"1.00\"}\n" });
        var response = await Check(files);
        Assert.False(response.IsUsable);
        Assert.Contains(response.Problems, p => p.Code == "case-failed" && p.Text.Contains("错的"));
    }

    [Fact]
    public async Task A_preview_says_what_an_edit_does_before_it_is_used()
    {
        using var rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
        await using var own = await RunningService.Start(rules.Parent);
        var request = new PreviewRuleSetRequest
        {
            RuleSet = new RuleSetChoice { Id = "test" },
            Files =
            {
                new RuleFile { Path = "rule-set.yaml", Text = TestRuleSet.Header },
                new RuleFile { Path = "evidence.yaml", Text = TestRuleSet.Evidence },
                new RuleFile { Path = "output.yaml", Text = TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 80%") },
            },
            Projects = { Project("P1", "5"), Project("P2", "6"), Project("P3", "10"), Project("P4", "many") },
        };
        var preview = await own.Rules.PreviewRuleSetAsync(request, cancellationToken: Cancel);
        var impact = preview.Impact;
        // 5 of 10 earns 62.50 of 100 where 8 suffice, 6 earns 75.00, 10 all as before.
        Assert.Equal((3, 2, 0, 1), (impact.Compared, impact.Up, impact.Down, impact.Unchanged));
        Assert.Equal([("P1", "50.00", "62.50", "差", "中"), ("P2", "60.00", "75.00", "中", "中")], impact.Projects.Select(p => (p.ProjectId, p.TotalBefore, p.TotalAfter, p.GradeBefore, p.GradeAfter)));
        Assert.Equal(("A1", "50.00", "62.50"), (impact.Projects[0].Moves[0].Code, impact.Projects[0].Moves[0].Before, impact.Projects[0].Moves[0].After));
        Assert.Equal(("A1", 2, "13.75", "12.50", "15.00"), impact.Indicators.Select(i => (i.Code, i.Projects, i.Mean, i.Minimum, i.Maximum)).Single());
        Assert.Contains(impact.Transitions, t => (t.Before, t.After, t.Projects) == ("差", "中", 1));
        Assert.Equal("P4", impact.NotCompared.Single().ProjectId);
        Assert.NotNull(impact.NotCompared[0].Before);
        // Nothing is in force.
        Assert.Equal(1, (await own.Rules.ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel)).RuleSets.Single().Version.Version);
        request.Files[2].Text = "一级指标: [";
        preview = await own.Rules.PreviewRuleSetAsync(request, cancellationToken: Cancel);
        Assert.Null(preview.Impact);
        Assert.False(preview.Check.IsUsable);

        static V1.Project Project(string id, string actual) => new()
        {
            Id = id,
            Fields = { new Field { Name = "实际", Value = new V1.Value { Text = actual }, Source = "报告" }, new Field { Name = "计划", Value = new V1.Value { Number = "10" }, Source = "报告" } },
        };
    }

    [Theory]
    [InlineData("../output.yaml")]
    [InlineData("/etc/output.yaml")]
    [InlineData("a/b/c/d.yaml")]
    [InlineData("cases/../../x.yaml")]
    [InlineData("")]
    [InlineData("rule-set.yaml")]
    public async Task A_path_that_leaves_the_folder_or_stands_twice_is_refused(string path)
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Check([.. Files("kunming-2017"), new RuleFile { Path = path, Text = "x" }]));
        Assert.Equal((StatusCode.InvalidArgument, "RULE_FILE_INVALID"), RunningService.Said(error));
    }

    [Fact]
    public async Task Years_and_ids_that_are_not_there_are_told_with_those_that_are()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Rules.GetRuleSetAsync(
            new GetRuleSetRequest { RuleSet = new RuleSetChoice { Id = "kunming-2017", FiscalYear = 2016 }, LanguageCode = "en" }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.NotFound, "FISCAL_YEAR_NOT_FOUND"), RunningService.Said(error));
        Assert.Contains("2017", error.Status.Detail);
    }

    private static List<RuleFile> Files(string id) =>
    [
        .. Directory.EnumerateFiles(Repository.Path("rules", id), "*", SearchOption.AllDirectories)
            .Select(f => new RuleFile { Path = Path.GetRelativePath(Repository.Path("rules", id), f).Replace('\\', '/'), Text = File.ReadAllText(f) }),
    ];

    private async Task<CheckRuleSetResponse> Check(IEnumerable<RuleFile> files) =>
        await service.Rules.CheckRuleSetAsync(new CheckRuleSetRequest { Files = { files } }, cancellationToken: Cancel);
}
