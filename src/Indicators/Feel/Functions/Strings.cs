using System.Collections.Immutable;
using System.Text;

namespace Indicators.Feel.Functions;

/// <summary>Functions of texts. Positions and lengths count characters (code points), so that 🐎 is one.</summary>
internal static class Strings
{
    public static readonly ImmutableArray<Function> All =
    [
        Function.Of("string length", null, "string: string -> number", a => Value.Of(Starts(a.Text(0)).Length)),
        Function.Of("contains", "含有", "string: string, match: string -> boolean", a => Value.Of(a.Text(0).Contains(a.Text(1), StringComparison.Ordinal))),
        Function.Of("starts with", null, "string: string, match: string -> boolean", a => Value.Of(a.Text(0).StartsWith(a.Text(1), StringComparison.Ordinal))),
        Function.Of("ends with", null, "string: string, match: string -> boolean", a => Value.Of(a.Text(0).EndsWith(a.Text(1), StringComparison.Ordinal))),
        Function.Of("substring", null, "string: string, start position: number, length?: number -> string", Substring),
        Function.Of("substring before", null, "string: string, match: string -> string", a =>
            a.Made(a.Text(0).IndexOf(a.Text(1), StringComparison.Ordinal) is >= 0 and var at ? a.Text(0)[..at] : "")),
        Function.Of("substring after", null, "string: string, match: string -> string", a =>
            a.Made(a.Text(0).IndexOf(a.Text(1), StringComparison.Ordinal) is >= 0 and var at ? a.Text(0)[(at + a.Text(1).Length)..] : "")),
        Function.Of("upper case", null, "string: string -> string", a => a.Made(a.Text(0).ToUpperInvariant())),
        Function.Of("lower case", null, "string: string -> string", a => a.Made(a.Text(0).ToLowerInvariant())),
        Function.Of("string", null, "from: Any -> string", a =>
        {
            a.Budget.Spend(a[0].Extent.Size);
            return a.Made(a[0].Plain);
        }),
        Function.Of("string join", null, "list: list<string>, delimiter?: string? -> string", Join),
        Function.Of("matches", null, "input: string, pattern: string, flags?: string? -> boolean", a =>
            Patterns.Use(a, 2, (pattern, text) => Value.Of(pattern.IsMatch(text)))),
        Function.Of("replace", null, "input: string, pattern: string, replacement: string, flags?: string? -> string", a =>
            Patterns.Use(a, 3, (pattern, text) => Patterns.Replace(pattern, text, a))),
        Function.Of("split", null, "string: string, delimiter: string -> list<string>", a =>
            Patterns.Use(a, 2, (pattern, text) => Patterns.Split(pattern, text))),
    ];

    /// <summary>Where each code point begins.</summary>
    private static int[] Starts(string text) =>
        [.. Enumerable.Range(0, text.Length).Where(i => i == 0 || !char.IsLowSurrogate(text[i]) || !char.IsHighSurrogate(text[i - 1]))];

    private static Value Substring(Arguments a)
    {
        var text = a.Text(0);
        a.Budget.Spend(text.Length / 4);
        var starts = Starts(text);
        if (a.Whole(1) is not { } position || position == 0 || Math.Abs((long)position) > starts.Length)
        {
            return Value.Undefined(new($"文字没有第 {a[1]} 个字", $"the text has no character {a[1]}"));
        }

        var first = position > 0 ? position - 1 : starts.Length + position;
        var length = a.Has(2) ? a.Whole(2) ?? (a.Number(2).Sign < 0 ? 0 : starts.Length) : starts.Length;
        if (length < 1)
        {
            return Value.Undefined(new($"长度 {a[2]} 不是正数", $"the length {a[2]} is not positive"));
        }

        var end = Math.Min((long)first + length, starts.Length);
        return Value.Of(text[starts[first]..(end == starts.Length ? text.Length : starts[end])]);
    }

    /// <summary>As the standard has it, a null that is written is left out; a missing text makes the whole missing.</summary>
    private static Value Join(Arguments a)
    {
        var items = a.Items(0);
        var missing = items.OfType<Value.Missing>().Where(m => m is { IsWritten: false, State: not MissingState.NotApplicable }).ToList();
        if (missing.Count > 0)
        {
            return Value.Worst(missing);
        }

        var delimiter = a.TextOr(1, "");
        var joined = new StringBuilder();
        foreach (var (i, item) in items.OfType<Value.Text>().Index())
        {
            joined.Append(i == 0 ? "" : delimiter).Append(item.Content);
            if (joined.Length > Limits.TextLength)
            {
                return Arithmetic.TooLong;
            }
        }

        return a.Made(joined.ToString());
    }
}
