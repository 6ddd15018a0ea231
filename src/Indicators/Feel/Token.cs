namespace Indicators.Feel;

internal enum TokenKind
{
    Number,
    Percent,
    Text,
    Name,
    Keyword,
    Symbol,
    End,
}

/// <summary>One token; <see cref="Content"/> is the name, the keyword, the ASCII form of a symbol, or the unescaped text.</summary>
internal sealed record Token(TokenKind Kind, string Content, Span Span, Fraction Number = default)
{
    public bool Is(string symbolOrKeyword) =>
        Kind is TokenKind.Symbol or TokenKind.Keyword && Content == symbolOrKeyword;
}

/// <summary>A stretch of an expression's text, in characters.</summary>
public readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public Span To(Span last) => new(Start, last.End - Start);
}

/// <summary>The text of an expression and where it begins in its file.</summary>
public sealed record Source(string Text, Place Start)
{
    public Place At(Span span) => Start.Right(span.Start);

    public string Of(Span span) => Text[Math.Min(span.Start, Text.Length)..Math.Min(span.End, Text.Length)];
}
