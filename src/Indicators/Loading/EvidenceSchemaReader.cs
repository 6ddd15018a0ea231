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
        foreach (var field in fields)
        {
            Declare(field.Name, field.Type.Feel, field.Place);
        }

        return fields;
    }

    private ImmutableArray<FieldDefinition> Columns(YamlValue? yaml)
    {
        if (context.Map(yaml) is null)
        {
            return [];
        }

        return [.. ((YamlMap)yaml!).Entries.Select(Field).OfType<FieldDefinition>()];
    }

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
        var range = map.Take(Keys.Range) is { } tests && type is not null ? context.Tests(tests, type.Feel) : null;
        map.Finish();
        return type is null ? null : new FieldDefinition(name, type, aliases, required, range, entry.Key.Place);
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

            var columns = Columns(map.Require(Keys.Columns));
            var key = context.Texts(map.Take(Keys.TableKey));
            foreach (var unknown in key.Where(k => columns.All(c => c.Name != k)))
            {
                context.Report(Messages.UnknownName, map.Place, unknown, DidYouMean.Hint(unknown, columns.Select(c => c.Name)));
            }

            map.Finish();
            var table = new TableDefinition(entry.Key.Content, key, columns, entry.Key.Place);
            Declare(table.Name, new FeelType.List(table.RowType), table.Place);
            tables.Add(table);
        }

        return tables.ToImmutable();
    }

    private ImmutableArray<ComputedField> Computed(YamlValue? yaml)
    {
        if (context.Map(yaml) is null)
        {
            return [];
        }

        var entries = ((YamlMap)yaml!).Entries.Where(e => e.Value is YamlText || context.Text(e.Value) is not null).ToList();
        var sources = entries.ToDictionary(e => e.Key.Content, e => Expression((YamlText)e.Value));
        var order = DependencyOrder.Sort(
            entries.Select(e => e.Key.Content),
            name => Dependencies(sources[name]).Where(sources.ContainsKey),
            circle => context.Report(Messages.Circular, entries.First(e => e.Key.Content == circle[0]).Key.Place, string.Join(" → ", circle)));

        foreach (var name in entries.Select(e => e.Key.Content).Except(order))
        {
            // Part of a circle, which is reported: the rest of the set is still checked.
            names[name] = FeelType.Unknown;
        }

        var computed = ImmutableArray.CreateBuilder<ComputedField>();
        foreach (var name in order)
        {
            var place = entries.First(e => e.Key.Content == name).Key.Place;
            var formula = Formula.Read(sources[name], context.Scope, FeelType.Unknown, context.Diagnostics);
            Declare(name, formula?.Type ?? FeelType.Unknown, place);
            if (formula is not null)
            {
                computed.Add(new ComputedField(name, formula, place));
            }
        }

        return computed.ToImmutable();
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
