using System.Collections.Immutable;
using System.Text.Json;
using Indicators.Differences;

namespace Indicators.Cli;

/// <summary>The result of <c>indicators diff --format json</c>: the differences one by one, with both places, and how many of each kind.</summary>
internal static class DiffJson
{
    public static void Write(string before, string after, ImmutableArray<Difference> differences, Terminal terminal) =>
        terminal.Json(new
        {
            before,
            after,
            differences = differences.Select(d => new
            {
                kind = Kind(d.Kind),
                section = terminal.Say(d.Subject.Section),
                code = d.Subject.Code,
                name = d.Subject.Name,
                part = terminal.Say(d.Part),
                before = d.Before?.In(terminal.Language),
                after = d.After?.In(terminal.Language),
                placeBefore = d.PlaceBefore?.ToString(),
                placeAfter = d.PlaceAfter?.ToString(),
            }),
            counts = differences.GroupBy(d => d.Kind).OrderBy(g => g.Key).ToDictionary(g => Kind(g.Key), g => g.Count()),
        });

    private static string Kind(DifferenceKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
