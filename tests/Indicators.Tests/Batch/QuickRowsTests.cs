using System.Text;
using CsCheck;

namespace Indicators.Tests.Batch;

/// <summary>Rows that go from bytes to bytes come out as those that are read into objects, whatever stands in their cells.</summary>
public sealed class QuickRowsTests(ITestOutputHelper output) : IDisposable
{
    private const string Evidence = """
        数据:
          实际: {类型: 数 个, 范围: '[0..1000]'}
          计划: {类型: 数 个, 必填: 是}
          预算: {类型: 金额 万元, 范围: '> 0'}
          到位: 金额
          满意度: {类型: 百分比, 范围: '[0..1]'}
          已验收: 是否
          说明书: 文本
          开工: 日期
          完工: 日期
        """;

    private const string Flags = """
        疑点:
          - {编号: F1, 名称: 多, 当: 实际 > 计划, 说明: 多于计划}
          - {编号: F2, 名称: 晚, 当: 开工 > 完工, 说明: 开工晚}
          - {编号: F3, 名称: 差, 当: '说明书 = "甲" and 已验收 = false', 说明: 甲没有验收, 性质: 红线, 等级上限: 中}
        """;

    private static readonly Dictionary<string, string[]> Cells = new()
    {
        ["项目"] = ["P", " P ", "\"P\"", "=P", "＝P", "　P", "\"P,\"\"", "－"],
        ["名称"] = ["甲项目", "\"甲, 乙\"", "\"一\n二\"", " 甲", "甲　", "-1", "", "“甲”", "—甲—", "\"说\"\"好\"\"\"", "甲\u00A0"],
        ["实际"] = ["5", "0", "1000", "1000.0001", "-1", "12.50", "3个", "１２", "1,000", "", "不适用", "约5", "12.34567", "00012", "1e3", "+5", "无法考核"],
        ["计划"] = ["10", "5", "0.1", "999999999999", "123456789012345678", "", "未提供", "10 ", "10.", "0"],
        ["预算(万元)"] = ["100", "0", "0.01", "30万元", "99999999999", "1.2345678", "", "50元"],
        ["到位(万元)"] = ["30", "30万元", "", "1亿元", "N/A", "withheld"],
        ["满意度(%)"] = ["98.5", "98.5%", "100", "101", "0", "", "85.12345", "-0"],
        ["已验收"] = ["是", "否", "yes", "No", "", "不适用", "或许"],
        ["说明书"] = ["甲", "乙", "n/a", "N/A", " 甲 ", "", "甲　", "\"甲\"", "很长的说明"],
        ["开工"] = ["2017-04-25", "2017-06-30", "2017-07-01", "2017/7/1", "2017年7月1日", "2017-02-30", "", "2017-7-1"],
        ["完工"] = ["2017-06-30", "2017-04-25", "2017-04-24", "", "2017-06-31"],
        ["来源"] = ["报告", "", "　", "\"报告, 一\""],
        ["类别"] = ["", "", "", "文件", "自述", "反推", "没有的"],
    };

    private readonly BothWays files = new();

    [Fact]
    public void Random_rows_come_out_the_same_both_ways()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", Evidence),
            ("flags.yaml", Flags),
            ("output.yaml", """
                一级指标: 产出
                二级指标:
                  - 名称: 数量
                    三级指标:
                      - {编号: A1, 名称: 完成率, 分值: 40, 取值: 实际 / 计划, 按比例: 100%}
                      - {编号: A2, 名称: 到位率, 分值: 30, 取值: 到位 / 预算, 分档: {≥ 90%: 100%, ≥ 60%: 50%, 其余: 0}, 缺失: {空白: 零分, 未提供: 挂起}}
                      - {编号: A3, 名称: 验收, 分值: 10, 符合: 已验收}
                      - {编号: A4, 名称: 满意, 分值: 20, 取值: 满意度, 直线: {零分: 60%, 满分: 100%}, 缺失: {不适用: 剔除}}
                """));
        var ruleSet = rules.Sound();
        var (quick, all) = (0L, 0L);
        // Mostly plain cells, so that whole rows are; and some of everything.
        var cell = Cells.Values.Select(c => Gen.Frequency((40, Gen.Const(c[0])), (3, Gen.Int[0, c.Length - 1].Select(i => c[i]))));
        var row = cell.Aggregate(Gen.Const(Array.Empty<string>()), (all, one) => Gen.Select(all, one, (a, b) => a.Append(b).ToArray()));
        var odd = Gen.Frequency((20, Gen.Const("")), (1, Gen.Const(",多")), (1, Gen.Const("\"")), (1, Gen.Const("\n,,,,,,,,,,,,")), (1, Gen.Const("\0")));
        Gen.Select(row, odd).Array[1, 700].Sample(
            rows =>
            {
                var text = new StringBuilder(string.Join(',', Cells.Keys) + "\n");
                foreach (var (i, (cells, more)) in rows.Index())
                {
                    text.Append(cells[0].Replace("P", $"P{i:0000}", StringComparison.Ordinal)).Append(',').AppendJoin(',', cells.Skip(1)).Append(more).Append('\n');
                }

                all += rows.Length;
                files.Write("项目.csv", text.ToString());
                quick += files.RequireSame(ruleSet);
            },
            iter: 60, threads: 1);
        output.WriteLine($"{quick} of {all} rows went from bytes to bytes");
        Assert.True(quick * 5 > all, "Hardly a row is plain.");
    }

    [Fact]
    public void Plain_rows_make_no_objects()
    {
        using var rules = new TestRuleSet(("evidence.yaml", Evidence), ("output.yaml", TestRuleSet.Dimension(100, "取值: 实际 / 计划\n按比例: 100%")));
        var ruleSet = rules.Sound();
        var each = new[] { 50_000, 250_000 }.Select(rows =>
        {
            files.Write("项目.csv", "项目,名称,实际,计划,来源\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"P{i:00000},甲,{i % 1000},1000,报告\n")));
            files.Run(ruleSet, isQuick: true, 1 << 16);
            var before = GC.GetAllocatedBytesForCurrentThread();
            files.Run(ruleSet, isQuick: true, 1 << 16);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).ToList();
        // A block makes some.
        Assert.InRange((each[1] - each[0]) / 200_000m, 0, 4);
    }

    public void Dispose() => files.Dispose();
}
