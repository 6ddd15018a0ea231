using Indicators.Loading;

namespace Indicators.Benchmarks.Batch;

/// <summary>Made-up rules over a table of payments, as an analyst would write them and as one would write them in C#.</summary>
internal static class TableRules
{
    public const int Indicators = 4;

    /// <summary>A payment above it is a large one.</summary>
    public const double Large = 500_000;

    public static RuleSet Load()
    {
        var folder = Directory.CreateTempSubdirectory("table-rules-");
        try
        {
            Write("rule-set.yaml", "格式: 1\n编号: tables\n名称: 合成的付款规则\n等级: {优: ≥ 90, 良: ≥ 80, 中: ≥ 60, 差: 其余}\n步长: 连续\n");
            Write("evidence.yaml", "数据:\n  计划: {类型: 金额 元, 范围: '> 0'}\n表:\n  付款: {键: 凭证, 列: {凭证: 文本, 金额: 金额 元}}\n");
            Write("process.yaml", """
                一级指标: 过程
                二级指标:
                  - 名称: 付款
                    三级指标:
                      - {编号: I1, 名称: 支付率, 分值: 40, 取值: sum(付款.金额) / 计划, 按比例: 100%}
                      - {编号: I2, 名称: 笔数, 分值: 20, 取值: count(付款), 分档: {≥ 5: 100%, ≥ 4: 60%, ≥ 3: 30%, 其余: 0}}
                      - {编号: I3, 名称: 大额, 分值: 20, 扣分: {每项: 10%, 件数: 'count(付款[金额 > 500000])'}}
                      - {编号: I4, 名称: 最大一笔, 分值: 20, 取值: max(付款.金额) / 计划, 直线: {零分: 60%, 满分: 20%}}
                """);
            var loaded = RuleSetLoader.LoadDirectory(folder.FullName);
            return loaded.RuleSet ?? throw new InvalidOperationException(string.Join("\n", loaded.Problems));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
    }

    public static void Score(double plan, double sum, int count, int large, double most, Span<double> to)
    {
        to[0] = Round(Math.Min(sum / plan, 1) * 40);
        to[1] = count >= 5 ? 20 : count >= 4 ? 12 : count >= 3 ? 6 : 0;
        to[2] = Math.Max(20 - 2 * large, 0);
        to[3] = Round(Math.Min(Math.Max((0.6 - most / plan) / 0.4, 0), 1) * 20);
        var total = to[4] = to[5] = to[0] + to[1] + to[2] + to[3];
        to[6] = total >= 90 ? 0 : total >= 80 ? 1 : total >= 60 ? 2 : 3;
        to[7] = 0;
    }

    private static double Round(double points) => Math.Floor(points * 100 + 0.5) / 100;
}
