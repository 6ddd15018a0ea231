using System.Text;
using CsCheck;
using Indicators.Batch;
using Indicators.Compiled;
using Indicators.Csv;
using Indicators.Sampling;
using Indicators.Tests.Cases;

namespace Indicators.Tests.Batch;

/// <summary>Projects with findings and tables come out the same from bytes to bytes and through objects, whatever is wrong with their rows.</summary>
public sealed class QuickFilesTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>What people leave in a cell.</summary>
    private static readonly string[] Odd =
    [
        "", " ", "符合", "不符合", "部分符合", "缺陷", "不适用", "无法考核", "未提供", "认定符合", "认定不符合", "打分", "优", "50%", "1/2", "0.5", "7.5分", "120%", "-1", "A11", "B22①", "B22", "A", "Z9",
        "2017年3月5日", "2017/3/5", "2017-13-40", "1,234.5万元", "3O", "0", "是", "自述", "反推", "文件", "名称1", "称号2", "“引”", "a\"b", "\"引,号\"", "\"两\n行\"", "=1+1", "\u00A0", "　", "P00000003", "空白",
    ];

    private readonly BothWays files = new();

    public static TheoryData<string, int> RuleSets => new()
    {
        { "kunming-2017", 6 },
        { "textbook-2018", 3 },
        { "yinchuan-2021", 3 },
        { "mof-2013-example", 3 },
        { "shanghai-pudong-2018", 3 },
        { "us-part", 3 },
    };

    [Theory]
    [MemberData(nameof(RuleSets))]
    public void Rows_that_are_changed_at_random_come_out_the_same_both_ways(string name, int iterations)
    {
        var ruleSet = ShippedCases.Load(name).RuleSet!;
        const int projects = 60;
        new SamplePortfolio(ruleSet, 11).Write(files.Evidence, projects, TestContext.Current.CancellationToken);
        var sound = Directory.GetFiles(files.Evidence).Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileName(f), Lines: File.ReadAllLines(f))).ToArray();
        var quick = files.RequireSame(ruleSet);
        output.WriteLine($"{quick} of {projects} projects of {name} went from bytes to bytes");
        Assert.True(quick * 2 > projects, "Hardly a project is plain.");

        var change = Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[0, 5], Gen.Int[0, 1 << 20], Gen.Int[0, 30], Gen.Int[0, Odd.Length - 1]);
        change.Array[1, 25].Sample(
            changes =>
            {
                var changed = sound.Select(f => f.Lines.ToList()).ToArray();
                foreach (var (file, kind, line, column, odd) in changes)
                {
                    Change(changed[file], kind, 1 + line % (changed[file].Count - 1), column, Odd[odd]);
                }

                foreach (var (file, lines) in sound.Zip(changed))
                {
                    files.Write(file.Name, string.Join('\n', lines) + "\n");
                }

                files.RequireSame(ruleSet);
            },
            iter: iterations, threads: 1);
    }

    [Fact]
    public void Classes_of_evidence_say_what_values_rest_on_both_ways()
    {
        using var rules = new TestRuleSet(
            ("evidence.yaml", "数据: {实际: 数, 计划: 数}\n表:\n  凭证: {键: 编号, 列: {编号: 文本, 数额: 数}}"),
            ("output.yaml", """
                一级指标: 产出
                二级指标:
                  - 名称: 数量
                    三级指标:
                      - {编号: A1, 名称: 完成率, 分值: 50, 取值: 实际 / 计划, 按比例: 100%}
                      - {编号: A2, 名称: 凭证, 分值: 30, 符合: sum(凭证.数额) > 5}
                      - {编号: A3, 名称: 制度, 分值: 20}
                """));
        files.Write("项目.csv", "项目,实际,计划,来源,类别\nP1,1,2,报告,\nP2,1,2,报告,自述\nP3,1,2,报告,反推\nP4,1,2,,文件\nP5,1,2,报告,document\nP6,1,2,报告,别的\n");
        files.Write("凭证.csv", "项目,编号,数额,来源,类别\nP1,a,3,报告,\nP1,b,4,报告,自述\nP2,a,6,报告,凭证\nP3,a,6,报告,反推\nP3,b,6,报告,\nP4,a,1,,\nP4,a,1,,\nP5,a,,报告,\n");
        files.Write("评价意见.csv", "项目,要点,结论,佐证,类别\nP1,A3,符合,文件1,\nP2,A3,符合,文件1,自述\nP3,A3,符合,,\nP4,A3,不符合,文件1,反推\nP5,A3,符合,文件1,访谈\n");
        Assert.Equal(4, files.RequireSame(rules.Sound()));
    }

    public void Dispose() => files.Dispose();

    private static void Change(List<string> lines, int kind, int line, int column, string odd)
    {
        switch (kind)
        {
            case 0:
                lines.Insert(line, lines[line]);
                break;
            case 1 when lines.Count > 2:
                lines.RemoveAt(line);
                break;
            case 2 when line > 1:
                (lines[line], lines[line - 1]) = (lines[line - 1], lines[line]);
                break;
            case 3:
                lines[line] += $",{odd}";
                break;
            default:
                var cells = lines[line].Split(',');
                cells[column % cells.Length] = odd;
                lines[line] = string.Join(',', cells);
                break;
        }
    }
}
