using System.Text.Json;
using System.Text.Json.Nodes;
using Indicators.Schema;
using Json.Schema;

namespace Indicators.Tests.Schema;

/// <summary>The schemas as an editor applies them.</summary>
internal static class Schemas
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 2 * Limits.Depth };
    private static readonly Dictionary<string, JsonSchema> All = RuleSchemas.All.ToDictionary(s => s.Name, s => JsonSchema.FromText(s.Text));

    /// <summary>What the schema finds wrong, with its place; empty if nothing.</summary>
    public static IReadOnlyList<string> Errors(string schema, JsonNode? file)
    {
        var result = All[schema].Evaluate(JsonSerializer.SerializeToElement(file, Deep), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Key}: {e.Value}")).Append("not valid")];
    }

    /// <summary>The kind of file that a file of a rule set is.</summary>
    public static string NameFor(string path, bool extension)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        var kind = Path.GetFileName(Path.GetDirectoryName(path)) == "cases" ? "case" : file is "rule-set" or "evidence" or "flags" ? file : "dimension";
        return $"{kind}{(extension && kind is not ("case" or "rule-set") ? "-extension" : "")}.schema.json";
    }
}
