using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>Maps and lists.</summary>
/// <param name="definitions">Takes a definition of each key, which both of its spellings share.</param>
/// <param name="extension">Whether the file lays its keys over a base: then 删除 takes one away, and few must be there.</param>
internal sealed class Shapes(Definitions definitions, bool extension)
{
    public bool Extension => extension;

    /// <summary>A map with these keys and no others.</summary>
    public JsonObject Map(IEnumerable<KeySchema> keys, params IEnumerable<JsonObject> rules)
    {
        var all = keys.ToList();
        var properties = new JsonObject();
        foreach (var key in all)
        {
            var described = new JsonObject { ["description"] = key.About ?? KeyTexts.Of(key.Key), ["allOf"] = new JsonArray(Removable(key)) };
            var shared = definitions.Shared($"key-{key.Key.En.Replace('/', '-')}", described);
            properties[key.Key.Zh] = shared;
            properties[key.Key.En] = shared.DeepClone();
        }

        IEnumerable<JsonObject> together =
        [
            .. Rule.OneSpelling(all.Where(k => !IsNeeded(k)).Select(k => k.Key)),
            .. all.Where(IsNeeded).Select(k => Rule.ExactlyOne(k.Key)),
            .. rules,
        ];
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray([.. together]),
        };
    }

    /// <summary>A map whose keys are names of the writer's.</summary>
    public static JsonObject Names(JsonObject value, string? pattern = null)
    {
        var map = new JsonObject { ["type"] = "object", ["additionalProperties"] = value };
        if (pattern is not null)
        {
            map["propertyNames"] = new JsonObject { ["pattern"] = pattern };
        }

        return map;
    }

    public static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["items"] = item };

    public static JsonObject AnyOf(params JsonObject[] choices) => new() { ["anyOf"] = new JsonArray(choices) };

    /// <summary>The value, or 删除 where something can be taken away.</summary>
    public JsonObject OrRemoved(JsonObject value) => extension ? AnyOf(value, Scalars.Fixed(Keys.Remove)) : value;

    private JsonObject Removable(KeySchema key) => IsNeeded(key) ? key.Value : OrRemoved(key.Value);

    private bool IsNeeded(KeySchema key) => key.Need == Need.Always || (key.Need == Need.Whole && !extension);
}
