using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Google.Protobuf;
using Grpc.Core;
using Indicators.Compiled;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>Packed columns are scored as the same projects would be when they are sent one by one.</summary>
public sealed class PackedStreamTests : IAsyncLifetime
{
    private static readonly (string Name, int Decimals, string Unit)[] Fields = [("实际", 1, ""), ("计划", 0, ""), ("预算", 2, "万元"), ("满意度", 1, "%"), ("已验收", 0, "")];

    // Mostly what a bureau would send; and what is out of range, has more decimals than its field, is very large, is no yes and no no.
    private static readonly long[][] Values = [[50, 0, 1000, 10_000, 10_001, -10, 5], [10, 5, 1, 0, 999_999_999_999], [10_000, 1, 0, -1, long.MaxValue / 2], [985, 1000, 1001, 0, -5], [0, 1, 1, 2, -1]];

    private readonly TestRuleSet rules = new(
        ("evidence.yaml", "数据:\n  实际: {类型: 数 个, 范围: '[0..1000]'}\n  计划: {类型: 数 个, 必填: 是}\n  预算: {类型: 金额, 范围: '>= 0'}\n  满意度: {类型: 百分比, 范围: '[0..1]'}\n  已验收: 是否\n  说明书: 文本\n"),
        ("flags.yaml", "疑点:\n  - {编号: F1, 名称: 多, 当: 实际 > 计划, 说明: 多于计划}\n  - {编号: F2, 名称: 差, 当: 满意度 < 60%, 说明: 不满意, 性质: 红线, 等级上限: 中}\n"),
        ("output.yaml", """
            一级指标: 产出
            二级指标:
              - 名称: 数量
                三级指标:
                  - {编号: A1, 名称: 完成率, 分值: 40, 取值: 实际 / 计划, 按比例: 100%}
                  - {编号: A2, 名称: 预算, 分值: 30, 取值: 预算 / 10000, 分档: {≥ 100: 100%, ≥ 1: 50%, 其余: 0}, 缺失: {空白: 挂起}}
                  - {编号: A3, 名称: 验收, 分值: 10, 符合: 已验收}
                  - {编号: A4, 名称: 满意, 分值: 20, 取值: 满意度, 直线: {零分: 60%, 满分: 100%}, 缺失: {空白: 剔除}}
            """));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ScoreStreamRequest Opening => new()
    {
        Opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "test" }, PackedFields = { Fields.Select(f => new PackedField { Name = f.Name, Decimals = f.Decimals, Unit = f.Unit }) } },
    };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        rules.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public async Task Random_columns_are_scored_as_the_same_projects(string executor)
    {
        await using var service = await RunningService.Start(rules.Parent, "--Executor", executor);
        var row = Gen.Select(Gen.Int[0, 99].Array[Fields.Length], Gen.Bool.Array[Fields.Length], Gen.Bool, Gen.Int[0, 40]);
        row.Array[1, 600].Sample(
            rows => Compare(service, rows).GetAwaiter().GetResult(),
            iter: executor == "compiled" ? 40 : 8,
            threads: 1);
    }

    [Fact]
    public void Plain_rows_need_no_project()
    {
        var ruleSet = rules.Sound();
        var fields = Fields.Select(f => new ScaledField(ruleSet.Schema.Field(f.Name)!, f.Decimals, f.Unit.Length > 0 ? f.Unit : null)).ToList();
        var scorer = ColumnScorer.Of(new CompiledExecutor(ruleSet, standings: true), ruleSet, fields);
        var scores = new ScoreColumns(300, 7, 2);
        var left = new List<int>();
        scorer!.Score(new ScaledColumns(300, [.. Values.Select(v => Enumerable.Repeat(v[0], 300).ToArray())], [.. Values.Select(_ => ReadOnlyMemory<byte>.Empty)], default), scores, left);
        Assert.Empty(left);
        // 5 ÷ 10 of 40, 100万元 ÷ 1万元 = 100, not accepted, 98.5% between 60% and 100% of 20.
        Assert.Equal([6925, 2000, 3000, 0, 1925], new[] { 0, 3, 4, 5, 6 }.Select(node => scores.Points[node][299]));
    }

    [Theory]
    [InlineData("没有的", 0, "", "packed_fields[\"没有的\"]")]
    [InlineData("说明书", 0, "", "packed_fields[\"说明书\"]")]
    [InlineData("预算", 0, "", "packed_fields[\"预算\"]")]
    [InlineData("预算", 7, "万元", "packed_fields[\"预算\"]")]
    [InlineData("预算", -1, "万元", "packed_fields[\"预算\"]")]
    [InlineData("实际", 0, "万元", "packed_fields[\"实际\"]")]
    public async Task A_column_that_the_rules_do_not_know_is_refused(string name, int decimals, string unit, string field)
    {
        await using var service = await RunningService.Start(rules.Parent);
        var opening = new ScoreStreamOpening { RuleSet = new RuleSetChoice { Id = "test" }, PackedFields = { new PackedField { Name = name, Decimals = decimals, Unit = unit } } };
        var error = await Fails(service, new ScoreStreamRequest { Opening = opening });
        Assert.Equal((StatusCode.InvalidArgument, "PACKED_INVALID"), RunningService.Said(error));
        Assert.Equal(field, error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations[0].Field);
    }

    [Fact]
    public async Task Columns_of_another_length_are_refused()
    {
        await using var service = await RunningService.Start(rules.Parent);
        foreach (var (spoil, field) in new (Action<PackedChunk>, string)[]
        {
            (c => c.Columns.RemoveAt(4), "columns"),
            (c => c.Columns[1].Values.Add(1), "columns[\"计划\"]"),
            (c => c.Columns[2].Present = ByteString.CopyFrom(1, 2), "columns[\"预算\"]"),
            (c => c.Documented = ByteString.CopyFrom(1, 2), "documented"),
        })
        {
            var chunk = new PackedChunk { Sequence = 1, ProjectIds = { "P1" }, Columns = { Fields.Select(_ => new PackedColumn { Values = { 1 } }) } };
            spoil(chunk);
            var error = await Fails(service, Opening, new ScoreStreamRequest { Packed = chunk });
            Assert.Equal((StatusCode.InvalidArgument, "PACKED_INVALID"), RunningService.Said(error));
            Assert.Equal(field, error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations[0].Field);
        }
    }

    private static async Task<RpcException> Fails(RunningService service, params ScoreStreamRequest[] messages)
    {
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        foreach (var message in messages)
        {
            await call.RequestStream.WriteAsync(message, Cancel);
        }

        return await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel));
    }

    private static async Task Compare(RunningService service, (int[] Which, bool[] Present, bool Documented, int Id)[] rows)
    {
        var chunk = new PackedChunk { Sequence = 1, ProjectIds = { rows.Select((r, i) => r.Id == 0 ? "P" : r.Id == 1 ? "" : $"P{i}") } };
        var projects = new ProjectChunk { Sequence = 2, Projects = { chunk.ProjectIds.Select(id => new V1.Project { Id = id }) } };
        var documented = new byte[(rows.Length + 7) / 8];
        foreach (var (f, field) in Fields.Index())
        {
            var column = new PackedColumn();
            var present = new byte[documented.Length];
            foreach (var (i, row) in rows.Index())
            {
                // Every second row is as it should be.
                var number = i % 2 == 0 ? Values[f][0] : Values[f][row.Which[f] % Values[f].Length];
                column.Values.Add(number);
                if (i % 2 == 1 && row.Present[f])
                {
                    continue;
                }

                present[i / 8] |= (byte)(1 << (i % 8));
                documented[i / 8] |= (byte)(row.Documented ? 1 << (i % 8) : 0);
                projects.Projects[i].Fields.Add(new Field { Name = field.Name, Value = Value(field, number), Source = row.Documented ? "报告" : "" });
            }

            column.Present = ByteString.CopyFrom(present);
            chunk.Columns.Add(column);
        }

        chunk.Documented = ByteString.CopyFrom(documented);
        using var call = service.Scoring.ScoreStream(cancellationToken: Cancel);
        await call.RequestStream.WriteAsync(Opening, Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Packed = chunk }, Cancel);
        await call.RequestStream.WriteAsync(new ScoreStreamRequest { Projects = projects }, Cancel);
        await call.RequestStream.CompleteAsync();
        var answers = await call.ResponseStream.ReadAllAsync(Cancel).ToListAsync(Cancel);
        var (legend, packed, scored) = (answers[0].Opened.Legend, answers[1].Packed, answers[2].Scored);
        Assert.Equal(scored.Results.Select(Said), rows.Select((_, i) => Said(packed, legend, i)));
    }

    private static V1.Value Value((string Name, int Decimals, string Unit) field, long number) => field.Name == "已验收" && number is 0 or 1
        ? new V1.Value { YesNo = number == 1 }
        : new V1.Value { Number = Digits(number, field.Decimals), Unit = field.Unit };

    private static string Digits(long number, int decimals) =>
        (number / Enumerable.Repeat(10m, decimals).Aggregate(1m, (a, b) => a * b)).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    private static string Said(V1.ProjectResult result) => result.Error is { } error ? $"{error.GetDetail<Google.Rpc.ErrorInfo>()!.Reason} {error.Message}"
        : $"{result.Scores.Total} {result.Scores.Grade} {string.Join(' ', result.Scores.Nodes.Select(n => $"{n.Code}={n.Published}"))} {string.Join(' ', result.Scores.Flags)} ? {string.Join(' ', result.Scores.UndecidedFlags)}";

    private static string Said(PackedScores packed, PackedLegend legend, int row)
    {
        if (packed.Errors.FirstOrDefault(e => e.Row == row) is { } error)
        {
            Assert.All(packed.Nodes, n => Assert.False(Bit(n.Present, row)));
            return $"{error.Error.GetDetail<Google.Rpc.ErrorInfo>()!.Reason} {error.Error.Message}";
        }

        var points = packed.Nodes.Select((n, i) => Bit(n.Present, row) ? Digits(n.Values[row], legend.Nodes[i].Decimals) : "").ToImmutableArray();
        return $"{points[0]} {(packed.Grades[row] == 0 ? "" : legend.Grades[packed.Grades[row] - 1])} {string.Join(' ', legend.Nodes.Skip(1).Select((n, i) => $"{n.Code}={points[i + 1]}"))} "
            + $"{string.Join(' ', legend.Flags.Where((_, f) => Bit(packed.Flags[f], row)))} ? {string.Join(' ', legend.Flags.Where((_, f) => Bit(packed.UndecidedFlags[f], row)))}";
    }

    private static bool Bit(ByteString bits, int row) => (bits[row / 8] >> (row % 8) & 1) != 0;
}
