using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>What may stand where the rule language has one value. An editor makes numbers and words such as true of plain text, so those pass as well.</summary>
/// <param name="definitions">Takes a definition of each kind that is used.</param>
/// <param name="byYear">Whether a value for each fiscal year may stand there too.</param>
internal sealed class Scalars(Definitions definitions, bool byYear)
{
    public JsonObject Text() => Scalar("text", Any());

    /// <summary>A text, or several.</summary>
    public JsonObject Texts() => definitions.Ref("texts", () => Shapes.AnyOf(Text(), Shapes.List(Text())));

    public JsonObject Expression() => Scalar("expression", Any());

    public JsonObject Number() => Scalar("number", Positive(), Match(Patterns.Number));

    public JsonObject WeightOrOpen() => Scalar("weight", new JsonObject { ["type"] = "number", ["exclusiveMinimum"] = 0 }, Match(Patterns.Number), Fixed(Keys.Open));

    public JsonObject Places() => Scalar("places", Integer(0, 10), Match(Patterns.Places));

    public JsonObject Count() => Scalar("count", new JsonObject { ["type"] = "integer", ["minimum"] = 0 }, Match(Patterns.Whole));

    public JsonObject Amount() => Scalar("amount", Zero(), Match(Patterns.Amount));

    public JsonObject OptionShare() => Scalar("option-share", Zero(), Match(Patterns.Share));

    public JsonObject Slope() => Scalar("slope-step", Match(Patterns.Slope));

    public JsonObject LevelRange() => Scalar("level-range", new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 100 }, Match(Patterns.LevelRange));

    public JsonObject Day() => Scalar("day", Match(Patterns.Day));

    public JsonObject FieldType() => Scalar("type", Fixed(Patterns.Types), Match(Patterns.TypeWithUnit));

    public JsonObject ColumnType() => Scalar("column-type", Fixed(Patterns.Types), Match(Patterns.TypeWithUnit), Match(Patterns.Computed));

    public JsonObject Word(string name, params IEnumerable<Bilingual> words) => Scalar(name, Fixed(words));

    /// <summary>A sign, or in a row the column that holds it.</summary>
    public JsonObject Direction(bool orColumn) => orColumn
        ? Scalar("direction-or-column", Signs("="), Match(Patterns.StartsName))
        : Scalar("direction", Signs());

    public static JsonObject Year() => Shapes.AnyOf(Integer(1949, 2999), Match(Patterns.Year));

    public static JsonObject Fixed(params IEnumerable<Bilingual> words) =>
        new() { ["enum"] = new JsonArray([.. words.SelectMany(w => new[] { w.Zh, w.En }).Distinct().Select(w => JsonValue.Create(w))]) };

    public static JsonObject Match(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    /// <summary>Any one value, which no fiscal year changes.</summary>
    public static JsonObject Any() => new() { ["type"] = new JsonArray("string", "number", "boolean", "null") };

    private JsonObject Scalar(string name, params JsonObject[] choices) => definitions.Ref(name, () =>
        byYear ? Shapes.AnyOf([.. choices, ByYear(choices)]) : choices is [var only] ? only : Shapes.AnyOf(choices));

    /// <summary>{按年度: {2016: …, 2017: {值: …, 依据: …}}}: nothing else stands beside it.</summary>
    private JsonObject ByYear(JsonObject[] choices)
    {
        var shapes = new Shapes(definitions, extension: false);
        JsonObject Once() => Shapes.AnyOf([.. choices.Select(c => (JsonObject)c.DeepClone())]);
        var given = shapes.Map([
            new(Keys.YearValue, Once(), Need.Always),
            new(Keys.Basis, Shapes.AnyOf(Any(), Shapes.List(Any()))),
        ]);
        return shapes.Map([new(Keys.ByYear, Shapes.Names(Shapes.AnyOf(Once(), given), Patterns.Year), Need.Always)]);
    }

    private static JsonObject Integer(int low, int high) => new() { ["type"] = "integer", ["minimum"] = low, ["maximum"] = high };

    private static JsonObject Positive() => new() { ["type"] = "number", ["minimum"] = 0 };

    private static JsonObject Zero() => new() { ["type"] = "number", ["const"] = 0 };

    private static JsonObject Signs(params string[] more) => new() { ["enum"] = new JsonArray([.. new[] { "≥", ">=", "≤", "<=" }.Concat(more).Select(s => JsonValue.Create(s))]) };
}
