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
    public string In(Language language) => language == Language.Chinese ? Zh : En;

    public bool Matches(string text) =>
        text == Zh || text.Equals(En, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Zh} {En}";
}
