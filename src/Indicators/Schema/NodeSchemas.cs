using System.Text.Json.Nodes;
using Indicators.Loading;
using Indicators.Methods;

namespace Indicators.Schema;

/// <summary>A dimension file, from 一级指标 down to 评价要点.</summary>
internal sealed class NodeSchemas(Definitions definitions, Scalars scalars, Shapes shapes)
{
    private readonly MethodSchemas methods = new(definitions, scalars);
    private readonly Shapes whole = new(definitions, extension: false);

    public JsonObject Dimension() => shapes.Map(
        [
            new(Keys.Dimension, scalars.Text(), Need.Always),
            new(Keys.Weight, scalars.Number()),
            new(Keys.Bonus, scalars.Number()),
            new(Keys.Penalty, scalars.Number()),
            new(Keys.Code, scalars.Text()),
            .. MissingSchema.Of(definitions, scalars, shapes),
            new(Keys.Criteria, Shapes.List(Criterion()), Need.Whole),
        ],
        [
            Rule.AtMostOne(Keys.Weight, Keys.Bonus, Keys.Penalty),
            Rule.Excludes(Keys.Bonus, Keys.Missing, Keys.ExcludeTo),
            Rule.Excludes(Keys.Penalty, Keys.Missing, Keys.ExcludeTo),
        ]);

    private JsonObject Criterion() => definitions.Ref("criterion", () => shapes.Map([
        new(Keys.Name, scalars.Text(), Need.Always),
        new(Keys.Weight, scalars.Number()),
        new(Keys.Code, scalars.Text()),
        .. MissingSchema.Of(definitions, scalars, shapes),
        new(Keys.Indicators, Shapes.List(Indicator()), Need.Whole),
    ]));

    private JsonObject Indicator() => definitions.Ref("indicator", () => shapes.Map(
        [
            new(Keys.Code, scalars.Text(), Need.Always),
            new(Keys.Name, scalars.Text(), Need.Whole),
            new(Keys.Weight, scalars.WeightOrOpen(), Need.Whole),
            .. Details(shapes),
            new(Keys.Points, new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Point() }),
            new(Keys.EachPoint, methods.Method()),
            .. methods.Around,
        ],
        // 删除 takes a key away, which is no method: what stands together is known only once it is laid over the base.
        shapes.Extension ? [] :
        [
            .. MethodSchemas.OneMethod(Keys.Points),
            .. MethodSchemas.ValueHere(),
            Rule.Needs(Keys.EachPoint, Keys.Points),
            Rule.Excludes(Keys.Points, Keys.Each),
            Rule.Needs(Keys.Share, Keys.Each),
        ]));

    /// <summary>A point is a text or a node of its own; an extension gives the points of an indicator all together.</summary>
    private JsonObject Point() => definitions.Ref("point", () => Shapes.AnyOf(
        scalars.Text(),
        whole.Map(
            [
                new(Keys.Name, scalars.Text(), Need.Always),
                new(Keys.Code, scalars.Text()),
                .. Details(whole),
                .. methods.Around.Where(k => k.Key != Keys.Share),
                new(Keys.Share, Shapes.AnyOf(scalars.Amount(), scalars.Expression())),
            ],
            [
                .. MethodSchemas.OneMethod(),
                .. MethodSchemas.ValueHere(),
                // Beside 逐行 it is an expression that shares the points out over the rows.
                Rule.If(Rule.Not(Rule.Has(Keys.Each)), Rule.Under(Keys.Share, scalars.Amount)),
            ])));

    private IEnumerable<KeySchema> Details(Shapes of) =>
    [
        new(Keys.Basis, scalars.Texts()),
        new(Keys.Reading, scalars.Text()),
        new(Keys.Reverse, scalars.Text()),
        .. MissingSchema.Of(definitions, scalars, of),
        new(Keys.Partial, scalars.Word("partial", Keys.Allowed, Keys.NotAllowed)),
        new(Keys.Round, scalars.Places()),
    ];
}
