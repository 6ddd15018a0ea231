using System.Collections.Immutable;
using System.Globalization;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>
/// 选项 and 最少份数 of a table. A number column beside the key counts the answers to an option, which the last text column
/// of the key then names; without one every row is one answer, in the first text column beside the key.
/// </summary>
internal static class SurveyReader
{
    public static Survey? Read(MapReader map, ImmutableArray<FieldDefinition> columns, ImmutableArray<string> key)
    {
        var context = map.Context;
        var minimum = map.TakeText(Keys.Minimum);
        if (map.TakeEntry(Keys.SurveyOptions) is not { } entry)
        {
            if (minimum is not null)
            {
                context.Report(Messages.MinimumWithoutOptions, minimum.Place);
            }

            return null;
        }

        var options = ImmutableDictionary.CreateBuilder<string, Fraction>();
        foreach (var option in context.Entries(entry.Value))
        {
            if (context.Text(option.Value) is not { } text)
            {
                continue;
            }

            if (Amount.Parse(text.Content) is { IsShare: true } share && share.Value <= 1)
            {
                options[option.Key.Content] = share.Value;
            }
            else
            {
                context.Report(Messages.ExpectedOptionShare, text.Place, text.Content);
            }
        }

        var count = columns.FirstOrDefault(c => c.Type.Kind == FieldKind.Number && !key.Contains(c.Name))?.Name;
        var texts = columns.Where(c => c.Type.Kind == FieldKind.Text).Select(c => c.Name).ToList();
        var (beside, within) = (texts.FirstOrDefault(t => !key.Contains(t)), key.LastOrDefault(texts.Contains));
        var name = count is null ? beside ?? within : within ?? beside;
        if (name is null)
        {
            context.Report(Messages.SurveyWithoutOptionColumn, entry.Key.Place);
            return null;
        }

        return new Survey(name, count, options.ToImmutable(), Least(minimum, context));
    }

    private static int Least(YamlText? text, LoadContext context)
    {
        if (text is null)
        {
            return 0;
        }

        if (int.TryParse(text.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var least))
        {
            return least;
        }

        context.Report(Messages.ExpectedNumber, text.Place, text.Content);
        return 0;
    }
}
