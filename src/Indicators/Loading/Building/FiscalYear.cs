using System.Collections.Immutable;
using System.Globalization;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>The fiscal year that a rule set is loaded for: the one asked for, or the latest of its 年度.</summary>
internal static class FiscalYear
{
    /// <summary>The years of a header, quietly: its reader reports what is wrong with them.</summary>
    public static ImmutableArray<int> Of(YamlMap? header)
    {
        var yaml = header?.Find(Keys.FiscalYears)?.Value;
        var texts = yaml is YamlList list ? list.Items.OfType<YamlText>() : new[] { yaml }.OfType<YamlText>();
        return [.. texts.Select(t => Parse(t.Content)).OfType<int>().Distinct().Order()];
    }

    public static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2999 ? year : null;

    /// <summary>False after reporting that the rule set does not have the year asked for.</summary>
    public static bool Has(ImmutableArray<int> years, int asked, RuleFiles files, LoadContext context)
    {
        if (years.Contains(asked) || files.Header is null)
        {
            return true;
        }

        var place = files.HeaderMap?.Find(Keys.FiscalYears)?.Value.Place ?? files.Header.Place;
        if (years.IsEmpty)
        {
            context.Report(Messages.RuleSetWithoutYears, place, asked);
        }
        else
        {
            context.Report(Messages.YearUnknown, place, asked, Words.Listed([.. years.Select(y => $"{y}")]));
        }

        return false;
    }
}
