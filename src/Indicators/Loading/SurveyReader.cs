using System.Collections.Immutable;
using System.Globalization;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>
/// 选项 and 最少份数 of a table. Where the column of the options belongs to the key, an option is a row and a number column
/// counts its answers; where it does not, every row is one answer. The column is called 选项, or is the first text beside
/// the key, or the last in it.
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

        var texts = columns.Where(c => c.Type.Kind == FieldKind.Text).Select(c => c.Name).ToList();
        var name = texts.Find(Keys.SurveyOptions.Matches) ?? texts.Find(t => !key.Contains(t)) ?? key.LastOrDefault(texts.Contains);
        var number = columns.FirstOrDefault(c => c.Type.Kind == FieldKind.Number && !key.Contains(c.Name))?.Name;
        if (name is null)
        {
            context.Report(Messages.SurveyWithoutOptionColumn, entry.Key.Place);
            return null;
        }

        if (key.IsEmpty && number is not null)
        {
            // A number may count answers or be that of a form: the two give different digits.
            context.Report(Messages.SurveyNeedsKey, entry.Key.Place, number);
        }

        return new Survey(name, key.Contains(name) ? number : null, options.ToImmutable(), Least(minimum, context));
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
