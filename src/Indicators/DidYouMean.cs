using System.Globalization;
using Indicators.Feel;

namespace Indicators;

/// <summary>Finds the known word nearest to a mistaken one. What nobody typed by mistake is not looked at: very long words, and more known words than a person could choose from.</summary>
public static class DidYouMean
{
    private const int LongestWord = 64;
    private const int MostKnown = 1000;

    /// <summary>“您是不是想写 X？”, or nothing when no word is near.</summary>
    public static Bilingual Hint(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return new("", "");
        }

        var bare = Bare(word);
        var reach = Math.Max(1, word.Length / 3);
        var nearest = known.Take(MostKnown)
            .Where(k => k.Length <= LongestWord)
            .Select(k => (Word: k, Distance: Bare(k) == bare ? 0 : Distance(word, k)))
            .Where(k => k.Distance <= reach || SharesHalf(word, k.Word))
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
        return nearest is null ? new("", "") : Say(nearest);
    }

    public static Bilingual Say(string word) => new($"您是不是想写“{word}”？", $" Did you mean “{word}”?");

    /// <summary>到位金额 and 到位资金, 预算 and 预算金额: Chinese words of which one half is the same.</summary>
    private static bool SharesHalf(string word, string known)
    {
        var longer = Math.Max(word.Length, known.Length);
        var (first, last) = (word.Zip(known).TakeWhile(c => c.First == c.Second).Count(), word.Reverse().Zip(known.Reverse()).TakeWhile(c => c.First == c.Second).Count());
        return Math.Max(first, last) is var same and >= 2 && 2 * same >= longer && word.All(c => c > 0x2E80) && known.All(c => c > 0x2E80);
    }

    /// <summary>A12(1) and A12①, a-b and A_B look different and are the same word.</summary>
    private static string Bare(string word) => string.Concat(Lexer.Ascii(word).Where(c => char.IsLetter(c) || char.IsNumber(c))
        .Select(c => char.IsNumber(c) ? char.GetNumericValue(c).ToString(CultureInfo.InvariantCulture) : c.ToString())).ToLowerInvariant();

    /// <summary>Whether a word is another with one character wrong, lost, added or swapped with its neighbour.</summary>
    internal static bool IsSlip(string word, string known) =>
        word.Length > 1 && Math.Abs(word.Length - known.Length) <= 1 && word.Length <= LongestWord && Distance(word, known) == 1;

    /// <summary>Edit distance in which swapping two neighbours costs one.</summary>
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1),
                    d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
