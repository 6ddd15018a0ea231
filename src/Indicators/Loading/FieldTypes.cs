using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>Reads the type of a field: <c>金额</c>, <c>金额 万元</c>, <c>百分比</c>, <c>数 次</c>, <c>日期</c>, <c>是否</c>, <c>文本</c>.</summary>
internal static class FieldTypes
{
    /// <summary>What people write for a type.</summary>
    private static readonly (string Ours, string[] Theirs)[] Guesses =
    [
        ("数", ["数字", "数值", "数量", "整数", "小数", "计数", "int", "integer", "float", "decimal", "double", "numeric", "count"]),
        ("金额", ["钱", "资金", "元", "万元", "货币", "价格", "currency", "amount"]),
        ("百分比", ["百分数", "比例", "比率", "率", "%", "％", "rate", "ratio", "percentage"]),
        ("日期", ["时间", "日期时间", "datetime", "time", "day"]),
        ("是否", ["布尔", "真假", "是/否", "bool", "boolean"]),
        ("文本", ["文字", "字符", "字符串", "文本型", "string", "str"]),
        ("目标", ["目标值"]),
    ];

    /// <summary>One spelling for all spellings of a type.</summary>
    public static string Canonical(string text) =>
        string.Join(' ', Split(text).Select((word, i) => i == 0 && Words.Find(Words.FieldKinds, word) is { } kind ? Words.FieldKinds[kind].Zh : word));

    public static FieldType? Read(YamlText text, LoadContext context)
    {
        var words = Split(text.Content);
        if (words.Count is 0 or > 2 || Words.Find(Words.FieldKinds, words[0]) is not { } kind)
        {
            context.Report(Messages.UnknownType, text.Place, text.Content, Words.Choices(Words.FieldKinds), Hint(text.Content));
            return null;
        }

        var unit = words.ElementAtOrDefault(1);
        if (unit is not null && kind is not (FieldKind.Money or FieldKind.Number or FieldKind.Target))
        {
            context.Report(Messages.UnitNotAllowed, At(text, unit), unit, words[0]);
        }
        else if (unit is not null && kind == FieldKind.Money && MoneyUnits.Find(unit) is null)
        {
            context.Report(Messages.UnknownMoneyUnit, At(text, unit), unit, Words.Listed([.. MoneyUnits.Names]));
        }

        return new FieldType(kind, unit);
    }

    private static List<string> Split(string text) => [.. text.Split(' ', '\u3000').Where(w => w.Length > 0)];

    /// <summary>数字 is 数, 金额（万元） is 金额 万元.</summary>
    private static Bilingual Hint(string written)
    {
        var words = written.Split(' ', '\u3000', '(', ')', '（', '）', '：', ':').Where(w => w.Length > 0).ToList();
        var (kind, unit) = (words.FirstOrDefault() ?? "", words.ElementAtOrDefault(1) ?? "");
        kind = Guesses.FirstOrDefault(g => g.Theirs.Contains(kind.ToLowerInvariant())).Ours ?? kind;
        return Words.Find(Words.FieldKinds, kind) is null
            ? DidYouMean.Hint(written, Words.FieldKinds.Values.SelectMany(k => new[] { k.Zh, k.En }))
            : DidYouMean.Say($"{kind} {unit}".TrimEnd());
    }

    private static Place At(YamlText type, string unit) => type.Place.Right(type.Content.LastIndexOf(unit, StringComparison.Ordinal));
}
