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
        var fields = FieldReader.Columns(yaml, context);
        foreach (var computed in (yaml as YamlMap)?.Entries.Where(e => FieldReader.IsComputed(e.Value)) ?? [])
        {
            context.Report(Messages.ComputedAsField, computed.Value.Place, computed.Key.Content);
        }

        foreach (var field in fields)
        {
            if (field.Type is { UnitColumn: { } unit, Unit: null, Kind: FieldKind.Number or FieldKind.Target })
            {
                context.Report(Messages.UnitColumnNotAllowed, field.Place, unit);
            }

            Declare(field.Name, field.Type.Feel, field.Place);
        }

        foreach (var name in FieldReader.Unread(yaml, fields))
        {
            names[name] = FeelType.Unknown;
        }

        return fields;
    }

    private ImmutableArray<TableDefinition> Tables(YamlValue? yaml)
    {
        var tables = ImmutableArray.CreateBuilder<TableDefinition>();
        foreach (var entry in context.Entries(yaml))
        {
            if (context.Map(entry.Value) is not { } map)
            {
                continue;
            }

            var table = TableReader.Read(entry.Key, map, out var isWhole);
            Declare(table.Name, isWhole ? new FeelType.List(table.RowType) { Traits = table.Traits } : FeelType.Unknown, table.Place);
            tables.Add(table);
            context.TableKeys[table.Name] = table.Key;
        }

        return tables.ToImmutable();
    }

    private ImmutableArray<ComputedField> Computed(YamlValue? yaml)
    {
        var entries = context.Entries(yaml).Where(e => e.Value is YamlText || context.Text(e.Value) is not null).ToList();
        foreach (var open in entries.Where(e => Keys.Open.Matches(((YamlText)e.Value).Content)))
        {
            context.Open.Add(new OpenPart(open.Key.Content, open.Value.Place));
            Declare(open.Key.Content, FeelType.Unknown, open.Key.Place);
        }

        entries.RemoveAll(e => Keys.Open.Matches(((YamlText)e.Value).Content));
        var sources = entries.ToDictionary(e => e.Key.Content, e => FieldReader.Expression((YamlText)e.Value));
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

    private static IEnumerable<string> Dependencies(Source source) =>
        Parser.ParseExpression(source, [])?.All.OfType<Expression.Name>().Select(n => n.Id) ?? [];

    private void Declare(string name, FeelType type, Place place)
    {
        if (!FieldReader.IsName(name))
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
