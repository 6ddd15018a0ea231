using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>A table of evidence.yaml: its key, the columns that are read and those that are worked out, and what makes it a survey.</summary>
internal static class TableReader
{
    /// <param name="name">Of the table.</param>
    /// <param name="map">What it says.</param>
    /// <param name="isWhole">Whether the types of all columns could be read; what could not is reported.</param>
    public static TableDefinition Read(YamlText name, MapReader map, out bool isWhole)
    {
        var context = map.Context;
        var yaml = map.Require(Keys.Columns);
        var columns = FieldReader.Columns(yaml, context);
        var unread = FieldReader.Unread(yaml, columns).ToList();
        isWhole = unread.Count == 0;
        var names = columns.Select(c => c.Name).Concat(unread).ToHashSet();
        var key = context.Texts(map.Take(Keys.TableKey));
        foreach (var unknown in key.Concat(columns.Select(c => c.Type.UnitColumn).OfType<string>()).Where(k => !names.Contains(k)))
        {
            context.Report(Messages.UnknownName, map.Place, unknown, DidYouMean.Hint(unknown, names));
        }

        var computed = ComputedColumns(yaml, columns, unread, context);
        var survey = SurveyReader.Read(map, columns, key);
        map.Finish();
        return new TableDefinition(name.Content, key, columns, computed, survey, name.Place);
    }

    /// <summary>Columns worked out from a row, in the order in which they are written: each sees those before it.</summary>
    private static ImmutableArray<ComputedField> ComputedColumns(YamlValue? yaml, ImmutableArray<FieldDefinition> columns, List<string> unread, LoadContext context)
    {
        var seen = columns.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Type.Feel);
        foreach (var name in unread)
        {
            seen[name] = FeelType.Unknown;
        }

        var scope = new TypeScope(seen, context.Scope);
        var computed = ImmutableArray.CreateBuilder<ComputedField>();
        foreach (var entry in (yaml as YamlMap)?.Entries.Where(e => FieldReader.IsComputed(e.Value)) ?? [])
        {
            var name = entry.Key.Content;
            if (!FieldReader.IsName(name))
            {
                context.Report(Messages.InvalidName, entry.Key.Place, name);
            }

            if (columns.FirstOrDefault(c => c.Name == name) is { } twin)
            {
                context.Report(Messages.DuplicateName, entry.Key.Place, name, twin.Place.Line);
            }

            var formula = Formula.Read(FieldReader.Expression((YamlText)entry.Value), scope, FeelType.Unknown, context.Diagnostics);
            seen[name] = formula?.Type ?? FeelType.Unknown;
            if (formula is not null)
            {
                computed.Add(new ComputedField(name, formula, entry.Key.Place));
            }
        }

        return computed.ToImmutable();
    }
}
