using CsCheck;
using Indicators.Feel;
using Indicators.Tests.Shapes;

namespace Indicators.Tests;

/// <summary>
/// Random rule sets over the fields of <see cref="TestRuleSet.Evidence"/>, as the YAML that an analyst would write: trees
/// of every method, nested, with policies, rounding, computed fields that read scores, flags and red lines.
/// </summary>
internal static class RandomRuleSet
{
    private const int MostIndicators = 9;

    private static readonly string[] Policies = ["零分", "暂不扣分", "剔除", "挂起"];

    private static readonly Gen<string> Condition = Gen.OneOf(
        OneOf("已验收", "实际 > 计划", "实际 ≥ 12 and 已验收", "not(已验收) or 满意度 < 80%", "到位 = 预算", "缺失(满意度)", "资金.2016.支出 > 3", "count(资金[支出 > 5]) = 1", "缺失(资金.2015.预算)", "实际 between 3 and 20", "实际 / 计划 in [50%..90%)"),
        Gen.Int[0, 30].Select(n => $"实际 + 计划 ≥ {n}"));

    private static readonly Gen<string> Measure = OneOf("实际 / 计划", "到位率", "满意度", "到位 / 预算", "实际 / (计划 - 7)", "sum(资金.支出) / sum(资金.预算)", "mean(资金.支出) / 10", "max(资金.支出) / 预算", "round half up(实际 / 计划, 1)");

    private static readonly Gen<string> Amount = Gen.OneOf(Gen.Int[0, 100].Select(p => $"{p}%"), OneOf("1/3", "2/3", "0.2分", "0"));

    private static readonly Gen<string> Plain = Gen.OneOf(
        Condition.Select(c => $"符合: '{c}'"),
        Gen.Select(Measure, OneOf("100%", "{目标: 90%, 零分: < 60%}", "{目标: 80%, 方向: ≤}", "{目标: 100%, 方向: =}")).Select((m, p) => $"取值: '{m}', 按比例: {p}"),
        Gen.Select(Measure, OneOf("1%扣5%", "3%扣0.2分", "0.7%扣2%"), OneOf("连续", "满", "不足按整"), OneOf("", ", 零分: < 60%", ", 满分: ≥ 120%"))
            .Select((m, s, mode, more) => $"取值: '{m}', 增减: {{基准: 100%, 每偏: {s}, 步长: {mode}{more}}}"),
        Gen.Select(Amount, OneOf("实际", "计划 - 实际", "max(实际, 计划)"), OneOf("", ", 零分: ≥ 6", ", 基数: 指标")).Select((a, c, more) => $"扣分: {{每项: {a}, 件数: '{c}'{more}}}"),
        Gen.Select(Measure, OneOf("{零分: 60%, 满分: 100%}", "{零分: 120%, 满分: 50%}", "{零分: 0, 满分: '满意度'}")).Select((m, l) => $"取值: '{m}', 直线: {l}"),
        OneOf("公式: '实际 / 3'", "公式: '(实际 - 计划) * 满意度'", "公式: 'if 已验收 then 实际 else 1 / 7'"),
        OneOf("扣分: {每项: 1/3, 零分: ≥ 3}", "扣分: {每项: 10%, 基数: 指标}", "部分得分: 允许", "部分得分: 不允许"));

    private static readonly Gen<string> Banded = Gen.Select(Measure, Amount, Amount, Plain).Select((m, a, b, nested) =>
        $"取值: '{m}', 分档: {{≥ 95%: 100%, ≥ 80%: {a}, ≥ 60%: {{{Unjudged(nested)}}}, 其余: {b}}}");

    private static readonly Gen<string> Cased = Gen.Select(Condition, Condition, Amount, Plain).Select((x, y, a, nested) =>
        x == y ? $"符合: '{x}'" : $"分档: {{'{x}': {a}, '{y}': {{{Unjudged(nested)}}}, 其余: 100%}}");

    private static readonly Gen<string> Compared = Gen.Select(Measure, OneOf("项目库", "资金.支出"), OneOf("比: 极差", "比: 极差, 限: 10%", "比: 名次, 分档: {≤ 1: 100%, ≤ 2: 50%, 其余: 0}", "比: 名次, 方向: ≤, 按比例: {目标: 3, 方向: ≤}", "比: 均值, 增减: {基准: '均值', 得: 50%, 每偏: 10%加5%, 步长: 连续}"))
        .Select((m, from, by) => from == "项目库" ? $"取值: '{m}', 同类: {{{by}, 来自: {from}}}" : $"取值: '到位', 同类: {{{by.Replace("10%加5%", "1万元加5%").Replace("限: 10%", "限: 100000")}, 来自: {from}}}");

    private static readonly Gen<string> ByRow = Gen.Select(OneOf("资金", "资金 按 年度", "'资金[支出 > 3]'", "'资金[年度 = \"2016\"]'"), OneOf("", ", 占比: 比重"), OneOf(
            "取值: 执行率, 按比例: 90%", "取值: 支出 / 预算, 增减: {基准: 100%, 每低: 1%扣5%, 步长: 不足按整}", "取值: 执行率, 直线: {零分: 50%, 满分: 100%}",
            "符合: 支出 ≥ 预算", "扣分: {每项: 20%, 件数: 比重}", "取值: 执行率, 分档: {≥ 95%: 100%, ≥ 60%: {按比例: 100%}, 其余: 1/9}"))
        .Select((rows, share, method) => $"逐行: {rows}{share}, {method}");

    private static readonly Gen<string> Levelled = Gen.Const("定性: {好: 80%~100%, 中: 60%~80%, 差: 0~60%}");

    private static readonly Gen<string> Method = Gen.Frequency((4, Plain), (3, Banded), (2, Cased), (2, Compared), (3, ByRow), (1, Levelled));

    private static readonly Gen<string> Policy = Gen.Frequency(
        (3, Gen.Const("")),
        (2, Gen.Select(OneOf("未提供", "无法考核", "不适用", "空白"), OneOf(Policies)).Select((s, p) => $", 缺失: {{{s}: {p}}}")));

    private static readonly Gen<string> Body = Gen.Frequency(
        (5, Gen.Select(Method, Policy).Select((m, p) => m + p)),
        (2, Gen.Select(Plain.Array[2, 4], Policy).Select((points, p) => $"评价要点: [{string.Join(", ", points.Select((m, i) => $"{{名称: 要点{i}, {m}}}"))}]{p}")),
        (1, Gen.Const("评价要点: [要点甲, 要点乙, 要点丙], 各要点: {扣分: {每项: 50%}}")));

    /// <summary>An indicator that waits for the score of the first.</summary>
    private static readonly Gen<string> Chained = OneOf("取值: '首项得分', 按比例: 10", "符合: '首项得分 ≥ 5'", "分档: {'首项得分 = 0': 0, '首项得分 > 20': 100%, 其余: {扣分: {每项: 10%, 件数: '首项得分'}}}");

    private const string Tables = """
        表:
          资金: {键: 年度, 列: {年度: 文本, 预算: 数, 支出: 数, 比重: 数, 执行率: = 支出 / 预算}}
        """;

    /// <summary>Dimensions outside the 100 points.</summary>
    private static readonly Gen<(string, string)[]> Outside = Gen.Frequency(
        (3, Gen.Const<(string, string)[]>([])),
        (1, Gen.Select(Gen.Int[1, 20], Condition).Select((cap, c) => new[] { ("bonus.yaml", $"一级指标: 加分项\n加分: {cap}\n二级指标:\n  - 名称: 创新\n    三级指标:\n      - {{编号: X1, 名称: 甲, 分值: 12, 符合: '{c}'}}\n      - {{编号: X2, 名称: 乙, 分值: 5, 扣分: {{每项: 30%, 件数: 实际}}}}\n") })),
        (1, Gen.Select(Gen.Int[1, 20], Measure).Select((cap, m) => new[] { ("penalty.yaml", $"一级指标: 减分项\n减分: {cap}\n二级指标:\n  - 名称: 违规\n    三级指标:\n      - {{编号: Y1, 名称: 丙, 分值: 10, 取值: '{m}', 按比例: 100%}}\n") })));

    private static readonly Gen<string> Flag = Gen.OneOf(
        Condition,
        Gen.Int[0, 100].Select(n => $"得分(\"总分\") ≥ {n}"),
        OneOf("得分(\"I1\") = 0", "依据(\"I1\") = \"自述\"", "到位 > 预算", "count([1, 2, 3][item > 实际]) > 1"));

    /// <summary>The files of one rule set, without rule-set.yaml and evidence.yaml of <see cref="TestRuleSet"/>.</summary>
    public static readonly Gen<(string File, string Text)[]> Files = Gen.Select(
        Gen.Select(Method, Body.Array[0, MostIndicators - 2], Chained, (first, more, last) => more.Prepend(first).Append(last).ToArray()), Gen.Int[1, 100].Array[MostIndicators], Gen.Int[0, 2].Array[MostIndicators], Flag.Array[0, 4], Gen.Bool, OneOf(0, 1, 2, 3), Outside,
        (bodies, weights, groups, flags, toTotal, places, outside) => new[]
        {
            ("rule-set.yaml", $"{TestRuleSet.Header}\n小数位: {places}" + (toTotal ? "\n剔除到: 总分" : "")),
            ("evidence.yaml", TestRuleSet.Evidence.Replace("计算:", $"{Tables}\n计算:") + "\n  首项得分: = 得分(\"I1\")"),
            ("flags.yaml", flags.Length == 0 ? "疑点: []" : "疑点:\n" + string.Concat(flags.Select(FlagOf))),
        }.Concat(Dimensions(bodies, Weights(weights[..bodies.Length]), groups)).Concat(outside).ToArray());

    /// <summary>Evidence that passes the check of this rule set: values, missing states, findings and rulings.</summary>
    public static Gen<Project> ProjectsOf(RuleSet ruleSet) => Gen.Select(Fields, FindingsOf(ruleSet), Money)
        .Select((project, findings, rows) => (rows.Length == 0 ? project : ShapeCase.Of("").Table("资金", rows).Project.WithFields(project)).With(findings));

    private static readonly Gen<object> Number = Gen.Frequency(
        (6, Gen.Int[0, 30].Select(i => (object)i)),
        (2, Gen.Int[0, 20_000].Select(i => (object)$"{i / 1000}.{i % 1000:000}")),
        (1, OneOf<object>("1099511627776", "123456789012.3456", "0.0001", "0.00001", "-5", "9007199254740993", "600", "599.9999", "1000")),
        (1, Gen.Enum<MissingState>().Select(s => (object)s)));

    private static readonly Gen<object> Rate = Gen.Frequency(
        (5, Gen.Int[0, 1200].Select(i => (object)$"{i / 1000}.{i % 1000:000}")),
        (2, OneOf<object>("0.6", "0.599999", "0.600001", "0.8", "0.799999", "0.9", "0.95", "1", "1.000001", "0", "-0.25", "0.0000001", "1048576")),
        (1, Gen.Enum<MissingState>().Select(s => (object)s)));

    private static readonly Gen<object> Truth = Gen.Frequency((4, Gen.Bool.Select(b => (object)b)), (1, Gen.Enum<MissingState>().Select(s => (object)s)));

    private static readonly Gen<Project> Fields = Gen.Select(Number, Number, Number, Number, Rate, Truth, (actual, planned, received, budget, rate, accepted) =>
        TestProject.Of(("实际", actual), ("计划", planned), ("到位", received), ("预算", budget), ("满意度", rate), ("已验收", accepted)));

    private static readonly Gen<(string, object)[][]> Money = Gen.Select(Number, Number, Number).Array[0, 3].Select(rows => rows
        .Select((r, i) => new (string, object)[] { ("年度", new Value.Text($"{2015 + i}")), ("预算", r.Item1), ("支出", r.Item2), ("比重", r.Item3) }).ToArray());

    private static Gen<Finding[]> FindingsOf(RuleSet ruleSet)
    {
        var gens = ruleSet.Root.Leaves.Select(leaf => leaf.Method!.IsJudged ? Judged(leaf) : Ruling(leaf)).ToArray();
        return gens.Aggregate(Gen.Const<Finding[]>([]), (all, next) => Gen.Select(all, next).Select((a, b) => a.Concat(b).ToArray()));
    }

    private static Gen<Finding[]> Judged(Node leaf)
    {
        if (!leaf.Method!.Levels.IsEmpty)
        {
            return Gen.Int[0, 100].Select(share => new[] { TestProject.Finding(leaf.Code, Conclusion.Scored, new Fraction(share, 100)) with { AmountIsShare = true } });
        }

        var deduct = leaf.Method is not Indicators.Methods.JudgedMethod;
        var document = OneOf("文件1", null!);
        return Gen.Frequency(
            (3, document.Select(d => new[] { TestProject.Finding(leaf.Code, Conclusion.Met, document: d) })),
            (2, document.Select(d => new[] { TestProject.Finding(leaf.Code, Conclusion.NotMet, document: d) })),
            (2, Gen.Int[1, 4].Select(n => deduct
                ? Enumerable.Range(0, n).Select(_ => TestProject.Finding(leaf.Code, Conclusion.Defect)).ToArray()
                : leaf.PartialAllowed ? [TestProject.Finding(leaf.Code, Conclusion.PartlyMet, new Fraction(n, n < 3 ? 7 : 16))] : [])),
            (1, OneOf(Conclusion.NotApplicable, Conclusion.Unassessable, Conclusion.Withheld).Select(c => new[] { TestProject.Finding(leaf.Code, c) })),
            (1, Gen.Const<Finding[]>([])));
    }

    private static Gen<Finding[]> Ruling(Node leaf) => Gen.Frequency(
        (8, Gen.Const<Finding[]>([])),
        (1, OneOf(Conclusion.RuledMet, Conclusion.RuledNotMet, Conclusion.NotApplicable).Select(c => new[] { TestProject.Finding(leaf.Code, c) })));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>A nested method that needs no finding of its own.</summary>
    private static string Unjudged(string method) => method.Contains("部分得分", StringComparison.Ordinal) ? "符合: 已验收" : method;

    private static string FlagOf(string when, int index) => $$"""
          - {编号: F{{index}}, 名称: 疑点{{index}}, 当: '{{when}}', 说明: "实际 {实际}，到位率 {到位率}"{{(index % 2 == 0 ? ", 性质: 红线, 等级上限: 中" : "")}}}

        """;

    private static IEnumerable<(string, string)> Dimensions(string[] bodies, int[] weights, int[] groups) => bodies
        .Select((body, i) => (Group: groups[i], Line: $"      - {{编号: I{i + 1}, 名称: 指标{i + 1}, 分值: {weights[i]}, {body}}}"))
        .GroupBy(b => b.Group)
        .Select(g => ($"dimension{g.Key}.yaml", $"一级指标: 维度{g.Key}\n二级指标:\n  - 名称: 类{g.Key}\n    三级指标:\n{string.Join('\n', g.Select(b => b.Line))}\n"));

    /// <summary>Whole weights of at least 1 that add up to 100.</summary>
    private static int[] Weights(int[] parts)
    {
        var sum = parts.Sum();
        var weights = parts.Select(p => 1 + p * (100 - parts.Length) / sum).ToArray();
        weights[0] += 100 - weights.Sum();
        return weights;
    }
}
