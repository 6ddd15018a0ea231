using System.Text.Json.Nodes;
using Indicators.Loading;
using Indicators.Methods;

namespace Indicators.Schema;

/// <summary>The methods and the keys around them, as <see cref="MethodTable"/> reads them.</summary>
internal sealed class MethodSchemas
{
    private readonly Definitions definitions;
    private readonly Scalars scalars;
    private readonly Shapes shapes;
    private readonly Dictionary<Bilingual, Func<JsonObject>> methods;

    public MethodSchemas(Definitions definitions, Scalars scalars)
    {
        this.definitions = definitions;
        this.scalars = scalars;
        shapes = new Shapes(definitions, extension: false);
        methods = new()
        {
            [Loading.Keys.Met] = scalars.Expression,
            [Loading.Keys.Deduct] = Deduct,
            [Loading.Keys.Bands] = Bands,
            [Loading.Keys.Proportional] = Proportional,
            [Loading.Keys.Slope] = Slope,
            [Loading.Keys.Linear] = Linear,
            [Loading.Keys.FormulaMethod] = scalars.Expression,
            [Loading.Keys.Levels] = Levels,
            [Loading.Keys.Peers] = Peers,
        };
    }

    /// <summary>The keys that a node, a band or another method may have for its method.</summary>
    public IEnumerable<KeySchema> Keys =>
    [
        new(Loading.Keys.Value, Value()),
        new(Loading.Keys.Each, Each()),
        new(Loading.Keys.Share, scalars.Expression()),
        new(Loading.Keys.MethodName, scalars.Text()),
        .. MethodTable.All.Select(m => new KeySchema(m.Key, definitions.Ref($"method-{m.Key.En}", methods[m.Key]))),
    ];

    /// <summary>The keys of which one is the method.</summary>
    private static IEnumerable<Bilingual> Scoring => MethodTable.All.Select(m => m.Key).Prepend(Loading.Keys.MethodName);

    /// <summary>At most one method; 逐行 goes around one.</summary>
    public static IEnumerable<JsonObject> OneMethod(params Bilingual[] others) =>
        [Rule.AtMostOne([.. Scoring, .. others])];

    /// <summary>What holds where nothing around the node measures a value: it has a 取值 exactly where its method takes one.</summary>
    public static IEnumerable<JsonObject> ValueHere() =>
    [
        .. MethodTable.All.Where(m => m.MeasuresNumber == true).Select(m => Rule.Needs(m.Key, Loading.Keys.Value)),
        .. MethodTable.All.Where(m => m.MeasuresNumber is null).Select(m => Rule.Excludes(m.Key, Loading.Keys.Value)),
        Rule.Needs(Loading.Keys.Each, Scoring),
        Rule.Needs(Loading.Keys.Value, [Loading.Keys.MethodName, .. MethodTable.All.Where(m => m.MeasuresNumber is not null).Select(m => m.Key)]),
    ];

    /// <summary>A method as a map of its own: 各要点.</summary>
    public JsonObject Method() => definitions.Ref("method", () => shapes.Map(Keys, [.. OneMethod(), .. ValueHere()]));

    /// <summary>A method that may measure what is around it: in a band, or under a name.</summary>
    public JsonObject Inner() => definitions.Ref("inner-method", () => shapes.Map(Keys, [.. OneMethod(), Rule.Has(Scoring)]));

    private JsonObject Value() => definitions.Ref("value", () => Shapes.AnyOf(
        scalars.Expression(),
        shapes.Map([new(Loading.Keys.FormulaMethod, scalars.Expression(), Need.Always), new(Loading.Keys.Round, scalars.Places(), Need.Always)])));

    private JsonObject Each() => definitions.Ref("each", () => Shapes.AnyOf(
        scalars.Text(),
        shapes.Map([
            new(Loading.Keys.Table, scalars.Expression(), Need.Always),
            new(Loading.Keys.By, scalars.Text()),
            new(Loading.Keys.Share, scalars.Expression()),
        ])));

    private JsonObject Deduct() => shapes.Map([
        new(Loading.Keys.Per, scalars.Amount(), Need.Always),
        new(Loading.Keys.Count, scalars.Expression()),
        new(Loading.Keys.Of, scalars.Word("deduct-of", Loading.Keys.ThisNode, Loading.Keys.Indicator)),
        new(Loading.Keys.Zero, scalars.Expression()),
    ]);

    private JsonObject Bands() => Shapes.Names(Shapes.AnyOf(scalars.Amount(), Inner()));

    private JsonObject Proportional() => Shapes.AnyOf(
        scalars.Expression(),
        shapes.Map([
            new(Loading.Keys.Target, scalars.Expression(), Need.Always),
            new(Loading.Keys.Zero, scalars.Expression()),
            new(Loading.Keys.Direction, scalars.Direction(orColumn: true)),
        ]));

    private JsonObject Slope() => shapes.Map(
        [
            new(Loading.Keys.At, scalars.Expression(), Need.Always),
            new(Loading.Keys.Gives, scalars.Amount()),
            new(Loading.Keys.Below, scalars.Slope()),
            new(Loading.Keys.Above, scalars.Slope()),
            new(Loading.Keys.Either, scalars.Slope()),
            new(Loading.Keys.Zero, scalars.Expression()),
            new(Loading.Keys.Full, scalars.Expression()),
            new(Loading.Keys.Steps, scalars.Word("steps", Words.StepModes.Values)),
        ],
        Rule.Has(Loading.Keys.Below, Loading.Keys.Above, Loading.Keys.Either),
        Rule.Excludes(Loading.Keys.Either, Loading.Keys.Below, Loading.Keys.Above));

    private JsonObject Linear() => shapes.Map([
        new(Loading.Keys.Zero, scalars.Expression(), Need.Always),
        new(Loading.Keys.Full, scalars.Expression(), Need.Always),
    ]);

    private JsonObject Levels() => Shapes.Names(scalars.LevelRange());

    private JsonObject Peers() => shapes.Map(
        [
            new(Loading.Keys.ComparedBy, scalars.Word("peers-compare", Loading.Keys.Mean, Loading.Keys.MinMax, Loading.Keys.Rank), Need.Always),
            new(Loading.Keys.PeersFrom, scalars.Expression(), Need.Always),
            new(Loading.Keys.Direction, scalars.Direction(orColumn: false)),
            new(Loading.Keys.Within, scalars.Expression()),
            new(Loading.Keys.Mean, scalars.Expression()),
            new(Loading.Keys.Lowest, scalars.Expression()),
            new(Loading.Keys.Highest, scalars.Expression()),
            .. Keys,
        ],
        [
            .. OneMethod(),
            Rule.If(
                Rule.Is(Loading.Keys.ComparedBy, Loading.Keys.MinMax),
                Rule.Not(Rule.Has(Scoring)),
                Rule.All(Rule.Has(Scoring), Rule.Not(Rule.Has(Loading.Keys.Within)))),
            Rule.If(Rule.Is(Loading.Keys.ComparedBy, Loading.Keys.Mean), Rule.Not(Rule.Has(Loading.Keys.Direction))),
            Rule.If(Rule.Is(Loading.Keys.ComparedBy, Loading.Keys.Rank), Rule.Not(Rule.Is(Loading.Keys.PeersFrom, Loading.Keys.Given))),
        ]);
}
