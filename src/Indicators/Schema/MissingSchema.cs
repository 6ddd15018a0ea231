using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>缺失 and 剔除到, on the rule set or on a node.</summary>
internal static class MissingSchema
{
    public static IEnumerable<KeySchema> Of(Definitions definitions, Scalars scalars, Shapes shapes) =>
    [
        new(Keys.Missing, definitions.Ref(shapes.Extension ? "missing-laid" : "missing", () => Missing(scalars, shapes))),
        new(Keys.ExcludeTo, scalars.Word("exclude-to", Words.Total)),
    ];

    private static JsonObject Missing(Scalars scalars, Shapes shapes) =>
        shapes.Map(Words.MissingStates.OrderBy(s => s.Key).Select(s => new KeySchema(s.Value, scalars.Word("policy", Words.MissingPolicies.OrderBy(p => p.Key).Select(p => p.Value)))));
}
