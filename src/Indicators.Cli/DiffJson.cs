using System.Collections.Immutable;
using System.Text.Json;
using Indicators.Differences;

namespace Indicators.Cli;

/// <summary>The result of <c>indicators diff --format json</c>: the differences one by one, with both places, and how many of each kind.</summary>
internal static class DiffJson
{
    public static void Write(string before, int? yearBefore, string after, int? yearAfter, ImmutableArray<Difference> differences, Terminal terminal) =>
        terminal.Json(new
        {
            before,
            yearBefore,
            after,
            yearAfter,
            differences = differences.Select(d => Difference(d, terminal.Language)),
            counts = differences.GroupBy(d => d.Kind).OrderBy(g => g.Key).ToDictionary(g => Kind(g.Key), g => g.Count()),
        });

    public static object Difference(Difference difference, Language language) => new
    {
        kind = Kind(difference.Kind),
        section = difference.Subject.Section.In(language),
        code = difference.Subject.Code,
        name = difference.Subject.Name,
        part = difference.Part.In(language),
        before = difference.Before?.In(language),
        after = difference.After?.In(language),
        placeBefore = difference.PlaceBefore?.ToString(),
        placeAfter = difference.PlaceAfter?.ToString(),
    };

    private static string Kind(DifferenceKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
