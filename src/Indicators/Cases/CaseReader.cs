using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Cases;

/// <summary>Reads <c>cases/*.yaml</c> of a rule set, in the order of their names.</summary>
public static class CaseReader
{
    public const string Folder = "cases";

    public static ImmutableArray<Case> Read(string ruleSetDirectory, Diagnostics problems)
    {
        var folder = Path.Combine(ruleSetDirectory, Folder);
        var context = new LoadContext(problems);
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder)
                .Where(p => Path.GetExtension(p) is ".yaml" or ".yml")
                .Order(StringComparer.Ordinal)
                .Select(p => context.Map(RuleFolder.ReadFile(p, context)) is { } map ? Read(map, folder) : null)
                .OfType<Case>(),
        ];
    }

    private static Case? Read(MapReader map, string folder)
    {
        var context = map.Context;
        var before = context.Diagnostics.Count(d => d.Severity == Severity.Error);
        var name = map.RequireText(Keys.Name);
        var source = map.TakeText(Keys.Source)?.Content;
        var year = map.TakeText(Keys.CaseYear) is { } written ? context.Year(written) : null;
        var evidence = Evidence(map.TakeText(Keys.CaseEvidence), folder, context);
        var project = map.TakeText(Keys.CaseProject)?.Content;
        var changes = context.Entries(map.Take(Keys.Change));
        var expected = context.Entries(map.Take(Keys.Expect))
            .Select(e => context.Text(e.Value) is { } text ? new ExpectedScore(Code(e.Key.Content), text.Content.Trim(), text.Place) : null)
            .OfType<ExpectedScore>().ToImmutableArray();
        var published = context.Entries(map.Take(Keys.Published)).Select(e => Published(e, context)).OfType<PublishedScore>().ToImmutableArray();
        var flags = map.Take(Keys.Flags);
        var codes = context.Texts(flags);
        map.Finish();
        if (expected.IsEmpty && published.IsEmpty && codes.IsEmpty)
        {
            context.Report(Messages.CaseExpectsNothing, map.Place);
        }

        // What is wrong with a case is told; what it would come to without its evidence tells nobody anything.
        return name is null || context.Diagnostics.Count(d => d.Severity == Severity.Error) > before ? null : new Case(name.Content, name.Place)
        {
            Source = source,
            Year = year,
            Evidence = evidence,
            Project = project,
            Changes = changes,
            Expected = expected,
            Published = published,
            Flags = codes,
            FlagsPlace = flags?.Place ?? name.Place,
        };
    }

    /// <summary>总分 and 等级 go by either name.</summary>
    private static string Code(string written) =>
        Words.Total.Matches(written) ? Words.Total.Zh : Keys.Grade.Matches(written) ? Keys.Grade.Zh : written;

    private static PublishedScore? Published(YamlEntry entry, LoadContext context)
    {
        if (entry.Value is YamlText plain)
        {
            if (Keys.Grade.Matches(entry.Key.Content))
            {
                context.Report(Messages.PublishedGrade, plain.Place, plain.Content);
                return null;
            }

            return context.Number(plain) is { } only ? new PublishedScore(Code(entry.Key.Content), only, null, plain.Place) : null;
        }

        if (context.Map(entry.Value) is not { } map)
        {
            return null;
        }

        var written = map.RequireText(Keys.PublishedScore);
        var score = written is null ? null : context.Number(written);
        var difference = map.TakeText(Keys.Difference)?.Content;
        map.Finish();
        return score is null ? null : new PublishedScore(Code(entry.Key.Content), score.Value, difference, written!.Place);
    }

    /// <summary>A case reads nothing outside the folder of its cases.</summary>
    private static string? Evidence(YamlText? text, string folder, LoadContext context)
    {
        if (text is null)
        {
            return null;
        }

        var path = Path.Combine(folder, text.Content);
        if (!BaseChain.IsName(text.Content) || !Path.Exists(path))
        {
            context.Report(Messages.CaseNoEvidence, text.Place, text.Content);
            return null;
        }

        return path;
    }
}
