using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// The digest of what a rule set means in one year: base and extension laid together, values of the year chosen. Keys are
/// put into one language and sorted, so that spelling, order of keys, layout, comments and file names do not count.
/// Lists, 等级, 分档 and 定性 keep their order, because it decides.
/// </summary>
internal static class Digest
{
    private static readonly Bilingual[] NotCounted = [Keys.Closed, Keys.Accept, Keys.Note, Keys.Beside, Keys.Extends, Keys.Remove, Keys.FiscalYears];

    public static string Of(RuleFiles files, int? year)
    {
        var text = new StringBuilder();
        var header = files.HeaderMap?.Without(NotCounted);
        // Of the fiscal years only this one: a year may be added without touching those before.
        Write(text, "year", year?.ToString(CultureInfo.InvariantCulture) ?? "");
        Write(text, "rule-set", Canonical.Text(header));
        Write(text, "evidence", Canonical.Text(files.Evidence));
        foreach (var dimension in files.Dimensions.Select(d => Canonical.Text(d)).Order(StringComparer.Ordinal))
        {
            Write(text, "dimension", dimension);
        }

        Write(text, "flags", Canonical.Text(files.Flags));
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(StringBuilder text, string part, string content) => text.Append(part).Append(' ').Append(content).Append('\n');
}
