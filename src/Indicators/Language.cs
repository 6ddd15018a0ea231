using System.Collections.Immutable;
using System.Globalization;

namespace Indicators;

/// <summary>The language of a text for people; rule names and evidence keep the language they were written in.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>One text in both languages.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>What reads the same in both languages, such as a name, a code or a number.</summary>
    public static Bilingual Same(object value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{value}");
        return new(text, text);
    }

    /// <summary>Chinese first.</summary>
    internal ImmutableArray<string> Both => [Zh, En];

    public string In(Language language) => language == Language.Chinese ? Zh : En;

    public bool Matches(string text) =>
        text == Zh || text.Equals(En, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Zh} {En}";
}
