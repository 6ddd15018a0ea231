using System.Collections.Immutable;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>Regular expressions for what the readers parse, in the dialect that JSON Schema and .NET share; full-width twins of digits and signs pass.</summary>
internal static class Patterns
{
    private const string Digit = "[0-9０-９]";
    private const string Point = "[.．]";
    private const string Limited = $"{Digit}{{1,10}}({Point}{Digit}{{1,10}})?";
    private const string Percent = "[%％]";
    private const string Zero = $"[0０]+({Point}[0０]+)?";
    private const string Fraction = $@"{Limited}\s*[/／]\s*{Limited}";
    private const string Points = "(分|[Pp]oints?|[Pp]t)";
    private const string Level = $"([0０]?{Digit}{{1,2}}({Point}{Digit}{{1,4}})?|[1１][0０]{{2}}({Point}[0０]{{1,4}})?)";

    public const string Number = $@"^\s*{Digit}*({Point}{Digit}+)?\s*$";
    public const string Whole = "^[0-9]+$";
    public const string Places = @"^\s*([0-9]|10)\s*$";
    public const string Year = "^(19(49|[5-9][0-9])|2[0-9]{3})$";
    public const string Day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    public const string Digest = "^sha256:[0-9a-f]{64}$";
    public const string FolderName = @"^(?![\s.])[^/\\:]*[^\s/\\:]$";
    public const string Computed = "^[=＝]";

    private const string AnyAmount = $@"({Fraction}|{Limited}\s*({Percent}|{Points})|{Zero})";
    public const string Amount = $@"^\s*{AnyAmount}\s*$";
    public const string Share = $@"^\s*({Fraction}|{Limited}\s*{Percent}|{Zero})\s*$";
    public const string Slope = $@"^\s*{Limited}({Percent}|[^0-9０-９\s扣加%％]{{0,4}})\s*(扣|加|loses|adds)\s*{AnyAmount}\s*$";
    public const string LevelRange = $@"^\s*{Level}{Percent}?(\s*[~～\-－—]\s*{Level}{Percent})?\s*$";

    private const string Change = $"([+＋\\-−－]?{Digit}{{1,4}}({Point}{Digit}{{1,2}})?{Percent}|取消|[Cc]ancel)";
    public const string BudgetRange = $@"^\s*{Change}(\s*[~～]\s*{Change})?\s*$";
    public const string Days = $@"^\s*[0-9]{{1,4}}\s*(天|日|days)?\s*$";

    /// <summary>The first character of a name; the whole of a name of a field or table.</summary>
    public const string StartsName = @"^[\p{L}_]";
    public const string Name = @"^[\p{L}_][\p{L}\p{No}\p{Mn}_0-9]*$";

    /// <summary>Types without a unit of their own.</summary>
    public static ImmutableArray<Bilingual> Types { get; } = [.. Enum.GetValues<FieldKind>().Select(k => Words.FieldKinds[k])];

    /// <summary>金额 万元, 数 次, 目标 人.</summary>
    public static string TypeWithUnit { get; } =
        $"""^\s*(({Either(FieldKind.Money)})\s+({string.Join('|', MoneyUnits.Names)})|({Either(FieldKind.Number)}|{Either(FieldKind.Target)})\s+\S+)\s*$""";

    private static string Either(FieldKind kind) => $"{Words.FieldKinds[kind].Zh}|{Words.FieldKinds[kind].En}";
}
