using System.Globalization;
using System.Numerics;
using System.Text;

namespace Indicators.Feel;

/// <summary>
/// Splits an expression into tokens. Outside strings the Chinese keyboard is read as its ASCII twin: full-width
/// operators, brackets, digits, commas and percent signs, curly quotes, U+3000, and ≥ ≤ ≠ × ÷.
/// </summary>
internal sealed class Lexer(Source source, Diagnostics diagnostics)
{
    private static readonly HashSet<string> Keywords =
        ["if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "and", "or", "between", "null", "true", "false"];

    private static readonly string[] Symbols =
        ["..", "**", "<=", ">=", "!=", "->", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ",", ":", ".", "=", "<", ">", "%", "@"];

    private readonly string original = source.Text;
    private readonly string text = Ascii(source.Text);
    private readonly List<Token> tokens = [];
    private int at;

    /// <summary>The tokens with an <see cref="TokenKind.End"/> at the end, or null after reporting what cannot be read.</summary>
    public List<Token>? Read()
    {
        while (SkipBlanks())
        {
            if (Next() is not { } token)
            {
                return null;
            }

            tokens.Add(token);
        }

        tokens.Add(new Token(TokenKind.End, "", new Span(text.Length, 0)));
        return tokens;
    }

    /// <summary>Replaces each character of the Chinese keyboard by one ASCII character, so that positions stay.</summary>
    internal static string Ascii(string text) => string.Create(text.Length, text, (buffer, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            var c = from[i];
            var narrow = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            buffer[i] = char.IsAsciiLetter(narrow) && narrow != c ? c : narrow switch
            {
                '\u3000' => ' ',
                '×' => '*',
                '÷' => '/',
                _ => narrow,
            };
        }
    });

    /// <summary>Whether a text would be read as one name, so that it needs no quotes as a key.</summary>
    internal static bool IsName(string text) =>
        text.Length > 0 && IsNameStart(text[0]) && text.All(IsNamePart) && Ascii(text) == text && !Keywords.Contains(text);

    internal static bool IsNameStart(char c) => c == '_' || char.IsLetter(c) || char.IsSurrogate(c);

    internal static bool IsNamePart(char c) =>
        IsNameStart(c) || char.IsAsciiDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber or UnicodeCategory.NonSpacingMark;

    private bool SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (original.AsSpan(at).StartsWith("//"))
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (original.AsSpan(at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private Token? Next()
    {
        var c = text[at];
        if (c == '.' && tokens is [.., { Kind: TokenKind.Name } name] && name.Span.End == at)
        {
            return ReadSymbol();
        }

        // 资金.2017.支出: after the point of a path digits are the name of a row.
        if (char.IsAsciiDigit(c) && tokens is [.., { Kind: TokenKind.Name } of, { Content: "." } point] && of.Span.End == point.Span.Start && point.Span.End == at)
        {
            return ReadName();
        }

        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return ReadNumber();
        }

        if (c is '"' or '“' or '”')
        {
            return ReadText();
        }

        return IsNameStart(c) ? ReadName() : ReadSymbol();
    }

    private Token ReadName()
    {
        var start = at;
        while (at < text.Length && IsNamePart(text[at]))
        {
            at++;
        }

        var name = text[start..at];
        return new Token(Keywords.Contains(name) ? TokenKind.Keyword : TokenKind.Name, name, new Span(start, at - start));
    }

    private Token? ReadNumber()
    {
        var start = at;
        SkipDigits();
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            SkipDigits();
        }

        var digits = text[start..at];
        Fraction.TryParse(digits, out var number);
        if (digits.Count(char.IsAsciiDigit) > Limits.Digits)
        {
            diagnostics.Report(Messages.TooManyDigits, source.At(new Span(start, at - start)), digits, Limits.Digits);
            return null;
        }

        if (ReadExponent() is not { } exponent)
        {
            diagnostics.Report(Messages.ExponentTooLarge, source.At(new Span(start, at - start)), text[start..at], Limits.Scale);
            return null;
        }

        number *= exponent;
        if (at < text.Length && text[at] == '%')
        {
            at++;
            return new Token(TokenKind.Percent, text[start..at], new Span(start, at - start), number / Fraction.Hundred);
        }

        return new Token(TokenKind.Number, digits, new Span(start, at - start), number);
    }

    /// <summary>The factor behind <c>e3</c> or <c>E-3</c>, one where there is none, null where it is too large.</summary>
    private Fraction? ReadExponent()
    {
        var first = at + (at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1);
        if (at >= text.Length || text[at] is not ('e' or 'E') || first >= text.Length || !char.IsAsciiDigit(text[first]))
        {
            return Fraction.One;
        }

        var negative = text[first - 1] == '-';
        at = first;
        SkipDigits();
        if (!int.TryParse(text.AsSpan(first, at - first), NumberStyles.None, CultureInfo.InvariantCulture, out var exponent) || exponent > Limits.Scale)
        {
            return null;
        }

        var power = new Fraction(BigInteger.Pow(10, exponent));
        return negative ? Fraction.One / power : power;
    }

    private void SkipDigits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private Token? ReadText()
    {
        var start = at++;
        var open = original[start];
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var c = original[at];
            if (open is '“' or '”' ? c is '“' or '”' : c == open)
            {
                at++;
                return new Token(TokenKind.Text, content.ToString(), new Span(start, at - start));
            }

            if (c == '\\' && at + 1 < text.Length)
            {
                content.Append(ReadEscape());
            }
            else
            {
                content.Append(original[at++]);
            }
        }

        diagnostics.Report(Messages.UnclosedText, source.At(new Span(start, 1)), original[start..]);
        return null;
    }

    private string ReadEscape()
    {
        var code = original[at + 1];
        var digits = code == 'u' ? 4 : code == 'U' ? 6 : 0;
        if (digits > 0 && at + 2 + digits <= text.Length
            && int.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rune)
            && (digits == 4 || Rune.IsValid(rune)))
        {
            at += 2 + digits;
            return digits == 4 ? ((char)rune).ToString() : new Rune(rune).ToString();
        }

        var read = code switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' or '\\' or '\'' => code.ToString(), _ => $"\\{original[at + 1]}" };
        at += 2;
        return read;
    }

    private Token? ReadSymbol()
    {
        var twin = text[at] switch { '≥' => ">=", '≤' => "<=", '≠' => "!=", _ => null };
        var symbol = twin ?? Symbols.FirstOrDefault(s => (s == "**" ? original : text).AsSpan(at).StartsWith(s));
        if (symbol is null)
        {
            diagnostics.Report(Messages.UnknownCharacter, source.At(new Span(at, 1)), original[at]);
            return null;
        }

        var span = new Span(at, twin is null ? symbol.Length : 1);
        at = span.End;
        return new Token(TokenKind.Symbol, symbol, span);
    }
}
