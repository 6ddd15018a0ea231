using System.Collections.Frozen;

namespace Indicators.Schema;

/// <summary>What an editor says of a key: its meaning in both languages and an example.</summary>
internal static class KeyTexts
{
    private static readonly FrozenDictionary<Bilingual, KeyText> All =
        RuleSetKeyTexts.All.Concat(NodeKeyTexts.All).Concat(MethodKeyTexts.All).ToFrozenDictionary(t => t.Key);

    public static string Of(Bilingual key)
    {
        var text = All[key];
        return $"{text.Zh}\n\n{text.En}\n\n例 Example: `{text.Example}`";
    }
}

internal sealed record KeyText(Bilingual Key, string Zh, string En, string Example);
