using System.Reflection;
using System.Text;
using CsCheck;
using Indicators.Loading;

namespace Indicators.Tests.Fuzz;

/// <summary>One change to a set of text files, such as a careless or hostile hand would make.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="File">Which file, counted around.</param>
/// <param name="Line">Which line of it, counted around.</param>
/// <param name="At">Where in the line, or which other line.</param>
/// <param name="Token">What is put in.</param>
internal sealed record Mutation(Change Kind, int File, int Line, int At, string Token)
{
    private static readonly string[] Words = [.. typeof(Keys)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null)).OfType<Bilingual>()
        .SelectMany(k => new[] { k.Zh, k.En, $"{k.Zh}: ", $"{k.Zh}：" })];

    private static readonly string[] Tricks =
    [
        "[", "]", "{", "}", "{{", "(", ")", "\"", "'", ",", ", ", ":", ": ", "- ", "? ", "#", "%", "|", ">", "&a ", "*a", "!x ", "---\n", "...\n",
        "：", "，", "（", "）", "“", "”", "≥", "≤ ", "＋", "９９", "％", "\u3000", "\t", "\r", "\n", "\0", "\u0001", "\u0085", "\u2028", "\uFEFF", "\uD83D", "\uDE00", "😀", "\\", "\\u0000",
        "1e9", "1/0", "/ 0", "NaN", "-1", "0", "0%", "100%", "1分", "1扣1", "1%扣5%", "99999999999999999999999999999999", "0.00000000000000000000000000001",
        "null", "true", "实际", "实际 / 计划", "得分(\"A1\")", "得分(\"总分\")", "count(", "for 甲 in 1..999999 return 甲", "some 甲 in [1] satisfies 甲 > 0", "if 实际 > 1 then 2 else 3", "[1..2]", "2 ** 99", "项目库", "乙 按 甲", "{方法: 甲}",
        .. new[] { "[", "{a: ", "- ", "(", "-", "not(" }.Select(open => string.Concat(Enumerable.Repeat(open, 200))),
        new('9', 3000), new('a', 3000), new(' ', 3000), string.Concat(Enumerable.Repeat("{: ", 1000)), string.Concat(Enumerable.Repeat("1 + ", 1000)) + "1",
        .. new[] { "\"\"", "\",\"", "\"\n", ",,,", "未提供", "不适用", "30万元", "(5)", "≥12", "2017-02-30", "符合", "缺陷", "打分", "50%" },
    ];

    public static readonly Gen<Mutation> Any = Gen.Select(
        Gen.Enum<Change>(), Gen.Int[0, 9], Gen.Int[0, 99], Gen.Int[0, 99], Gen.OneOf(Of(Words), Of(Tricks)),
        (kind, file, line, at, token) => new Mutation(kind, file, line, at, token));

    /// <summary>The files with this change made to one of them.</summary>
    public (string File, string Text)[] Apply((string File, string Text)[] files)
    {
        var file = File % files.Length;
        var lines = files[file].Text.Split('\n').ToList();
        var line = Line % lines.Count;
        var text = lines[line];
        var at = text.Length == 0 ? 0 : At % (text.Length + 1);
        switch (Kind)
        {
            case Change.Delete:
                lines.RemoveAt(line);
                break;
            case Change.Duplicate:
                lines.Insert(line, text);
                break;
            case Change.Swap:
                (lines[line], lines[At % lines.Count]) = (lines[At % lines.Count], text);
                break;
            case Change.Indent:
                lines[line] = At % 2 == 0 ? new string(' ', At % 5) + text : text.TrimStart();
                break;
            case Change.Insert:
                lines[line] = text.Insert(at, Token);
                break;
            case Change.Value:
                lines[line] = text[..(text.IndexOf(": ", StringComparison.Ordinal) + 1)] + " " + Token;
                break;
            case Change.Cell:
                var cells = text.Split(',');
                cells[At % cells.Length] = Token;
                lines[line] = string.Join(',', cells);
                break;
            case Change.Cut:
                lines[line] = text[..at];
                break;
            case Change.Line:
                lines.Insert(line, new string(' ', At % 13) + Token);
                break;
        }

        return [.. files.Select((f, i) => i == file ? (f.File, string.Join('\n', lines)) : f)];
    }

    /// <summary>The text in UTF-8; what is no text (half a surrogate pair) becomes bytes that are no UTF-8.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text
        ? Encoding.UTF8.GetBytes(text)
        : [.. text.SelectMany(c => char.IsSurrogate(c) ? [0xED, 0xA0, 0x80] : Encoding.UTF8.GetBytes([c]))];

    private static Gen<string> Of(string[] tokens) => Gen.Int[0, tokens.Length - 1].Select(i => tokens[i]);
}

internal enum Change
{
    Delete,
    Duplicate,
    Swap,
    Indent,
    Insert,
    Value,
    Cell,
    Cut,
    Line,
}
