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
            [Keys.Met] = scalars.Expression,
            [Keys.Deduct] = Deduct,
            [Keys.Bands] = Bands,
            [Keys.Proportional] = Proportional,
            [Keys.Slope] = Slope,
            [Keys.Linear] = Linear,
            [Keys.FormulaMethod] = scalars.Expression,
            [Keys.Levels] = Levels,
            [Keys.Peers] = Peers,
        };
    }

    /// <summary>The keys that a node, a band or another method may have for its method.</summary>
    public IEnumerable<KeySchema> Around =>
    [
        new(Keys.Value, Value()),
        new(Keys.Each, Each()),
        new(Keys.Share, scalars.Expression()),
        new(Keys.MethodName, scalars.Text()),
        .. MethodTable.All.Select(m => new KeySchema(m.Key, definitions.Ref($"method-{m.Key.En}", methods[m.Key]))),
    ];

    /// <summary>The keys of which one is the method.</summary>
    private static IEnumerable<Bilingual> Scoring => MethodTable.All.Select(m => m.Key).Prepend(Keys.MethodName);

    /// <summary>At most one method; 逐行 goes around one.</summary>
    public static IEnumerable<JsonObject> OneMethod(params Bilingual[] others) =>
        [Rule.AtMostOne([.. Scoring, .. others])];

    /// <summary>What holds where nothing around the node measures a value: it has a 取值 exactly where its method takes one.</summary>
    public static IEnumerable<JsonObject> ValueHere() =>
    [
        .. MethodTable.All.Where(m => m.MeasuresNumber == true).Select(m => Rule.Needs(m.Key, Keys.Value)),
        .. MethodTable.All.Where(m => m.MeasuresNumber is null).Select(m => Rule.Excludes(m.Key, Keys.Value)),
        Rule.Needs(Keys.Each, Scoring),
        Rule.Needs(Keys.Value, [Keys.MethodName, .. MethodTable.All.Where(m => m.MeasuresNumber is not null).Select(m => m.Key)]),
    ];

    /// <summary>A method as a map of its own: 各要点.</summary>
    public JsonObject Method() => definitions.Ref("method", () => shapes.Map(Around, [.. OneMethod(), .. ValueHere()]));

    /// <summary>A method that may measure what is around it: in a band, or under a name.</summary>
    public JsonObject Inner() => definitions.Ref("inner-method", () => shapes.Map(Around, [.. OneMethod(), Rule.Has(Scoring)]));

    private JsonObject Value() => definitions.Ref("value", () => Shapes.AnyOf(
        scalars.Expression(),
        shapes.Map([new(Keys.FormulaMethod, scalars.Expression(), Need.Always), new(Keys.Round, scalars.Places(), Need.Always)])));

    private JsonObject Each() => definitions.Ref("each", () => Shapes.AnyOf(
        scalars.Text(),
        shapes.Map([
            new(Keys.Table, scalars.Expression(), Need.Always),
            new(Keys.By, scalars.Text()),
            new(Keys.Share, scalars.Expression()),
        ])));

    private JsonObject Deduct() => shapes.Map([
        new(Keys.Per, scalars.Amount(), Need.Always),
        new(Keys.Count, scalars.Expression()),
        new(Keys.Of, scalars.Word("deduct-of", Keys.ThisNode, Keys.Indicator)),
        new(Keys.Zero, scalars.Expression()),
    ]);

    private JsonObject Bands() => Shapes.Names(Shapes.AnyOf(scalars.Amount(), Inner()));

    private JsonObject Proportional() => Shapes.AnyOf(
        scalars.Expression(),
        shapes.Map([
            new(Keys.Target, scalars.Expression(), Need.Always),
            new(Keys.Zero, scalars.Expression()),
            new(Keys.Direction, scalars.Direction(orColumn: true)),
        ]));

    private JsonObject Slope() => shapes.Map(
        [
            new(Keys.At, scalars.Expression(), Need.Always),
            new(Keys.Gives, scalars.Amount()),
            new(Keys.Below, scalars.Slope()),
            new(Keys.Above, scalars.Slope()),
            new(Keys.Either, scalars.Slope()),
            new(Keys.Zero, scalars.Expression()),
            new(Keys.Full, scalars.Expression()),
            new(Keys.Steps, scalars.Word("steps", Words.StepModes.Values)),
        ],
        Rule.Has(Keys.Below, Keys.Above, Keys.Either),
        Rule.Excludes(Keys.Either, Keys.Below, Keys.Above));

    private JsonObject Linear() => shapes.Map([
        new(Keys.Zero, scalars.Expression(), Need.Always),
        new(Keys.Full, scalars.Expression(), Need.Always),
    ]);

    private JsonObject Levels() => Shapes.Names(scalars.LevelRange());

    private JsonObject Peers() => shapes.Map(
        [
            new(Keys.ComparedBy, scalars.Word("peers-compare", Keys.Mean, Keys.MinMax, Keys.Rank), Need.Always),
            new(Keys.PeersFrom, scalars.Expression(), Need.Always),
            new(Keys.Direction, scalars.Direction(orColumn: false)),
            new(Keys.Within, scalars.Expression()),
            new(Keys.Mean, scalars.Expression()),
            new(Keys.Lowest, scalars.Expression()),
            new(Keys.Highest, scalars.Expression()),
            .. Around,
        ],
        [
            .. OneMethod(),
            Rule.If(
                Rule.Is(Keys.ComparedBy, Keys.MinMax),
                Rule.Not(Rule.Has(Scoring)),
                Rule.All(Rule.Has(Scoring), Rule.Not(Rule.Has(Keys.Within)))),
            Rule.If(Rule.Is(Keys.ComparedBy, Keys.Mean), Rule.Not(Rule.Has(Keys.Direction))),
            Rule.If(Rule.Is(Keys.ComparedBy, Keys.Rank), Rule.Not(Rule.Is(Keys.PeersFrom, Keys.Given))),
        ]);
}
