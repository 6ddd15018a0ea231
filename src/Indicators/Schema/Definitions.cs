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

    /// <summary>A definition that is written once however often it is made; another one of the same name gets a number.</summary>
    public JsonObject Shared(string name, JsonObject value)
    {
        for (var i = 1; ; i++)
        {
            var numbered = i == 1 ? name : $"{name}-{i}";
            if (made.TryAdd(numbered, value) || JsonNode.DeepEquals(made[numbered], value))
            {
                return Ref(numbered, () => value);
            }
        }
    }

    public JsonObject ToJson() => new(made.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
}
