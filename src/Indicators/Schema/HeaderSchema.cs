using System.Text.Json.Nodes;
using Indicators.Loading;

namespace Indicators.Schema;

/// <summary>rule-set.yaml, of a rule set of its own or with 继承 of an extension.</summary>
internal static class HeaderSchema
{
    public static JsonObject Root(Definitions definitions, Scalars scalars)
    {
        // Whether it is an extension stands in the file itself, so one schema serves both.
        var shapes = new Shapes(definitions, extension: true);
        return shapes.Map(
            [
                new(Keys.Format, new JsonObject { ["enum"] = new JsonArray(1, "1") }, Need.Always),
                new(Keys.Id, Scalars.Any(), Need.Always),
                new(Keys.Name, scalars.Text(), Need.Always),
                new(Keys.Authority, scalars.Texts()),
                new(Keys.FiscalYears, Shapes.AnyOf(Scalars.Year(), Shapes.List(Scalars.Year()))),
                new(Keys.Period, new Shapes(definitions, extension: false).Map([new(Keys.From, scalars.Day(), Need.Always), new(Keys.To, scalars.Day(), Need.Always)])),
                new(Keys.Grades, Shapes.Names(scalars.Expression())),
                new(Keys.Round, scalars.Places()),
                new(Keys.Steps, scalars.Word("steps", Words.StepModes.OrderBy(m => m.Key).Select(m => m.Value))),
                .. MissingSchema.Of(definitions, scalars, shapes),
                new(Keys.Partial, scalars.Word("partial", Keys.Allowed, Keys.NotAllowed)),
                new(Keys.Note, scalars.Text()),
                new(Keys.Methods, Shapes.Names(shapes.OrRemoved(new MethodSchemas(definitions, scalars).Inner()))),
                new(Keys.Extends, Scalars.Match(Patterns.FolderName)),
                new(Keys.Remove, Shapes.AnyOf(Scalars.Any(), Shapes.List(Scalars.Any()))),
                new(Keys.Consequences, Shapes.Names(shapes.Map([
                    new(Keys.Budget, Scalars.Match(Patterns.BudgetRange)), new(Keys.Rectify, Shapes.AnyOf(Scalars.Match(Patterns.Days), new JsonObject { ["type"] = "integer" })), new(Keys.Note, scalars.Text()), new(Keys.Basis, scalars.Texts(), Need.Always)]))),
                new(Keys.Beside, Shapes.Names(scalars.Expression())),
                new(Keys.Accept, Shapes.Names(scalars.Text())),
                new(Keys.Closed, Shapes.Names(Scalars.Match(Patterns.Digest), Patterns.Year)),
            ],
            Rule.If(Rule.Not(Rule.Has(Keys.Extends)), Rule.All(Rule.Has(Keys.Grades), Rule.Not(Rule.Has(Keys.Remove)))));
    }
}
