using System.Text.Json.Nodes;

namespace Indicators.Schema;

/// <summary>Rules about which keys of a map may stand together; a key is there in either spelling.</summary>
internal static class Rule
{
    public static JsonObject Has(params IEnumerable<Bilingual> keys) => new() { ["anyOf"] = new JsonArray([.. Spellings(keys)]) };

    /// <summary>One of the keys, in one spelling.</summary>
    public static JsonObject ExactlyOne(params IEnumerable<Bilingual> keys) => new() { ["oneOf"] = new JsonArray([.. Spellings(keys)]) };

    /// <summary>None or one: the first branch is none.</summary>
    public static JsonObject AtMostOne(params Bilingual[] keys) => new() { ["oneOf"] = new JsonArray([Not(Has(keys)), .. Spellings(keys)]) };

    /// <summary>No key in both spellings; no rule where there are no keys.</summary>
    public static IEnumerable<JsonObject> OneSpelling(IEnumerable<Bilingual> keys)
    {
        JsonNode[] both = [.. keys.Select(k => new JsonObject { ["required"] = new JsonArray(k.Zh, k.En) })];
        return both.Length == 0 ? [] : [Not(new JsonObject { ["anyOf"] = new JsonArray(both) })];
    }

    public static JsonObject Not(JsonObject rule) => new() { ["not"] = rule };

    /// <summary>Where one key is there, so must one of the others be.</summary>
    public static JsonObject Needs(Bilingual key, params IEnumerable<Bilingual> others) => If(Has(key), Has(others));

    public static JsonObject Excludes(Bilingual key, params IEnumerable<Bilingual> others) => If(Has(key), Not(Has(others)));

    public static JsonObject If(JsonObject condition, JsonObject then, JsonObject? otherwise = null)
    {
        var rule = new JsonObject { ["if"] = condition, ["then"] = then };
        if (otherwise is not null)
        {
            rule["else"] = otherwise;
        }

        return rule;
    }

    public static JsonObject All(params JsonObject[] rules) => new() { ["allOf"] = new JsonArray(rules) };

    /// <summary>The key is there and holds one of these words, the same in every fiscal year.</summary>
    public static JsonObject Is(Bilingual key, params Bilingual[] words) => All(Has(key), Under(key, () => Scalars.Fixed(words)));

    /// <summary>What stands under the key, if it is there.</summary>
    public static JsonObject Under(Bilingual key, Func<JsonObject> value) => new() { ["properties"] = new JsonObject { [key.Zh] = value(), [key.En] = value() } };

    private static IEnumerable<JsonNode> Spellings(IEnumerable<Bilingual> keys) =>
        keys.SelectMany(k => new[] { k.Zh, k.En }).Select(spelling => new JsonObject { ["required"] = new JsonArray(spelling) });
}
