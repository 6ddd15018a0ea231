using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Indicators.Feel.Functions;

/// <summary>
/// Patterns of <c>matches</c>, <c>replace</c> and <c>split</c>: those of XPath, rewritten for the platform. They run in
/// linear time; only a back-reference needs backtracking. One that takes too long stops the expression, which is reported:
/// no result depends on how fast a machine is.
/// </summary>
internal static class Patterns
{
    private const string Escapes = "nrt\\|.-^?*+{}()[]$pPsSiIcCdDwW";

    private static readonly Bilingual BadPattern = new("读不懂这个匹配模式", "the pattern cannot be read");
    private static readonly Bilingual MatchesNothing = new("匹配模式不能匹配空文字", "the pattern must not match an empty text");
    private static readonly Bilingual BadReplacement = new("替换文字里的 $ 后面要有数字，\\ 后面要有 \\ 或 $", "a $ in the replacement needs a digit after it, a \\ needs \\ or $");

    /// <param name="flags">Which argument holds them, if it is there.</param>
    public static Value Use(Arguments a, int flags, Func<Regex, string, Value> use)
    {
        a.Budget.Spend(2000 + a.Text(1).Length * 20L + a.Text(0).Length * 4L);
        try
        {
            return Compile(a.Text(1), a.All.Length > flags ? a.TextOr(flags, "") : "") is { } pattern
                ? use(pattern, a.Text(0))
                : Value.Undefined(BadPattern);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ExpressionLimitException();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Value.Undefined(BadPattern);
        }
    }

    public static Value Replace(Regex pattern, string text, Arguments a)
    {
        if (pattern.IsMatch(""))
        {
            return Value.Undefined(MatchesNothing);
        }

        var (result, end) = (new StringBuilder(), 0);
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            result.Append(text, end, match.Index - end);
            if (!Expand(a.Text(2), match, result))
            {
                return Value.Undefined(BadReplacement);
            }

            if (result.Length > Limits.TextLength)
            {
                return Arithmetic.TooLong;
            }

            end = match.Index + match.Length;
        }

        return a.Made(result.Append(text, end, text.Length - end).ToString());
    }

    public static Value Split(Regex pattern, string text)
    {
        if (pattern.IsMatch(""))
        {
            return Value.Undefined(MatchesNothing);
        }

        var (parts, end) = (new List<Value>(), 0);
        for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            parts.Add(Value.Of(text[end..match.Index]));
            end = match.Index + match.Length;
        }

        return Value.Of(parts.Append(Value.Of(text[end..])));
    }

    /// <summary>Writes what stands for a match: <c>$1</c> is a group, <c>\$</c> a dollar. False if it cannot be read.</summary>
    private static bool Expand(string replacement, Match match, StringBuilder result)
    {
        for (var i = 0; i < replacement.Length; i++)
        {
            var next = i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            switch (replacement[i])
            {
                case '\\' when next is '\\' or '$':
                    result.Append(next);
                    i++;
                    break;
                case '$' when char.IsAsciiDigit(next):
                    var group = next - '0';
                    i++;
                    // As many digits as still name a group.
                    while (i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]) && group * 10 + replacement[i + 1] - '0' < match.Groups.Count)
                    {
                        group = group * 10 + replacement[++i] - '0';
                    }

                    result.Append(match.Groups[group].Value);
                    break;
                case '\\' or '$':
                    return false;
                default:
                    result.Append(replacement[i]);
                    break;
            }
        }

        return true;
    }

    private static Regex? Compile(string pattern, string flags)
    {
        if (pattern.Length > Limits.PatternLength || flags.Any(f => f is not ('s' or 'm' or 'i' or 'x' or 'q')))
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant
            | (flags.Contains('s') ? RegexOptions.Singleline : 0)
            | (flags.Contains('m') ? RegexOptions.Multiline : 0)
            | (flags.Contains('i') ? RegexOptions.IgnoreCase : 0);
        var refersBack = false;
        var rewritten = flags.Contains('q') ? Regex.Escape(pattern)
            : Rewrite(flags.Contains('x') ? WithoutBlanks(pattern) : pattern, flags.Contains('m'), out refersBack);
        return rewritten is null ? null
            : refersBack ? new Regex(rewritten, options, TimeSpan.FromMilliseconds(Limits.PatternMilliseconds))
            : new Regex(rewritten, options | RegexOptions.NonBacktracking);
    }

    private static string WithoutBlanks(string pattern)
    {
        var (result, inClass) = (new StringBuilder(), 0);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length && !char.IsWhiteSpace(pattern[i + 1]))
            {
                result.Append(c).Append(pattern[++i]);
                continue;
            }

            inClass += c == '[' ? 1 : c == ']' && inClass > 0 ? -1 : 0;
            if (inClass > 0 || !char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>Refuses what XPath does not have, such as look-ahead, and writes the rest as the platform reads it.</summary>
    private static string? Rewrite(string pattern, bool multiline, out bool refersBack)
    {
        var (result, inClass, groups, closed) = (new StringBuilder(), 0, 0, 0);
        refersBack = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            switch (c)
            {
                case '\\' when i + 1 < pattern.Length && char.IsAsciiDigit(pattern[i + 1]):
                    if (inClass > 0 || pattern[i + 1] == '0' || pattern[i + 1] - '0' > closed)
                    {
                        return null;
                    }

                    refersBack = true;
                    // A group of its own, so that a digit that follows stays one.
                    result.Append($"(?:\\{pattern[++i]})");
                    break;
                case '\\':
                    if (++i >= pattern.Length || !Escapes.Contains(pattern[i]) || Escape(pattern[i], inClass > 0) is not { } escape)
                    {
                        return null;
                    }

                    result.Append(escape);
                    break;
                case '[':
                    if (inClass > 0 && pattern[i - 1] != '-')
                    {
                        return null;
                    }

                    inClass++;
                    result.Append(c);
                    break;
                case ']':
                    inClass = Math.Max(0, inClass - 1);
                    result.Append(c);
                    break;
                case '(' when inClass == 0:
                    var silent = string.CompareOrdinal(pattern, i, "(?:", 0, 3) == 0;
                    if (!silent && i + 1 < pattern.Length && pattern[i + 1] == '?')
                    {
                        return null;
                    }

                    groups += silent ? 0 : 1;
                    result.Append(silent ? "(?:" : "(");
                    i += silent ? 2 : 0;
                    break;
                case ')' when inClass == 0:
                    closed = Math.Min(groups, closed + 1);
                    result.Append(c);
                    break;
                case '$' when inClass == 0 && !multiline:
                    result.Append("\\z");
                    break;
                default:
                    result.Append(c);
                    break;
            }
        }

        return result.ToString();
    }

    private static string? Escape(char c, bool inClass) => c switch
    {
        'i' => inClass ? "\\p{L}_:" : "[\\p{L}_:]",
        'I' => inClass ? null : "[^\\p{L}_:]",
        'c' => inClass ? "\\p{L}\\p{Nd}\\p{M}_:.\\-" : "[\\p{L}\\p{Nd}\\p{M}_:.\\-]",
        'C' => inClass ? null : "[^\\p{L}\\p{Nd}\\p{M}_:.\\-]",
        _ => $"\\{c}",
    };
}
