using System.Text.Json.Nodes;
using Indicators.Csv;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>cases/*.yaml. What stands under 改 is a value or findings, which only the rule set can tell apart.</summary>
internal static class CaseSchema
{
    public static JsonObject Root(Definitions definitions, Scalars scalars)
    {
        var shapes = new Shapes(definitions, extension: false);
        var finding = definitions.Ref("finding", () => shapes.Map([
            .. new[] { EvidenceWords.Conclusion, EvidenceWords.Share, EvidenceWords.Reason, EvidenceWords.Document, EvidenceWords.Class, EvidenceWords.Evaluator }
                .Select(word => new KeySchema(word, scalars.Text(), word == EvidenceWords.Conclusion ? Need.Always : Need.Optional)),
        ]));
        var value = definitions.Ref("sourced-value", () => shapes.Map([new(Keys.YearValue, scalars.Text(), Need.Always), new(Keys.Source, scalars.Text())]));
        var item = Shapes.AnyOf(scalars.Text(), (JsonObject)finding.DeepClone());
        var published = shapes.Map([new(Keys.PublishedScore, scalars.Number(), Need.Always), new(Keys.Difference, scalars.Text())]);
        return shapes.Map(
            [
                new(Keys.Name, scalars.Text(), Need.Always),
                new(Keys.Source, scalars.Text()),
                new(Keys.CaseYear, Scalars.Year()),
                new(Keys.CaseEvidence, Scalars.Match(Patterns.FolderName)),
                new(Keys.CaseProject, scalars.Text()),
                new(Keys.Change, Shapes.Names(Shapes.AnyOf(scalars.Text(), value, finding, Shapes.List(item)))),
                new(Keys.Expect, NotEmpty(Shapes.Names(scalars.Text()))),
                new(Keys.Published, NotEmpty(Shapes.Names(Shapes.AnyOf(scalars.Number(), published)))),
                new(Keys.Flags, scalars.Texts()),
            ],
            Rule.Has(Keys.Expect, Keys.Published, Keys.Flags));
    }

    private static JsonObject NotEmpty(JsonObject map)
    {
        map["minProperties"] = 1;
        return map;
    }
}
