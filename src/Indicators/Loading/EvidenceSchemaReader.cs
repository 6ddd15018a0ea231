using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>evidence.yaml: fields, tables, and computed values in the order in which they depend on each other.</summary>
internal sealed class EvidenceSchemaReader
{
    private readonly LoadContext context;
    private readonly Dictionary<string, FeelType> names = [];
    private readonly Dictionary<string, Place> places = [];

    private EvidenceSchemaReader(LoadContext context)
    {
        this.context = context;
        context.Scope = new TypeScope(names);
    }

    public static EvidenceSchema Read(MapReader map, Period? period)
    {
        var reader = new EvidenceSchemaReader(map.Context);
        if (period is not null)
        {
            var days = new FeelType.Row(new[] { Keys.From, Keys.To }
                .SelectMany(k => new[] { k.Zh, k.En }).ToImmutableDictionary(k => k, _ => FeelType.Day));
            reader.names[Keys.Period.Zh] = days;
            reader.names[Keys.Period.En] = days;
        }

        var fields = reader.Fields(map.Take(Keys.Fields));
        var tables = reader.Tables(map.Take(Keys.Tables));
        var computed = reader.Computed(map.Take(Keys.Computed));
        map.Finish();
        return new EvidenceSchema { Fields = fields, Tables = tables, Computed = computed };
    }

    private ImmutableArray<FieldDefinition> Fields(YamlValue? yaml)
    {
        var fields = Columns(yaml);
        foreach (var computed in (yaml as YamlMap)?.Entries.Where(IsComputed) ?? [])
        {
            context.Report(Messages.ComputedAsField, computed.Value.Place, computed.Key.Content);
        }

        foreach (var field in fields)
        {
            Declare(field.Name, field.Type.Feel, field.Place);
        }

        return fields;
    }

    private ImmutableArray<FieldDefinition> Columns(YamlValue? yaml) =>
        context.Map(yaml) is null ? [] : [.. ((YamlMap)yaml!).Entries.Where(e => !IsComputed(e)).Select(Field).OfType<FieldDefinition>()];

    private static bool IsComputed(YamlEntry column) => column.Value is YamlText { Content: ['=' or '＝', ..] };

    private FieldDefinition? Field(YamlEntry entry)
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

        var range = map.Take(Keys.Range) is { } tests && type is not null ? Range(tests, type) : null;
        map.Finish();
        return type is null ? null : new FieldDefinition(name, type, aliases, required, range, entry.Key.Place);
    }

    /// <summary>范围: each value is checked by itself, before anything else is known.</summary>
    private Tests? Range(YamlValue yaml, FieldType type)
    {
        var tests = context.Tests(yaml, type.Feel);
        if (tests is null || tests.All.SelectMany(t => t.All).All(e => e is not (Feel.Expression.Name or Feel.Expression.For or Feel.Expression.Quantified)))
        {
            return tests;
        }

        context.Report(Messages.RangeNotFixed, tests.Source.Start, tests.Source.Text);
        return null;
    }

    private ImmutableArray<TableDefinition> Tables(YamlValue? yaml)
    {
        if (context.Map(yaml) is null)
        {
            return [];
        }

        var tables = ImmutableArray.CreateBuilder<TableDefinition>();
        foreach (var entry in ((YamlMap)yaml!).Entries)
        {
            if (context.Map(entry.Value) is not { } map)
            {
                continue;
            }

            var table = Table(entry.Key, map);
            Declare(table.Name, new FeelType.List(table.RowType), table.Place);
            tables.Add(table);
            context.TableKeys[table.Name] = table.Key;
        }

        return tables.ToImmutable();
    }

    private TableDefinition Table(YamlText name, MapReader map)
    {
        var yaml = map.Require(Keys.Columns);
        var columns = Columns(yaml);
        var names = columns.Select(c => c.Name).ToHashSet();
        var key = context.Texts(map.Take(Keys.TableKey));
        foreach (var unknown in key.Concat(columns.Select(c => c.Type.UnitColumn).OfType<string>()).Where(k => !names.Contains(k)))
        {
            context.Report(Messages.UnknownName, map.Place, unknown, DidYouMean.Hint(unknown, names));
        }

        var computed = ComputedColumns(yaml, columns);
        var survey = SurveyReader.Read(map, columns);
        map.Finish();
        return new TableDefinition(name.Content, key, columns, computed, survey, name.Place);
    }

    /// <summary>Columns worked out from a row, in the order in which they are written: each sees those before it.</summary>
    private ImmutableArray<ComputedField> ComputedColumns(YamlValue? yaml, ImmutableArray<FieldDefinition> columns)
    {
        var seen = columns.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Type.Feel);
        var scope = new TypeScope(seen, context.Scope);
        var computed = ImmutableArray.CreateBuilder<ComputedField>();
        foreach (var entry in (yaml as YamlMap)?.Entries.Where(IsComputed) ?? [])
        {
            var name = entry.Key.Content;
            if (!Lexer.IsNameStart(name.FirstOrDefault()) || !name.All(Lexer.IsNamePart))
            {
                context.Report(Messages.InvalidName, entry.Key.Place, name);
            }

            var formula = Formula.Read(Expression((YamlText)entry.Value), scope, FeelType.Unknown, context.Diagnostics);
            seen[name] = formula?.Type ?? FeelType.Unknown;
            if (formula is not null)
            {
                computed.Add(new ComputedField(name, formula, entry.Key.Place));
            }
        }

        return computed.ToImmutable();
    }

    private ImmutableArray<ComputedField> Computed(YamlValue? yaml)
    {
        if (context.Map(yaml) is null)
        {
            return [];
        }

        var entries = ((YamlMap)yaml!).Entries.Where(e => e.Value is YamlText || context.Text(e.Value) is not null).ToList();
        var sources = entries.ToDictionary(e => e.Key.Content, e => Expression((YamlText)e.Value));
        var keys = entries.ToDictionary(e => e.Key.Content, e => e.Key.Place);
        var order = DependencyOrder.Sort(
            entries.Select(e => e.Key.Content),
            name => Dependencies(sources[name]).Where(sources.ContainsKey),
            circle => context.Report(Messages.Circular, keys[circle[0]], DependencyOrder.InWords(circle)));

        foreach (var name in entries.Select(e => e.Key.Content).Except(order))
        {
            // Part of a circle, which is reported: the rest of the set is still checked.
            names[name] = FeelType.Unknown;
        }

        var computed = ImmutableArray.CreateBuilder<ComputedField>();
        foreach (var name in order)
        {
            var place = keys[name];
            var formula = Formula.Read(sources[name], context.Scope, FeelType.Unknown, context.Diagnostics);
            var type = formula?.Type ?? FeelType.Unknown;
            if (IsTooDeep(type))
            {
                context.Report(Messages.ExpressionTooDeep, sources[name].Start, Limits.Depth);
                type = FeelType.Unknown;
            }

            Declare(name, type, place);
            if (formula is not null)
            {
                computed.Add(new ComputedField(name, formula, place));
            }
        }

        return computed.ToImmutable();
    }

    /// <summary>Lists within lists beyond the depth that one expression could have: each value could hold the one before.</summary>
    private static bool IsTooDeep(FeelType type)
    {
        for (var depth = 0; depth <= Limits.Depth; depth++)
        {
            if (type is not FeelType.List { Element: var element })
            {
                return false;
            }

            type = element;
        }

        return true;
    }

    /// <summary>The expression after the optional <c>=</c>.</summary>
    private static Source Expression(YamlText text)
    {
        var start = text.Content.TakeWhile(c => c is '=' or '＝' or ' ').Count();
        return new Source(text.Content[start..], text.Place.Right(start));
    }

    private static IEnumerable<string> Dependencies(Source source) =>
        Parser.ParseExpression(source, [])?.All.OfType<Expression.Name>().Select(n => n.Id) ?? [];

    private void Declare(string name, FeelType type, Place place)
    {
        if (!Lexer.IsNameStart(name.FirstOrDefault()) || !name.All(Lexer.IsNamePart))
        {
            context.Report(Messages.InvalidName, place, name);
        }
        else if (!places.TryAdd(name, place))
        {
            context.Report(Messages.DuplicateName, place, name, places[name].Line);
        }

        names[name] = type;
    }
}
