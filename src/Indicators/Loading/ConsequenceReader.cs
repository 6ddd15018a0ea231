using System.Collections.Immutable;
using System.Globalization;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>结果应用: for some grades what the regulation lays down.</summary>
internal static class ConsequenceReader
{
    private const int MostDays = 3660;

    public static ImmutableArray<Consequence> Read(YamlValue? yaml, GradeScale? grades, LoadContext context)
    {
        var read = ImmutableArray.CreateBuilder<Consequence>();
        foreach (var (key, value) in context.Entries(yaml))
        {
            var grade = grades?.Find(key.Content);
            if (grades is not null && grade is null)
            {
                context.Report(Messages.ConsequenceGrade, key.Place, key.Content, Words.Listed([.. grades.Grades.Select(g => g.Name)]));
            }

            if (context.Map(value) is { } map && Read(map, grade, key.Place) is { } consequence)
            {
                read.Add(consequence);
            }
        }

        return read.ToImmutable();
    }

    private static Consequence? Read(MapReader map, Grade? grade, Place place)
    {
        var context = map.Context;
        var budget = map.TakeText(Keys.Budget) is { } range ? Budget(range, context) : null;
        var days = map.TakeText(Keys.Rectify) is { } text ? Days(text, context) : null;
        var note = map.TakeText(Keys.Note)?.Content;
        var basis = context.Texts(map.Require(Keys.Basis));
        map.Finish();
        return grade is null ? null : new Consequence(grade, budget, days, note, basis, place);
    }

    private static BudgetRange? Budget(YamlText text, LoadContext context)
    {
        var range = BudgetRange.Parse(text.Content);
        if (range is null)
        {
            context.Report(Messages.ExpectedBudgetRange, text.Place, text.Content);
        }

        return range;
    }

    private static int? Days(YamlText text, LoadContext context)
    {
        var digits = text.Content.Trim().TrimEnd('天', '日').Replace("days", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays)
        {
            return days;
        }

        context.Report(Messages.ExpectedDays, text.Place, text.Content);
        return null;
    }
}
