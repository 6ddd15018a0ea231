namespace Indicators.Sampling;

/// <summary>What the name of a field lets expect of its values.</summary>
internal enum SampleSense
{
    Plain,

    /// <summary>A little less than what is planned, a little before or after it.</summary>
    Actual,

    /// <summary>A published score or weight.</summary>
    Points,

    /// <summary>A fiscal year.</summary>
    Year,

    /// <summary>Well before the end.</summary>
    Start,

    /// <summary>For one of many.</summary>
    Price,
}

/// <summary>The words that names have.</summary>
internal static class SampleSenses
{
    private static readonly (SampleSense Sense, string[] Words)[] All =
    [
        (SampleSense.Points, ["得分", "分值", "权重", "总分", "score", "points", "weight"]),
        (SampleSense.Year, ["年度", "年份", "year"]),
        (SampleSense.Start, ["开始", "起始", "启动", "start"]),
        (SampleSense.Price, ["标准", "单价", "人均", "unit price", "unit cost"]),
        (SampleSense.Actual, ["实际", "支出", "完成", "到位", "执行", "及时", "actual", "spent"]),
    ];

    public static SampleSense Of(FieldDefinition field) =>
        All.FirstOrDefault(s => s.Words.Any(w => field.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).Sense;
}
