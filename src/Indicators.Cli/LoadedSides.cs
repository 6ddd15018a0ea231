using Indicators.Loading;

namespace Indicators.Cli;

/// <summary>Two rule sets to be compared, each in one fiscal year.</summary>
internal sealed record LoadedSides(LoadResult Before, LoadResult After)
{
    /// <summary>Where no year is asked for, the same year on both sides: the latest may be one that only one side has yet.</summary>
    public static LoadedSides Of(string from, int? fromYear, string to, int? toYear)
    {
        var (before, after) = (RuleSetLoader.LoadDirectory(from, fromYear), RuleSetLoader.LoadDirectory(to, toYear));
        var shared = before.FiscalYears.Intersect(after.FiscalYears).Cast<int?>().LastOrDefault();
        return new LoadedSides(
            fromYear is null && Differs(before, shared) ? RuleSetLoader.LoadDirectory(from, shared) : before,
            toYear is null && Differs(after, shared) ? RuleSetLoader.LoadDirectory(to, shared) : after);
    }

    /// <summary>The fiscal year whose rules these are; null where they name none.</summary>
    public static int? Year(LoadResult loaded) => (loaded.RuleSet ?? loaded.Framework)?.Year;

    private static bool Differs(LoadResult loaded, int? year) => year is not null && Year(loaded) is { } own && own != year;
}
