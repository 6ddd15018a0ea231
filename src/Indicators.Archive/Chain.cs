using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indicators.Archive;

/// <summary>
/// How entries hang together: the hash of one is SHA-256, in lower-case hex, of the UTF-8 of these texts in this order, each preceded by
/// its length in bytes and a colon and followed by a line feed: previous hash, sequence, when, who, engine, rule set, fiscal year, digest,
/// project, its name, evidence, scores, total, grade. A change of any of them changes the hash, and with it all that come after.
/// </summary>
public static class Chain
{
    /// <summary>What the first entry hangs on.</summary>
    public static readonly string Start = new('0', 64);

    public static ArchiveEntry After(Head head, string keptAt, Evaluated what)
    {
        var sequence = head.Sequence + 1;
        return new ArchiveEntry(sequence, keptAt, what, head.Hash, Hash(head.Hash, sequence, keptAt, what));
    }

    /// <summary>The hash that an entry must have.</summary>
    public static string Hash(ArchiveEntry entry) => Hash(entry.Previous, entry.Sequence, entry.KeptAt, entry.What);

    private static string Hash(string previous, long sequence, string keptAt, Evaluated what)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] texts =
        [
            previous, Digits(sequence), keptAt, what.KeptBy, what.Engine, what.RuleSetId, Digits(what.FiscalYear), what.RuleSetDigest,
            what.ProjectId, what.ProjectName, what.Evidence, what.Scores, what.Total, what.Grade,
        ];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.ASCII.GetBytes($"{Digits(bytes.Length)}:"));
            hash.AppendData(bytes);
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
