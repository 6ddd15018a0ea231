using System.Globalization;
using System.Text;
using CsCheck;

namespace Indicators.Tests.Batch;

/// <summary>The same of 数据.csv, a value a row: the values of a project may stand in several rows of one field, in no row, or apart.</summary>
public sealed class QuickValuesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Headers = ["项目,字段,值,来源,类别", "项目,字段,值(万元),来源", "来源,值,字段,项目"];

    private static readonly (string Field, string[] Values)[] Fields =
    [
        ("实际", ["5", "0", "1000", "12.50", "3个", "", "约5", "不适用", "1,000", "\"7\""]),
        ("完成数", ["5", "6"]),
        ("计划", ["10", "5", "", "未提供", "0"]),
        ("预算", ["1.5万元", "20000元", "100", "", "-1元", "1%", "0.015百万元", "1万 元"]),
        ("已验收", ["是", "否", "yes", "或许"]),
        ("没有的", ["1"]),
        (" 实际 ", ["5"]),
        ("　计划", ["5"]),
    ];

    private readonly BothWays files = new();

    [Fact]
    public void Random_values_come_out_the_same_both_ways()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", """
                数据:
                  实际: {类型: 数, 别名: [完成数]}
                  计划: {类型: 数, 必填: 是}
                  预算: {类型: 金额}
                  已验收: 是否
                """),
            ("output.yaml", """
                一级指标: 产出
                二级指标:
                  - 名称: 数量
                    三级指标:
                      - {编号: A1, 名称: 完成率, 分值: 60, 取值: 实际 / 计划, 按比例: 100%, 缺失: {空白: 零分}}
                      - {编号: A2, 名称: 预算, 分值: 30, 取值: 预算 / 10000, 分档: {≥ 1: 100%, 其余: 0}, 缺失: {空白: 零分, 未提供: 挂起}}
                      - {编号: A3, 名称: 验收, 分值: 10, 符合: 已验收, 缺失: {空白: 零分}}
                """));
        var ruleSet = rules.Sound();
        var (quick, all) = (0L, 0L);
        // The first four fields in turn, now and then another row.
        var value = Gen.Select(Gen.Frequency((20, Gen.Const(-1)), (1, Gen.Int[0, Fields.Length - 1])), Gen.Frequency((20, Gen.Const(0)), (2, Gen.Int[0, 9])));
        var row = Gen.Select(value, Gen.Frequency((10, Gen.Const("报告")), (2, Gen.Const("")), (1, Gen.Const("\"报\"\"告\""))), Gen.Frequency((30, Gen.Const("")), (1, Gen.Const("自述")), (1, Gen.Const("错"))));
        var id = Gen.Frequency((30, Gen.Const("P{0:0000}")), (1, Gen.Const(" P{0:0000}")), (1, Gen.Const("\"P{0:0000}\"")), (1, Gen.Const("P0003")), (1, Gen.Const("")), (1, Gen.Const("P{0:0000}\u00A0")));
        var odd = Gen.Frequency((60, Gen.Const("")), (1, Gen.Const(",多")), (1, Gen.Const("\"")), (1, Gen.Const("\n,,")));
        Gen.Select(Gen.Int[0, Headers.Length - 1], Gen.Bool, Gen.Select(row, id, odd).Array[4, 1200]).Sample(
            (header, isTidy, rows) =>
            {
                // An id that may be read in two ways leaves all of its block to others.
                rows = isTidy ? [.. rows.Select(r => (r.Item1, "P{0:0000}", ""))] : rows;
                var text = new StringBuilder(Headers[header] + "\n");
                foreach (var (i, (((field, which), source, kind), project, more)) in rows.Index())
                {
                    var (name, values) = Fields[field >= 0 ? field : i % 4 is var turn && turn == 1 ? 2 : turn == 0 ? 0 : turn + 1];
                    var code = string.Format(CultureInfo.InvariantCulture, project, i / 4);
                    var cell = values[which % values.Length];
                    text.Append(header == 2 ? $"{source},{cell},{name},{code}" : header == 1 ? $"{code},{name},{cell},{source}" : $"{code},{name},{cell},{source},{kind}").Append(more).Append('\n');
                }

                all += rows.Length / 4;
                files.Write("数据.csv", text.ToString());
                quick += files.RequireSame(ruleSet);
            },
            iter: 120, threads: 1);
        output.WriteLine($"{quick} of {all} projects went from bytes to bytes");
        Assert.True(quick * 20 > all, "Hardly a project is plain.");
    }

    [Fact]
    public void A_project_whose_rows_stand_apart_is_one_project()
    {
        using var rules = new TestRuleSet(("evidence.yaml", "数据: {实际: 数, 计划: 数}"), ("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 100%")));
        files.Write("数据.csv", "项目,字段,值,来源\nP1,实际,5,报告\nP2,实际,1,报告\nP2,计划,2,报告\nP1,计划,10,报告\n");
        files.RequireSame(rules.Sound());
    }

    public void Dispose() => files.Dispose();
}
