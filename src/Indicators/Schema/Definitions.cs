using System.Text.Json.Nodes;

namespace Indicators.Schema;

/// <summary>The definitions of one schema, each made when something first refers to it, so that they may refer to each other.</summary>
internal sealed class Definitions
{
    private readonly SortedDictionary<string, JsonObject> made = new(StringComparer.Ordinal);

    public JsonObject Ref(string name, Func<JsonObject> make)
    {
        if (made.TryAdd(name, []))
        {
            made[name] = make();
        }

        return new JsonObject { ["$ref"] = $"#/definitions/{name}" };
    }

    public JsonObject ToJson() => new(made.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
}
