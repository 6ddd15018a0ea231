using Indicators.Loading;

namespace Indicators.Tests;

/// <summary>A rule set in a temporary folder with room for others beside it: a sound one of 100 points in which each test replaces what it is about.</summary>
internal sealed class TestRuleSet : IDisposable
{
    public const string Header = """
        格式: 1
        编号: test
        名称: 试验体系
        年度: 2017
        等级: {优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}
        """;

    public const string Evidence = """
        数据:
          实际: 数
          计划: 数
          预算: 金额
          到位: 金额
          满意度: 百分比
          已验收: 是否
          说明书: 文本
          开工: 日期
        计算:
          到位率: = 到位 / 预算
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rule-set-");

    public TestRuleSet(params (string File, string Text)[] files)
    {
        Directory.CreateDirectory(Path);
        Write("rule-set.yaml", Header);
        Write("evidence.yaml", Evidence);
        foreach (var (file, text) in files)
        {
            Write(file, text);
        }
    }

    /// <summary>The folder in which the rule set stands.</summary>
    public string Parent => folder.FullName;

    public string Path => System.IO.Path.Combine(Parent, "rules");

    /// <summary>A set whose one indicator A1 has 100 points and the given keys, and perhaps other defaults.</summary>
    public static TestRuleSet WithNode(string keys, string header = Header, string evidence = Evidence) =>
        new(("rule-set.yaml", header), ("evidence.yaml", evidence), ("output.yaml", Dimension(100, keys)));

    /// <summary>A dimension file with the one indicator A1 of this weight.</summary>
    public static string Dimension(int weight, string keys) => $"""
        一级指标: 产出
        二级指标:
          - 名称: 产出数量
            三级指标:
              - 编号: A1
                名称: 完成率
                分值: {weight}
        {string.Join('\n', keys.ReplaceLineEndings("\n").Split('\n').Select(l => "        " + l))}
        """;

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public LoadResult Load() => RuleSetLoader.LoadDirectory(Path);

    /// <summary>The rule set, which must load without a problem.</summary>
    public RuleSet Sound()
    {
        var (ruleSet, problems) = Load();
        Assert.Empty(problems.Select(p => $"{p} {p.Remedy(Language.Chinese)}"));
        return ruleSet!;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
