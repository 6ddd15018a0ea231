using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>跨项目 of flags.yaml.</summary>
internal static class PortfolioFlagReader
{
    public static PortfolioFlag? Read(YamlValue yaml, EvidenceSchema schema, LoadContext context)
    {
        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var before = context.Diagnostics.Count;
        var (code, name) = (map.RequireText(Keys.Code), map.RequireText(Keys.Name));
        var same = Texts(context.Scalars(map.Require(Keys.Same)), schema, context);
        var population = Population(context.Scalars(map.Take(Keys.Population)), same, schema, context);
        var amount = Amount(map.TakeText(Keys.Amount), schema, context);
        var (when, says) = (map.Require(Keys.When), map.RequireText(Keys.Says));
        var basis = context.Texts(map.Take(Keys.Basis));
        map.Finish();
        if (context.Diagnostics.Count > before)
        {
            // The names of the expressions would not be known.
            return null;
        }

        var scope = context.Scope;
        context.Scope = Scope(same, amount);
        var condition = context.Formula(when, FeelType.Boolean);
        var message = FlagsReader.Says(says!, context);
        context.Scope = scope;
        for (var i = before; i < context.Diagnostics.Count; i++)
        {
            if (context.Diagnostics[i] is { Message: var said, Place: var place, Arguments: [var unknown, ..] } && said == Messages.UnknownName)
            {
                context.Diagnostics[i] = new Diagnostic(Messages.GroupNameUnknown, place, unknown, Words.Choices([.. same.Select(f => Bilingual.Same(f.Name)), .. GroupNames.Of(amount).Select(n => n.Name)]));
            }
        }

        return condition is null || message is null || ReadsCode(message.Formulas.Prepend(condition), context)
            ? null
            : new PortfolioFlag(code!.Content, name!.Content, same, population, amount, condition, message, basis, code.Place);
    }

    private static TypeScope Scope(ImmutableArray<FieldDefinition> same, FieldDefinition? amount)
    {
        var names = same.ToDictionary(f => f.Name, f => f.Type.Feel);
        foreach (var (name, type) in GroupNames.Of(amount))
        {
            names[name.Zh] = names[name.En] = type;
        }

        return new TypeScope(names);
    }

    private static FieldDefinition? Field(YamlText text, EvidenceSchema schema, LoadContext context)
    {
        var field = schema.FieldCalled(text.Content);
        if (field is null)
        {
            context.Report(Messages.UnknownField, text.Place, text.Content, DidYouMean.Hint(text.Content, schema.Fields.Select(f => f.Name)));
        }

        return field;
    }

    private static ImmutableArray<FieldDefinition> Texts(ImmutableArray<YamlText> names, EvidenceSchema schema, LoadContext context)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDefinition>();
        foreach (var name in names)
        {
            if (Field(name, schema, context) is not { } field)
            {
                continue;
            }

            if (field.Type.Kind != FieldKind.Text)
            {
                context.Report(Messages.GroupNotText, name.Place, field.Name);
            }
            else if (fields.Contains(field) || GroupNames.Of(field).Any(n => n.Name.Matches(field.Name)))
            {
                context.Report(Messages.GroupNameTaken, name.Place, field.Name);
            }

            fields.Add(field);
        }

        return fields.ToImmutable();
    }

    private static ImmutableArray<FieldDefinition> Population(ImmutableArray<YamlText> names, ImmutableArray<FieldDefinition> same, EvidenceSchema schema, LoadContext context)
    {
        foreach (var name in names.Where(n => !same.Any(f => f == schema.FieldCalled(n.Content))))
        {
            context.Report(Messages.PopulationNotSame, name.Place, name.Content);
        }

        return [.. same.Where(f => names.Any(n => schema.FieldCalled(n.Content) == f))];
    }

    private static FieldDefinition? Amount(YamlText? text, EvidenceSchema schema, LoadContext context)
    {
        var field = text is null ? null : Field(text, schema, context);
        if (field is { Type.Kind: not (FieldKind.Money or FieldKind.Number) })
        {
            context.Report(Messages.GroupAmountNotNumber, text!.Place, field.Name);
        }

        return field;
    }

    private static bool ReadsCode(IEnumerable<Formula> formulas, LoadContext context)
    {
        var codes = formulas.SelectMany(f => f.Codes).ToList();
        foreach (var code in codes)
        {
            context.Report(Messages.GroupReadsCode, code.Place, code.Function, code.Code);
        }

        return codes.Count > 0;
    }
}
