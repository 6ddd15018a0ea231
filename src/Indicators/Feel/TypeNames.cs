using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The names of FEEL's types.</summary>
internal static class TypeNames
{
    private static readonly ImmutableDictionary<string, FeelType> Simple = new Dictionary<string, FeelType>
    {
        ["Any"] = FeelType.Unknown,
        ["number"] = FeelType.Bare,
        ["string"] = FeelType.String,
        ["boolean"] = FeelType.Boolean,
        ["date"] = FeelType.Day,
        ["time"] = FeelType.Clock,
        ["date and time"] = FeelType.Moment,
        ["days and time duration"] = FeelType.Days,
        ["years and months duration"] = FeelType.Months,
        ["list"] = FeelType.AnyList,
        ["context"] = FeelType.AnyRow,
        ["range"] = FeelType.AnyRange,
        ["function"] = FeelType.AnyFunction,
    }.ToImmutableDictionary();

    private static readonly string[][] Long = [.. Simple.Keys.Select(name => name.Split(' ')).Where(words => words.Length > 1)];

    /// <summary>In the order of the alphabet.</summary>
    public static IEnumerable<string> All => Simple.Keys.Order(StringComparer.OrdinalIgnoreCase);

    public static FeelType? Find(string name) => Simple.GetValueOrDefault(name);

    /// <summary>The words of the type name that begins with these tokens; a single one where it has no more.</summary>
    public static int WordsOf(IReadOnlyList<Token> tokens, int start) =>
        Long.Where(words => words.Index().All(w => start + w.Index < tokens.Count && tokens[start + w.Index].Content == w.Item))
            .Select(words => words.Length)
            .Append(1)
            .Max();
}
