using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using CsCheck;
using Indicators.Compiled;
using Indicators.Feel;

namespace Indicators.Tests.Batch;

/// <summary>What rules make of a table comes out the same whether a program works it out of bytes or the reference of objects.</summary>
public sealed class QuickTablesTests(ITestOutputHelper output) : IDisposable
{
    private const string Header = TestRuleSet.Header + "\n评价期: {起: 2017-01-01, 止: 2017-12-31}\n缺失: {不适用: 剔除}\n";

    private const string Columns = "号: 文本, 数一: 数, 数二: {类型: 数, 范围: '> 0'}, 金额: 金额 元, 比: 百分比, 日: 日期, 名: 文本, 真: 是否, 倍: = 数一 * 2, 率: = 数一 / 数二";

    private static readonly string[] Conditions =
    [
        "数一 > 3", "数一 >= 数二", "金额 / 3 > 1", "比 <= 50%", "日 >= 评价期.起", "评价期.止 < 日", "日 = 评价期.起", "名 = \"甲\"", "名 in (\"甲\", \"乙\")", "真", "not(真)", "missing(数一)", "数一 = null",
        "数一 > 3 and 数二 < 4", "数一 > 3 or 日 < 评价期.起", "倍 > 6", "率 >= 1", "数一 in [1..4]", "数一 * 数二 - 倍 > 0", "item.数一 < 0", "if 真 then 数一 > 0 else 数二 > 2",
    ];

    private static readonly string[] Figures =
    [
        "sum(明细.数一)", "count(明细)", "count(明细.数一)", "min(明细.数二)", "max(明细.数一)", "sum(明细.金额) / 100", "sum(明细.比)", "sum(明细.倍)", "count(明细[{0}])", "sum(明细[{0}].数一)", "sum(明细[{0}].金额) / 100",
        "min(明细[{0}].倍)", "max(明细[{0}].比)", "count(明细[{0}].日)", "count(明细[{0}][{1}])", "合计(明细[{0}].数二)", "sum(明细[{0}].数一) / 计划", "最大(明细[{0}].数一) - 个数(明细[{1}])",
    ];

    private static readonly string[] Truths =
    [
        "some 行 in 明细 satisfies {0}", "every 行 in 明细 satisfies {0}", "some 行 in 明细[{1}] satisfies {0}", "every 行 in 明细[{1}] satisfies {0}",
    ];

    private static readonly string[][] Cells =
    [
        ["0", "1", "2", "3", "3.0001", "4", "5.5", "-2", "-7", "1000000", "", "不适用", "未提供", "无法考核"],
        ["1", "2", "2.25", "3", "4", "0.5", "", "不适用", "未提供"],
        ["0", "1元", "3", "3.01", "100", "2万元", "-5", "", "不适用", "无法考核"],
        ["0%", "50%", "50.01%", "100%", "12.3456%", "3.333333%", "", "未提供"],
        ["2016-12-31", "2017-01-01", "2017年6月1日", "2017-12-31", "2018-01-01", "", "不适用"],
        ["甲", "乙", "丙", "", "未提供"],
        ["是", "否", "yes", "", "无法考核"],
    ];

    private readonly BothWays files = new();

    [Fact]
    public void Aggregates_of_random_rows_are_those_of_the_reference()
    {
        var (quick, all, programs) = (0L, 0, 0);
        Gen.Int.Sample(
            seed =>
            {
                var random = new Random(seed);
                using var rules = Rules(random);
                var ruleSet = rules.Sound();
                var share = CompiledProgram.Of(ruleSet, out _, standings: true)?.Share;
                Assert.NotNull(share);
                programs += share.Tables.Sum(t => t.Aggregates.Length);
                var projects = random.Next(1, 40);
                Evidence(random, projects);
                all += projects;
                quick += files.RequireSame(ruleSet);
            },
            iter: 30, threads: 1);
        output.WriteLine($"{quick} of {all} projects, {programs} aggregates worked out by programs");
        Assert.True(quick * 2 > all, $"{quick} of {all} projects went from bytes to bytes.");
        Assert.True(programs > 30 * 4, $"{programs} aggregates were worked out by programs.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(150)]
    public void As_many_rows_as_are_said_to_be_within_the_limits_are(int parts)
    {
        string[] expressions = [.. Figures.Select(f => f.Replace("{0}", "数一 > 3 and 日 < 评价期.起").Replace("{1}", "率 >= 1")), .. Conditions.Select(c => $"count(明细[{c}])"), .. Conditions.Select(c => $"every 行 in 明细[{c}] satisfies {Of(c, "行.")}")];
        using var rules = new TestRuleSet(
            ("rule-set.yaml", Header),
            ("evidence.yaml", $"数据:\n  计划: 数\n表:\n  明细: {{列: {{{Columns}}}}}\n计算:\n" + string.Concat(expressions.Select((e, i) => $"  值{i}: '= {e.Replace("'", "''")}'\n"))),
            ("output.yaml", TestRuleSet.Dimension(100, "取值: 值0\n按比例: 100%")));
        var ruleSet = rules.Sound();
        var said = 0;
        foreach (var formula in ruleSet.Schema.Computed.Select(c => c.Formula))
        {
            var rows = new StraightLine(formula, ruleSet.Schema).RowsOf(formula.Root, parts);
            said += rows >= 32 ? 1 : 0;
            var scope = new ProjectScope(ruleSet, new Project { Id = "P", Tables = ImmutableDictionary<string, ImmutableArray<Row>>.Empty.Add("明细", [.. Enumerable.Repeat(Longest(ruleSet.Schema.Table("明细")!), rows)]) });
            Assert.True(rows == 0 || Evaluator.EvaluatePart(formula.Root, scope, parts) is not null, $"{rows} rows of {Printer.Print(formula.Root)} take more than a share of {parts}.");
        }

        Assert.True(said * 10 > expressions.Length * 7, $"Of {said} of {expressions.Length} expressions something is said.");
    }

    [Fact]
    public void A_project_without_rows_a_table_without_a_file_and_one_that_is_long_are_those_of_the_reference()
    {
        using var rules = TestRuleSet.WithNode("取值: count(明细) + sum(别的.数)\n按比例: 600", evidence: "表:\n  明细: {列: {号: 文本}}\n  别的: {列: {数: 数}}");
        var ruleSet = rules.Sound();
        files.Write("项目.csv", "项目\nP1\nP2\nP3\n");
        files.Write("明细.csv", "项目\nP1\n" + string.Concat(Enumerable.Repeat("P3\n", StraightLine.MostRows + 1)));
        // P3 has more rows than the program takes.
        Assert.Equal(2, files.RequireSame(ruleSet));
        files.Write("别的.csv", "项目,数\nP1,\nP2,5\nP3,7\n");
        Assert.Equal(2, files.RequireSame(ruleSet));
    }

    public void Dispose() => files.Dispose();

    /// <summary>A row with nothing missing, and the longest numbers that evidence can have.</summary>
    private static Row Longest(TableDefinition table) => new(
        table.Columns.ToImmutableDictionary(c => c.Name, c => new Cell(
            c.Type.Kind switch
            {
                FieldKind.Text => Value.Of(new string('长', 10_000)),
                FieldKind.YesNo => Value.True,
                FieldKind.Date => new Value.Date(new DateOnly(2017, 5, 5)),
                _ => Value.Of(new Fraction(BigInteger.Pow(10, 28) - 1, BigInteger.Pow(10, 27))),
            },
            Standing.Evidence, null, new Place(""))),
        Standing.Evidence, null, new Place(""));

    private static TestRuleSet Rules(Random random)
    {
        var nodes = new StringBuilder("一级指标: 产出\n二级指标:\n  - 名称: 数量\n    三级指标:\n");
        for (var i = 1; i <= 5; i++)
        {
            nodes.Append($"      - {{编号: A{i}, 名称: 指标{i}, 分值: 15, 取值: '{Filled(random, One(random, Figures), "")}', 分档: {{≥ 8: 100%, ≥ 2.5: 60%, ≥ 0: 20%, 其余: 0}}}}\n");
        }

        nodes.Append($"      - {{编号: A6, 名称: 指标6, 分值: 25, 符合: '{Filled(random, One(random, Truths), "行.")}'}}\n");
        var key = random.Next(2) == 0 ? "键: 号, " : "";
        var flag = Filled(random, One(random, Truths), "行.");
        return new(
            ("rule-set.yaml", Header),
            ("evidence.yaml", $"数据:\n  计划: {{类型: 数, 范围: '> 0'}}\n表:\n  明细: {{{key}列: {{{Columns}}}}}\n"),
            ("output.yaml", nodes.ToString()),
            ("flags.yaml", $"疑点:\n  - {{编号: F1, 名称: 疑点, 指标: A1, 当: '{flag}', 说明: '合计 {{sum(明细.数一)}}'}}\n"));
    }

    /// <summary>With conditions in its blanks; of a loop, whose variable stands before every column.</summary>
    private static string Filled(Random random, string expression, string row) =>
        expression.Replace("{0}", Of(One(random, Conditions), row)).Replace("{1}", One(random, Conditions)).Replace("'", "''");

    private static string Of(string condition, string row) => row.Length == 0 ? condition
        : new[] { "数一", "数二", "金额", "比", "日", "名", "真", "倍", "率" }.Aggregate(condition.Replace("item.", ""), (text, column) => text.Replace(column, row + column));

    private void Evidence(Random random, int projects)
    {
        var (wide, rows) = (new StringBuilder("项目,计划,来源\n"), new StringBuilder("项目,号,数一,数二,金额,比,日,名,真,来源\n"));
        for (var p = 0; p < projects; p++)
        {
            wide.Append($"P{p},{random.Next(1, 9)},{(random.Next(2) == 0 ? "报告" : "")}\n");
            // Most rows are sound, and most of what is missing is missing in few of them.
            var missing = random.Next(3) == 0 ? 0.5 : 0.02;
            for (var r = random.Next(6); r > 0; r--)
            {
                rows.Append($"P{p},{(random.Next(40) == 0 ? "同" : $"{r}")},{string.Join(',', Cells.Select(c => Cell(random, c, missing)))},{(random.Next(2) == 0 ? "凭证" : "")}\n");
            }
        }

        files.Write("项目.csv", wide.ToString());
        files.Write("明细.csv", rows.ToString());
    }

    private static string Cell(Random random, string[] cells, double missing)
    {
        var values = cells.TakeWhile(c => c.Length > 0).ToArray();
        return random.NextDouble() < missing ? One(random, cells[values.Length..]) : One(random, values);
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];
}
