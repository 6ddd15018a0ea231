using System.Text;

namespace Indicators.Cli;

/// <summary>Mends in the files of one rule set what has only one right answer, over and over until nothing of that kind is left.</summary>
internal static class RuleFileFixes
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What was mended, in the order in which it was found. A mistake of syntax hides what stands behind it, so several rounds may be needed.</summary>
    public static List<Diagnostic> Apply(string directory, int? year)
    {
        var mended = new List<Diagnostic>();
        while (true)
        {
            // What is mended twice at one place would be mended for ever.
            var next = CheckedRuleSet.Load(directory, year).Problems.Where(p => IsMendable(p, directory) && !mended.Any(m => m.ToString() == p.ToString())).ToList();
            foreach (var file in next.SelectMany(p => p.Fixes).Distinct().GroupBy(f => f.Place.File))
            {
                Write(file.Key, file);
            }

            mended.AddRange(next);
            if (next.Count == 0)
            {
                return mended;
            }
        }
    }

    /// <summary>Whether <c>--fix</c> mends it: there is one right answer, and it stands in a file of this folder, not of a base.</summary>
    public static bool IsMendable(Diagnostic problem, string directory) => !problem.Fixes.IsEmpty
        && problem.Fixes.All(f => Path.GetDirectoryName(f.Place.File) == Path.TrimEndingDirectorySeparator(directory));

    /// <summary>Everything but the characters to mend stays byte for byte; the file is replaced as a whole.</summary>
    private static void Write(string file, IEnumerable<Fix> fixes)
    {
        var bytes = File.ReadAllBytes(file);
        var marked = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var text = new StringBuilder(Utf8.GetString(marked ? bytes.AsSpan(3) : bytes));
        var starts = LineStarts(text.ToString());
        foreach (var fix in fixes.OrderByDescending(f => f.Place.Line).ThenByDescending(f => f.Place.Column))
        {
            var at = starts[(int)fix.Place.Line - 1] + (int)fix.Place.Column - 1;
            text.Remove(at, fix.Length).Insert(at, fix.Text);
        }

        var aside = file + ".tmp";
        File.WriteAllBytes(aside, [.. marked ? Encoding.UTF8.Preamble : [], .. Utf8.GetBytes(text.ToString())]);
        File.Move(aside, file, overwrite: true);
    }

    /// <summary>Where each line begins, whatever ends the lines.</summary>
    private static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
