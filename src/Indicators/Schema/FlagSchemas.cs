using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>flags.yaml: 疑点, of the writer's own or from the library with 采用, and 核对.</summary>
internal sealed class FlagSchemas(Definitions definitions, Scalars scalars, Shapes shapes)
{
    private readonly Shapes whole = new(definitions, extension: false);

    public JsonObject Root() => shapes.Map([
        new(Keys.Flags, Shapes.List(Flag())),
        new(Keys.Reconcile, Shapes.List(Reconcile())),
        new(Keys.Across, Shapes.List(Across())),
    ]);

    private JsonObject Flag() => definitions.Ref("flag", () => whole.Map(
        [
            new(Keys.Code, scalars.Text(), Need.Always),
            new(Keys.Name, scalars.Text()),
            new(Keys.About, scalars.Texts()),
            new(Keys.When, scalars.Expression()),
            new(Keys.Says, scalars.Text()),
            new(Keys.Kind, scalars.Word("kind", Keys.Doubt, Keys.RedLine)),
            new(Keys.Cap, scalars.Text()),
            new(Keys.GradeAs, scalars.Text()),
            new(Keys.Basis, scalars.Texts()),
            new(Keys.Use, scalars.Word("library", FlagLibrary.All.Select(f => f.Name))),
            new(Keys.With, new JsonObject { ["type"] = "object" }),
        ],
        [
            Rule.If(Rule.Has(Keys.Use), Rule.Has(Keys.With), Rule.All([.. Own()])),
            CapNeedsRedLine(),
            .. FlagLibrary.All.Select(Use),
        ]));

    /// <summary>A flag without 采用 says everything; in an extension it may keep the name that its code has in the base.</summary>
    private IEnumerable<JsonObject> Own()
    {
        yield return Rule.Has(Keys.When);
        yield return Rule.Has(Keys.Says);
        yield return Rule.Not(Rule.Has(Keys.With));
        if (!shapes.Extension)
        {
            yield return Rule.Has(Keys.Name);
        }
    }

    /// <summary>采用 with this name asks for these 参数.</summary>
    private JsonObject Use(LibraryFlag flag)
    {
        var parameters = whole.Map(flag.Parameters.Select(p => new KeySchema(p, scalars.Expression(), Need.Always, $"“{flag.Name.Zh}”的参数。\n\nA parameter of {flag.Name.En}.")));
        return Rule.If(Rule.Is(Keys.Use, flag.Name), Rule.Under(Keys.With, () => definitions.Ref($"with-{flag.Name.En}", () => parameters)));
    }

    /// <summary>Neither 等级上限 nor 判为 without 性质: 红线, whatever year it is.</summary>
    private static JsonObject CapNeedsRedLine() => Rule.If(
        Rule.Has(Keys.Cap, Keys.GradeAs),
        Rule.All(Rule.Has(Keys.Kind), Rule.Not(Rule.Is(Keys.Kind, Keys.Doubt))));

    private JsonObject Across() => definitions.Ref("across", () => whole.Map([
        new(Keys.Code, scalars.Text(), Need.Always),
        new(Keys.Name, scalars.Text(), shapes.Extension ? Need.Optional : Need.Always),
        new(Keys.Same, scalars.Texts(), Need.Always),
        new(Keys.Population, scalars.Texts()),
        new(Keys.Amount, scalars.Text()),
        new(Keys.When, scalars.Expression(), Need.Always),
        new(Keys.Says, scalars.Text(), Need.Always),
        new(Keys.Basis, scalars.Texts()),
    ]));

    private JsonObject Reconcile() => definitions.Ref("reconcile", () => Shapes.AnyOf(
        scalars.Expression(),
        whole.Map([
            new(Keys.Equation, scalars.Expression(), Need.Always),
            new(Keys.Code, scalars.Text()),
            new(Keys.Name, scalars.Text()),
            new(Keys.Tolerance, scalars.Expression()),
            new(Keys.About, scalars.Texts()),
            new(Keys.Basis, scalars.Texts()),
        ])));
}
