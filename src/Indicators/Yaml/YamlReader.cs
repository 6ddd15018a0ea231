using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Indicators.Yaml;

/// <summary>
/// Reads one YAML file from its event stream, without recursion, so that no file can exhaust the stack or expand
/// itself: anchors, aliases, tags and second documents are refused, nesting and size are limited.
/// </summary>
internal sealed class YamlReader
{
    private readonly string file;
    private readonly string[] lines;
    private readonly Diagnostics diagnostics;
    private readonly Diagnostics warnings = [];
    private readonly Stack<Builder> open = new();
    private YamlValue? root;

    private YamlReader(string file, string text, Diagnostics diagnostics)
    {
        this.file = file;
        this.diagnostics = diagnostics;
        lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>The file's content, or null after reporting why it cannot be read.</summary>
    public static YamlValue? Read(string file, ReadOnlyMemory<byte> bytes, Diagnostics diagnostics)
    {
        if (bytes.Length > Limits.RuleFileBytes)
        {
            diagnostics.Report(Messages.FileTooLarge, new Place(file), bytes.Length, Limits.RuleFileBytes);
            return null;
        }

        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            diagnostics.Report(Messages.RuleFileNotUtf8, new Place(file), e.Index);
            return null;
        }

        return new YamlReader(file, text, diagnostics).Read(text);
    }

    private YamlValue? Read(string text)
    {
        var before = diagnostics.Count;
        try
        {
            var parser = new Parser(new StringReader(text));
            while (diagnostics.Count == before && MoveNext(parser))
            {
                Take(parser.Current!);
            }
        }
        catch (YamlException e)
        {
            ReportSyntax(e);
        }

        if (diagnostics.Count > before)
        {
            return null;
        }

        if (root is null)
        {
            diagnostics.Report(Messages.FileEmpty, new Place(file));
        }

        diagnostics.AddRange(warnings);
        return root;
    }

    /// <summary>The next event; on some texts the parser throws exceptions that are none of its own, which are syntax errors all the same.</summary>
    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException or NullReferenceException)
        {
            var after = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(after, after, "What follows cannot be read.", e);
        }
    }

    private void Take(ParsingEvent next)
    {
        switch (next)
        {
            case AnchorAlias alias:
                diagnostics.Report(Messages.YamlAnchor, At(alias.Start), $"*{alias.Value}");
                break;
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                diagnostics.Report(Messages.YamlAnchor, At(anchored.Start), $"&{anchored.Anchor}");
                break;
            case NodeEvent { Tag.IsEmpty: false } tagged:
                diagnostics.Report(Messages.YamlTag, At(tagged.Start), tagged.Tag);
                break;
            case DocumentStart when root is not null:
                diagnostics.Report(Messages.YamlSecondDocument, At(next.Start));
                break;
            case Scalar scalar:
                Add(Text(scalar));
                break;
            case MappingStart or SequenceStart when open.Count == Limits.Depth:
                diagnostics.Report(Messages.YamlTooDeep, At(next.Start), Limits.Depth);
                break;
            case MappingStart or SequenceStart:
                open.Push(new Builder(next is MappingStart, next is SequenceStart { Style: SequenceStyle.Flow }, At(next.Start)));
                break;
            case MappingEnd when open.Peek().Items.Count % 2 == 1:
                // On some texts that are no YAML the parser leaves a key alone instead of reporting it.
                throw new YamlException(next.Start, next.End, "A key has no value.");
            case MappingEnd or SequenceEnd:
                Add(Close(open.Pop()));
                break;
        }
    }

    private YamlText Text(Scalar scalar)
    {
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var place = At(scalar.Start);
        return new YamlText(scalar.Value, quoted, quoted ? place.Right(1) : place);
    }

    private void Add(YamlValue value)
    {
        if (open.TryPeek(out var parent))
        {
            parent.Items.Add(value);
        }
        else
        {
            root = value;
        }
    }

    private YamlValue Close(Builder builder)
    {
        if (!builder.IsMap)
        {
            if (builder is { IsFlowList: true, Items: [YamlText { Quoted: false } only] } && YamlTraps.CommaOf(only.Content) is { } comma)
            {
                warnings.Report(Messages.YamlListComma, only.Place.Right(comma), only.Content);
            }

            return new YamlList([.. builder.Items], builder.Place);
        }

        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var lines = new Dictionary<string, long>();
        foreach (var pair in builder.Items.Chunk(2))
        {
            if (pair[0] is not YamlText key)
            {
                diagnostics.Report(Messages.YamlKeyNotText, pair[0].Place);
            }
            else if (pair[1] is YamlText { Content: "", Quoted: false } && YamlTraps.OfColon(key) is { } trap && trap.Column <= key.Content.Length)
            {
                // Within braces a key without a value is legal YAML.
                trap.Report(key, diagnostics);
            }
            else if (!lines.TryAdd(key.Content, key.Place.Line))
            {
                diagnostics.Report(Messages.DuplicateKey, key.Place, key.Content, lines[key.Content]);
            }
            else
            {
                entries.Add(new YamlEntry(key, pair[1]));
            }
        }

        return new YamlMap(entries.ToImmutable(), builder.Place);
    }

    private void ReportSyntax(YamlException e)
    {
        var line = Math.Clamp(e.Start.Line, 1, lines.Length);
        // The parser may notice a tab anywhere in the file at its first line.
        var tab = Array.FindIndex(lines, TabFixes.HasTab) + 1;
        foreach (var l in new[] { line, line - 1, line + 1, tab }.Where(l => l >= 1 && l <= lines.Length))
        {
            // What stands within braces is to blame only on the line itself, and often it is legal.
            if (YamlTraps.Find(lines[l - 1]) is { } trap && (trap.Message != Messages.YamlFlowBracket || l == line))
            {
                var fixes = trap.Message == Messages.YamlTab ? TabFixes.Of(file, lines) : trap.FixesAt(At(l, trap.Column));
                diagnostics.Report(trap.Message, At(l, trap.Column), fixes, lines[l - 1].Trim());
                return;
            }
        }

        diagnostics.Report(Messages.YamlSyntax, At(e.Start), YamlWords.Of(e.Message));
    }

    private Place At(Mark mark) => At(mark.Line, mark.Column);

    private Place At(long line, long column) =>
        new(file, line, column, line <= lines.Length && line > 0 ? lines[line - 1] : null);

    private sealed record Builder(bool IsMap, bool IsFlowList, Place Place)
    {
        public List<YamlValue> Items { get; } = [];
    }
}
