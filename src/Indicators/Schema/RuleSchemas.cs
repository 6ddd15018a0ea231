using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indicators.Schema;

/// <summary>A JSON Schema of one kind of file.</summary>
/// <param name="Name">The file that holds it.</param>
/// <param name="About">The kind of file.</param>
/// <param name="Text">The schema.</param>
public sealed record RuleSchema(string Name, Bilingual About, string Text);

/// <summary>
/// JSON Schemas (draft-07) of the files of a rule set, for editors: made of the same tables of keys, words, methods and library flags
/// as the readers use. A file laid over that of a base may give a part of it, so those kinds have a schema of their own.
/// </summary>
public static class RuleSchemas
{
    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ImmutableArray<RuleSchema> All { get; } =
    [
        Of("rule-set", new("rule-set.yaml", "rule-set.yaml"), byYear: true, HeaderSchema.Root),
        .. Kind("evidence", new("evidence.yaml", "evidence.yaml"), (d, s, shapes) => new EvidenceSchemas(d, s, shapes).Root()),
        .. Kind("dimension", new("一级指标的文件", "the file of a dimension"), (d, s, shapes) => new NodeSchemas(d, s, shapes).Dimension()),
        .. Kind("flags", new("flags.yaml", "flags.yaml"), (d, s, shapes) => new FlagSchemas(d, s, shapes).Root()),
        Of("case", new("cases 中的用例", "a case in cases"), byYear: false, CaseSchema.Root),
    ];

    /// <summary>All of them as one JSON object, each under the name of its file.</summary>
    public static string Together() =>
        new JsonObject(All.Select(s => KeyValuePair.Create(s.Name, JsonNode.Parse(s.Text)))).ToJsonString(Format);

    private static IEnumerable<RuleSchema> Kind(string name, Bilingual about, Func<Definitions, Scalars, Shapes, JsonObject> root) =>
    [
        Of(name, about, byYear: true, (d, s) => root(d, s, new Shapes(d, extension: false))),
        Of($"{name}-extension", new($"{about.Zh}（指标体系有 继承）", $"{about.En} (the rule set has extends)"), byYear: true, (d, s) => root(d, s, new Shapes(d, extension: true))),
    ];

    private static RuleSchema Of(string name, Bilingual about, bool byYear, Func<Definitions, Scalars, JsonObject> root)
    {
        var definitions = new Definitions();
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"{about.Zh} · {about.En}",
            ["$comment"] = "Made by: indicators schema --out docs/schema",
        };
        foreach (var (key, value) in root(definitions, new Scalars(definitions, byYear)).ToList())
        {
            schema[key] = value?.DeepClone();
        }

        schema["definitions"] = definitions.ToJson();
        return new RuleSchema($"{name}.schema.json", about, schema.ToJsonString(Format) + "\n");
    }
}
