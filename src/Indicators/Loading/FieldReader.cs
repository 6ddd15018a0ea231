using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>Fields of a project and columns of a table: a type alone, or a map of type, aliases, required, range and unit column.</summary>
internal static class FieldReader
{
    public static ImmutableArray<FieldDefinition> Columns(YamlValue? yaml, LoadContext context) =>
        [.. context.Entries(yaml).Where(e => !IsComputed(e.Value)).Select(e => Field(e, context)).OfType<FieldDefinition>()];

    /// <summary>Those whose type could not be read: reported once, and not again wherever they are used.</summary>
    public static IEnumerable<string> Unread(YamlValue? yaml, ImmutableArray<FieldDefinition> read) => yaml is not YamlMap map ? [] :
        map.Entries.Where(e => !IsComputed(e.Value)).Select(e => e.Key.Content).Except(read.Select(f => f.Name)).Where(IsName);

    /// <summary>A column worked out from its row: an expression after <c>=</c> where a type would stand.</summary>
    public static bool IsComputed(YamlValue column) => column is YamlText { Content: ['=' or '＝', ..] };

    public static bool IsName(string name) => Lexer.IsNameStart(name.FirstOrDefault()) && name.All(Lexer.IsNamePart);

    /// <summary>The expression after the optional <c>=</c>.</summary>
    public static Source Expression(YamlText text)
    {
        var start = text.Content.TakeWhile(c => c is '=' or '＝' or ' ').Count();
        return new Source(text.Content[start..], text.Place.Right(start));
    }

    private static FieldDefinition? Field(YamlEntry entry, LoadContext context)
    {
        var name = entry.Key.Content;
        if (entry.Value is YamlText simple)
        {
            return FieldTypes.Read(simple, context) is { } plain ? new FieldDefinition(name, plain, [], false, null, entry.Key.Place) : null;
        }

        if (context.Map(entry.Value) is not { } map)
        {
            return null;
        }

        var type = map.RequireText(Keys.Type) is { } text ? FieldTypes.Read(text, context) : null;
        var aliases = context.Texts(map.Take(Keys.Aliases));
        var required = map.TakeText(Keys.Required) is { } yes && context.YesOrNo(yes, Keys.Yes, Keys.No) == true;
        if (map.TakeText(Keys.UnitColumn) is { } unit && type is not null)
        {
            if (type.Kind is not (FieldKind.Number or FieldKind.Target) || type.Unit is not null)
            {
                context.Report(Messages.UnitColumnNotAllowed, unit.Place, unit.Content);
            }

            type = type with { UnitColumn = unit.Content };
        }

        var range = map.Take(Keys.Range) is { } tests && type is not null ? Range(tests, type, context) : null;
        map.Finish();
        return type is null ? null : new FieldDefinition(name, type, aliases, required, range, entry.Key.Place);
    }

    /// <summary>范围: each value is checked by itself, before anything else is known.</summary>
    private static Tests? Range(YamlValue yaml, FieldType type, LoadContext context)
    {
        var tests = context.Tests(yaml, type.Feel);
        if (tests is null || tests.All.SelectMany(t => t.All).All(e => e is not (Feel.Expression.Name or Feel.Expression.For or Feel.Expression.Quantified)))
        {
            return tests;
        }

        context.Report(Messages.RangeNotFixed, tests.Source.Start, tests.Source.Text);
        return null;
    }
}
