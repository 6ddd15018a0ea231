namespace Indicators.Cli;

/// <summary>Where a command writes, and in which language.</summary>
internal sealed record Terminal(Screen Output, Screen Error, Language Language)
{
    /// <summary>What is typed or piped in.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>A text of the catalogue in the chosen language, filled in.</summary>
    public string Say(Bilingual text, params object[] arguments) => new Phrase(text, arguments).In(Language);

    /// <summary>The items of a list in a sentence.</summary>
    public string List(IEnumerable<string> items) => string.Join(Language == Language.Chinese ? "、" : ", ", items);

    /// <summary>The first items of a list that may be very long, and how many there are.</summary>
    public string ListShortly(IReadOnlyCollection<string> items, int most) =>
        items.Count <= most ? List(items) : List(items.Take(most)) + Say(Texts.AndMore, items.Count);
}
