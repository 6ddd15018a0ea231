using System.Collections.Immutable;
using System.Globalization;

namespace Indicators;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>
/// A text of the catalogue with a stable code. <see cref="Text"/> says what is wrong with the value found and what was
/// expected, <see cref="Remedy"/> the way out; both are format strings over the same arguments.
/// </summary>
public sealed record Message(string Code, Severity Severity, Bilingual Text, Bilingual Remedy);

/// <summary>One problem in the input: a message, its arguments, and the place.</summary>
public sealed record Diagnostic(Message Message, Place Place, params IReadOnlyList<object> Arguments)
{
    public string Code => Message.Code;

    public Severity Severity => Message.Severity;

    /// <summary>The fiscal years of the rule set in which it occurs; none where it does not depend on the year.</summary>
    public ImmutableArray<int> Years { get; init; } = [];

    /// <summary>How to mend it, where there is only one right answer; several parts of a file may have to change.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    public string Text(Language language) => InYears(language) + Phrase.Fill(Message.Text.In(language), Arguments, language);

    public string Remedy(Language language) => Phrase.Fill(Message.Remedy.In(language), Arguments, language);

    private string InYears(Language language) => Years.IsEmpty ? ""
        : language == Language.Chinese ? $"{string.Join("、", Years)} 年度：" : $"in {string.Join(", ", Years)}: ";

    public override string ToString() => $"{Place}: {Code}: {Text(Language.Chinese)}";
}

/// <summary>All problems of one piece of input, in the order in which they were found.</summary>
public sealed class Diagnostics : List<Diagnostic>
{
    public bool HasErrors => this.Any(d => d.Severity == Severity.Error);

    public void Report(Message message, Place place, params object[] arguments) =>
        Add(new Diagnostic(message, place, arguments));

    public void Report(Message message, Place place, ImmutableArray<Fix> fixes, params object[] arguments) =>
        Add(new Diagnostic(message, place, arguments) { Fixes = fixes });
}

/// <summary>A sentence of an explanation: a catalogue text and its arguments, written out only when somebody reads it.</summary>
public sealed record Phrase(Bilingual Template, params IReadOnlyList<object> Arguments)
{
    public string In(Language language) => Fill(Template.In(language), Arguments, language);

    /// <summary>Replaces <c>{0}</c>… by the arguments; an argument may itself be bilingual.</summary>
    internal static string Fill(string template, IReadOnlyList<object> arguments, Language language) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. arguments.Select(a => Text(a, language))]);

    private static object Text(object argument, Language language) => argument switch
    {
        Bilingual both => both.In(language),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Phrase phrase => phrase.In(language),
        IEnumerable<Phrase> phrases => string.Join(language == Language.Chinese ? "；" : "; ", phrases.Select(p => p.In(language))),
        _ => argument,
    };
}
