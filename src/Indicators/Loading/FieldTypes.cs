using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>Reads the type of a field: <c>金额</c>, <c>金额 万元</c>, <c>百分比</c>, <c>数 次</c>, <c>日期</c>, <c>是否</c>, <c>文本</c>.</summary>
internal static class FieldTypes
{
    /// <summary>One spelling for all spellings of a type.</summary>
    public static string Canonical(string text) =>
        string.Join(' ', Split(text).Select((word, i) => i == 0 && Words.Find(Words.FieldKinds, word) is { } kind ? Words.FieldKinds[kind].Zh : word));

    public static FieldType? Read(YamlText text, LoadContext context)
    {
        var words = Split(text.Content);
        if (words.Count is 0 or > 2 || Words.Find(Words.FieldKinds, words[0]) is not { } kind)
        {
            context.Report(Messages.UnknownType, text.Place, text.Content, Words.Choices(Words.FieldKinds));
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

    private static Place At(YamlText type, string unit) => type.Place.Right(type.Content.LastIndexOf(unit, StringComparison.Ordinal));
}
