using System.Globalization;

namespace Indicators.Tests.Impact;

/// <summary>Made-up (合成) projects for kunming-2017 as CSV files: the same for a seed, with all missing states among them.</summary>
internal static class SyntheticPortfolio
{
    private static readonly (string Name, char Kind)[] Fields =
    [
        ("计划投入资金", '元'), ("实际到位资金", '元'), ("实际支出资金", '元'), ("补助标准下限", '元'), ("补助标准上限", '元'), ("计划成本", '元'), ("实际成本", '元'),
        ("计划竞赛场次", '数'), ("实际竞赛场次", '数'), ("计划工种", '数'), ("实际工种", '数'), ("达标场次", '数'), ("行业大类数", '数'),
        ("计划完成日期", '日'), ("实际完成日期", '日'), ("职工满意度", '率'), ("承办单位满意度", '率'), ("报告已逐项打分", '否'),
    ];

    private static readonly string[] Points = ["A11", "A21①", "A21②", "A22②", "A32", "B11①", "B12①", "B22①", "B22④", "B25", "D11①", "D12", "D13", "D14"];
    private static readonly string[] Conclusions = ["符合", "符合", "符合", "不符合", "不适用", "无法考核", "未提供"];

    public static TestFolder Of(int count, int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"合成 synthetic portfolio: {count} projects, seed {seed}");
        var random = new Random(seed);
        var projects = new List<string> { $"项目,名称,来源,{string.Join(',', Fields.Select(f => f.Name))}" };
        var findings = new List<string> { "项目,要点,结论,理由,佐证" };
        var awards = new List<string> { "项目,称号,数量,业绩起,表彰日期,来源" };
        foreach (var i in Enumerable.Range(1, count))
        {
            var id = $"P{i.ToString("00000", CultureInfo.InvariantCulture)}";
            projects.Add($"{id},合成项目{i},合成,{string.Join(',', Fields.Select(f => Cell(f.Kind, random)))}");
            findings.AddRange(Points.Where(_ => random.Next(10) > 0).Select(p => $"{id},{p},{Conclusions[random.Next(Conclusions.Length)]},合成,合成文件"));
            awards.AddRange(Enumerable.Range(1, random.Next(3)).Select(n => $"{id},称号{n},{random.Next(1, 50)},2017-03-0{n},2017-04-25,合成"));
        }

        return new TestFolder(("项目.csv", string.Join('\n', projects)), ("评价意见.csv", string.Join('\n', findings)), ("表彰.csv", string.Join('\n', awards)));
    }

    private static string Cell(char kind, Random random) => random.Next(10) == 0 ? ((string[])["", "未提供", "无法考核", "不适用"])[random.Next(4)] : kind switch
    {
        '元' => $"{random.Next(1, 60)}万元",
        '数' => $"{random.Next(1, 30)}",
        '日' => string.Create(CultureInfo.InvariantCulture, $"2017-{random.Next(1, 13):00}-{random.Next(1, 29):00}"),
        '率' => $"{random.Next(50, 101)}%",
        _ => random.Next(2) == 0 ? "是" : "否",
    };
}
