using Indicators.Loading;

namespace Indicators.Tests.Loading;

/// <summary>Rule sets side by side in a temporary folder: the base of 100 points, and those that a test lays over it.</summary>
internal sealed class RuleSetFamily : IDisposable
{
    public const string Output = """
        一级指标: 产出
        分值: 60
        二级指标:
          - 名称: 数量
            分值: 60
            三级指标:
              - {编号: A1, 名称: 完成率, 分值: 40, 依据: 甲文, 口径: 按全年, 取值: 实际 / 计划, 按比例: 100%}
              - {编号: A2, 名称: 验收, 分值: 20, 符合: 已验收}
        """;

    public const string Effect = """
        一级指标: 效果
        分值: 40
        二级指标:
          - 名称: 满意
            分值: 30
            三级指标:
              - {编号: B1, 名称: 满意率, 分值: 30, 取值: 满意度, 分档: {≥ 90%: 100%, ≥ 80%: 50%, 其余: 0}}
          - 名称: 长效
            分值: 10
            三级指标:
              - {编号: B2, 名称: 管理, 分值: 10, 评价要点: [有制度, 有检查, 有整改]}
        """;

    public const string Flags = """
        疑点:
          - {编号: F1, 名称: 超额, 指标: A1, 当: 实际 > 计划, 说明: "实际 {实际}"}
          - {编号: F2, 名称: 未验收, 指标: A2, 当: not(已验收), 说明: 没有验收}
        """;

    /// <summary>9 of 12, accepted, 85% satisfied, half of the money received.</summary>
    public static readonly Project Project = TestProject.Of(
        ("实际", 9), ("计划", 12), ("已验收", true), ("满意度", "0.85"), ("到位", 50), ("预算", 100));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rule-sets-");

    public RuleSetFamily()
    {
        Add("base", ("rule-set.yaml", TestRuleSet.Header), ("evidence.yaml", TestRuleSet.Evidence), ("output.yaml", Output), ("effect.yaml", Effect), ("flags.yaml", Flags));
    }

    /// <summary>A header with nothing but what an extension must say.</summary>
    public static string Header(string id, string extends = "base", string more = "") => $"""
        格式: 1
        编号: {id}
        名称: 体系{id}
        继承: {extends}
        {more}
        """;

    public string Path(params string[] parts) => System.IO.Path.Combine([folder.FullName, .. parts]);

    public RuleSetFamily Add(string name, params (string File, string Text)[] files)
    {
        Directory.CreateDirectory(Path(name));
        foreach (var (file, text) in files)
        {
            File.WriteAllText(Path(name, file), text);
        }

        return this;
    }

    /// <summary>The extension “ext” of the base with these files, and perhaps more keys in its header.</summary>
    public LoadResult Extended(string more = "", params (string File, string Text)[] files)
    {
        Add("ext", [("rule-set.yaml", Header("ext", more: more)), .. files]);
        return Load("ext");
    }

    public LoadResult Load(string name, int? year = null) => RuleSetLoader.LoadDirectory(Path(name), year);

    public RuleSet Sound(string name, int? year = null) => Sound(Load(name, year));

    public RuleSet SoundExtension(string more = "", params (string File, string Text)[] files) => Sound(Extended(more, files));

    public static RuleSet Sound(LoadResult loaded)
    {
        Assert.Empty(loaded.Problems.Select(p => $"{p} {p.Remedy(Language.Chinese)}"));
        return loaded.RuleSet!;
    }

    /// <summary>The published score of a code, of <see cref="Project"/>.</summary>
    public static decimal Score(RuleSet ruleSet, string code)
    {
        var score = ReferenceEvaluator.Evaluate(ruleSet, Project).Total.All.Single(s => s.Node.Code == code);
        return decimal.Parse(score.Published.ToFixed(2), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
