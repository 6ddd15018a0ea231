using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>evidence.yaml: fields, tables and computed values.</summary>
internal sealed class EvidenceSchemas(Definitions definitions, Scalars scalars, Shapes shapes)
{
    public JsonObject Root() => shapes.Map([
        new(Keys.Fields, Shapes.Names(Field(), Patterns.Name)),
        new(Keys.Tables, Shapes.Names(Table(), Patterns.Name)),
        new(Keys.Computed, Shapes.Names(Computed(), Patterns.Name)),
    ]);

    private JsonObject Field() => definitions.Ref("field", () => Shapes.AnyOf(scalars.FieldType(), shapes.Map(FieldKeys())));

    private JsonObject Column() => definitions.Ref("column", () => Shapes.AnyOf(
        scalars.ColumnType(),
        shapes.Map([.. FieldKeys(), new(Keys.UnitColumn, scalars.Text())])));

    private IEnumerable<KeySchema> FieldKeys() =>
    [
        new(Keys.Type, scalars.FieldType(), Need.Whole),
        new(Keys.Aliases, scalars.Texts()),
        new(Keys.Required, scalars.Word("yes-no", Keys.Yes, Keys.No)),
        new(Keys.Range, scalars.Expression()),
    ];

    private JsonObject Table() => definitions.Ref("table", () => shapes.Map(
        [
            new(Keys.TableKey, scalars.Texts()),
            new(Keys.Columns, Shapes.Names(Column(), Patterns.Name), Need.Whole),
            new(Keys.SurveyOptions, Shapes.Names(scalars.OptionShare())),
            new(Keys.Minimum, scalars.Count()),
        ],
        shapes.Extension ? [] : [Rule.Needs(Keys.Minimum, Keys.SurveyOptions)]));

    /// <summary>待定 is a text like any other expression; it is named so that an editor offers it.</summary>
    private JsonObject Computed() => Shapes.AnyOf(scalars.Expression(), Scalars.Fixed(Keys.Open));
}
