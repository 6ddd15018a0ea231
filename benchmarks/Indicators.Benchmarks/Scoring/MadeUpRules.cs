using System.Globalization;
using System.Text;
using Indicators.Loading;

namespace Indicators.Benchmarks.Scoring;

/// <summary>
/// Made-up rules of any size, as an analyst would write them: four dimensions whose indicators are in turn a proportion, a
/// slope, bands, a line and a deduction, over one and a half times as many fields; grades and three flags.
/// </summary>
internal static class MadeUpRules
{
    /// <summary>The largest figure in a field.</summary>
    public const int Largest = 1_000_000;

    private const int Dimensions = 4;

    public static int FieldsOf(int indicators) => indicators * 3 / 2;

    public static RuleSet Of(int indicators)
    {
        var folder = Directory.CreateTempSubdirectory("made-up-rules-");
        try
        {
            Write(folder.FullName, indicators);
            var loaded = RuleSetLoader.LoadDirectory(folder.FullName);
            return loaded.RuleSet ?? throw new InvalidOperationException(string.Join("\n", loaded.Problems));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes the files into a folder.</summary>
    public static void Write(string folder, int indicators)
    {
        Write("rule-set.yaml", "格式: 1\n编号: made-up\n名称: 合成的指标体系\n等级: {优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}\n步长: 连续\n");
        Write("evidence.yaml", "数据:\n" + string.Concat(Enumerable.Range(1, FieldsOf(indicators)).Select(f => $"  f{f}: {{类型: 数, 范围: '[0..{Largest}]'}}\n")));
        Write("flags.yaml", """
            疑点:
              - {编号: F1, 名称: 高于, 当: f1 > f2, 说明: "{f1} > {f2}"}
              - {编号: F2, 名称: 合计, 当: f3 + f4 > f5 + f6, 说明: "{f3}、{f4}"}
              - {编号: F3, 名称: 低分, 当: '得分("总分") < 40', 说明: 总分低, 性质: 红线, 等级上限: 差}
            """);
        for (var dimension = 0; dimension < Dimensions; dimension++)
        {
            Write($"dimension{dimension}.yaml", Dimension(dimension, indicators));
        }

        void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);
    }

    private static string Dimension(int dimension, int indicators)
    {
        var each = indicators / Dimensions;
        var weight = (100m / indicators).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder($"一级指标: 维度{dimension}\n二级指标:\n  - 名称: 类别{dimension}\n    三级指标:\n");
        for (var i = dimension * each; i < (dimension + 1) * each; i++)
        {
            var (a, b) = ($"f{i + 1}", $"f{(i + 7) % FieldsOf(indicators) + 1}");
            var method = (i % 5) switch
            {
                0 => $"取值: {a} / {b}, 按比例: 100%",
                1 => $"取值: {a} / {b}, 增减: {{基准: 100%, 每低: 1%扣5%}}",
                2 => $"取值: {a} / {b}, 分档: {{≥ 90%: 100%, ≥ 80%: 60%, ≥ 60%: 30%, 其余: 0}}",
                3 => $"取值: {a} / {b}, 直线: {{零分: 60%, 满分: 100%}}",
                _ => $"扣分: {{每项: 10%, 件数: {a} / 100000}}",
            };
            text.Append(CultureInfo.InvariantCulture, $"      - {{编号: I{i + 1}, 名称: 指标{i + 1}, 分值: {weight}, {method}, 缺失: {{空白: 零分}}}}\n");
        }

        return text.ToString();
    }
}
