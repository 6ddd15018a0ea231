using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Indicators.Archive;
using Indicators.Batch;
using Indicators.Csv;
using Indicators.Differences;
using Indicators.Loading;
using Indicators.Years;

namespace Indicators.Cli;

/// <summary><c>indicators compare</c>: a portfolio, or one project, over two or more fiscal years, each under its own rules.</summary>
internal sealed class CompareCommand(Terminal terminal, CompareOptions options)
{
    public const string Name = "compare";

    /// <summary>With which evidence begins that is taken from an archive.</summary>
    private const string FromArchive = "archive:";

    private readonly DiagnosticPrinter printer = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var evidence = terminal.Several("EVIDENCE…", Texts.AboutYearsOfEvidence, Texts.NoEvidence);
        var rules = terminal.Repeated(ScoreCommand.RulesOption, Texts.AboutYearsOfRules, "DIR", Texts.NoRules);
        var years = terminal.Repeated("--year", Texts.AboutCompareYears, "N");
        years.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(t => !Choices.IsYear(t.Value)) is { } word)
            {
                result.AddError(terminal.Say(Texts.NotAYear, years.Name, word.Value));
            }
        });
        var project = terminal.Option("--project", Texts.AboutCompareProject, "ID");
        var by = terminal.Repeated("--by", Texts.AboutBy, "FIELD");
        var top = terminal.Top();
        var threads = terminal.Count("--threads", Texts.AboutThreads, "N");
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var command = new Verb(Name, terminal.Say(Texts.AboutCompare), "samples/city/2016 samples/city/2017 --rules rules/kunming-2016 --rules rules/kunming-2017")
        {
            evidence, rules, years, project, by, top, threads, format,
        };
        command.SetAction((parsed, cancel) => Task.Run(
            () => new CompareCommand(terminal, new CompareOptions(
                [.. parsed.GetRequiredValue(evidence)],
                [.. parsed.GetRequiredValue(rules)],
                [.. parsed.GetRequiredValue(years).Select(y => int.Parse(y, NumberStyles.None, CultureInfo.InvariantCulture))],
                parsed.GetValue(project),
                [.. parsed.GetRequiredValue(by)],
                (int)parsed.ChosenCount(top, 5),
                (int)Math.Min(parsed.ChosenCount(threads, Environment.ProcessorCount), 1024),
                parsed.GetValue(format) == "json")).Run(cancel),
            CancellationToken.None));
        return command;
    }

    private int Run(CancellationToken cancel)
    {
        if (options.Evidence.Length < 2)
        {
            throw new UsageException(terminal.Say(Texts.TwoYearsNeeded));
        }

        if ((options.Rules.Length != 1 && options.Rules.Length != options.Evidence.Length) || (options.Years.Length > 0 && options.Years.Length != options.Evidence.Length))
        {
            throw new UsageException(terminal.Say(Texts.YearsDoNotMatch, options.Evidence.Length, options.Rules.Length, options.Years.Length));
        }

        if (options.Rules.Length == 1 && options.Years.IsEmpty)
        {
            throw new UsageException(terminal.Say(Texts.OneRuleSetNeedsYears));
        }

        foreach (var (evidence, i) in options.Evidence.Select((e, i) => (e, i)))
        {
            if (!IsArchive(evidence))
            {
                Paths.RequireAny(evidence, terminal);
            }

            Paths.RequireDirectory(RulesOf(i), terminal);
        }

        var loaded = options.Evidence.Select((_, i) => RuleSetLoader.LoadDirectory(RulesOf(i), options.Years.IsEmpty ? null : options.Years[i])).ToList();
        var problems = new Diagnostics();
        problems.AddRange(loaded.SelectMany(l => l.Problems).DistinctBy(p => p.ToString()));
        printer.Print(problems);
        for (var i = 0; i < loaded.Count; i++)
        {
            loaded[i].ReportOpen(RulesOf(i));
        }

        if (loaded.Any(l => l.RuleSet is null))
        {
            return printer.Refuse(problems);
        }

        RequireGroups(loaded.Select(l => l.RuleSet!));
        var pages = new List<object>();
        var isFine = true;
        for (var i = 1; i < loaded.Count; i++)
        {
            var sides = new ImpactSides(loaded[i - 1].RuleSet!, RulesOf(i - 1), loaded[i].RuleSet!, RulesOf(i), Comparison.Between(loaded[i - 1], loaded[i]));
            isFine &= Compare(sides, options.Evidence[i - 1], options.Evidence[i], isFirst: i == 1, pages, cancel);
        }

        if (options.AsJson)
        {
            terminal.Json(new { comparisons = pages });
        }

        return isFine ? ExitCode.Fine : ExitCode.Problems;
    }

    private static bool IsArchive(string evidence) => evidence.StartsWith(FromArchive, StringComparison.Ordinal);

    private static IProjectSource? Open(string evidence, RuleSet rules, string temporary, Diagnostics problems, CancellationToken cancel) =>
        IsArchive(evidence) ? new ArchivedProjects(evidence[FromArchive.Length..], rules) : PortfolioYears.Files(rules, [evidence], temporary, problems, cancel);

    private static Project? Find(string id, string evidence, RuleSet rules, Diagnostics problems)
    {
        if (IsArchive(evidence))
        {
            return new ArchivedProjects(evidence[FromArchive.Length..], rules).Find(id);
        }

        var read = EvidenceReader.Read(evidence, rules);
        var ofOthers = read.Reasons.Where(r => r.Key != id).SelectMany(r => r.Value).ToHashSet();
        problems.AddRange(read.Problems.Where(p => !ofOthers.Contains(p)));
        return read.Projects.FirstOrDefault(p => p.Id == id);
    }

    private string RulesOf(int year) => options.Rules[options.Rules.Length == 1 ? 0 : year];

    private void RequireGroups(IEnumerable<RuleSet> rules)
    {
        foreach (var name in options.Groups)
        {
            if (rules.All(r => r.Schema.FieldCalled(name)?.Type.Kind != FieldKind.Text))
            {
                var texts = rules.SelectMany(r => r.Schema.Fields).Where(f => f.Type.Kind == FieldKind.Text).Select(f => f.Name).Distinct();
                throw new UsageException(terminal.Say(Texts.NoGroupField, name, terminal.List(texts)));
            }
        }
    }

    private bool Compare(ImpactSides sides, string before, string after, bool isFirst, List<object> pages, CancellationToken cancel)
    {
        if (!isFirst && !options.AsJson)
        {
            terminal.Output.Line();
        }

        try
        {
            return options.Project is { } id ? CompareProject(id, sides, before, after, pages) : ComparePortfolio(sides, before, after, pages, cancel);
        }
        catch (ArchiveException e)
        {
            ArchiveWords.Refuse(terminal, IsArchive(before) ? before[FromArchive.Length..] : after[FromArchive.Length..], e);
            return false;
        }
    }

    private bool CompareProject(string id, ImpactSides sides, string before, string after, List<object> pages)
    {
        var problems = new Diagnostics();
        var (one, other) = (Find(id, before, sides.Before, problems), Find(id, after, sides.After, problems));
        printer.Print(problems);
        if (one is null || other is null)
        {
            terminal.Error.Text(terminal.Say(Texts.ProjectNotInBoth, id, one is null ? before : after), ink: Ink.Red);
            return false;
        }

        if (sides.Before.NeedsPortfolio || sides.After.NeedsPortfolio)
        {
            terminal.Error.Text(terminal.Say(Texts.ProjectNeedsPeers, id), ink: Ink.Red);
            return false;
        }

        var comparison = ProjectComparison.Of(sides.Before, one, sides.After, other);
        if (options.AsJson)
        {
            pages.Add(CompareJson.Project(comparison, sides, terminal));
        }
        else
        {
            new ProjectYearsPage(terminal, comparison, sides).Print();
        }

        return !problems.HasErrors;
    }

    private bool ComparePortfolio(ImpactSides sides, string before, string after, List<object> pages, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("indicators-compare-");
        var problems = new Diagnostics();
        try
        {
            using var old = Open(before, sides.Before, Path.Combine(folder.FullName, "before.index"), problems, cancel);
            using var @new = Open(after, sides.After, Path.Combine(folder.FullName, "after.index"), problems, cancel);
            var compared = old is null || @new is null ? null
                : PortfolioYears.Of(old, @new, new YearOptions(options.Groups, options.Top, options.Threads, folder.FullName), problems, cancel);
            printer.Print(problems);
            if (compared is null)
            {
                return false;
            }

            if (options.AsJson)
            {
                pages.Add(CompareJson.Portfolio(compared, sides, terminal));
            }
            else
            {
                new PortfolioYearsPage(terminal, compared, sides).Print();
            }

            return !problems.HasErrors && compared.Matched.Count > 0;
        }
        catch (EvidenceException e)
        {
            problems.Add(e.Problem);
            printer.Print(problems);
            return false;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>What was asked of <c>indicators compare</c>.</summary>
/// <param name="Evidence">Of each year, the earliest first.</param>
/// <param name="Rules">Of each year; one for all if the years are named.</param>
/// <param name="Years">The fiscal years; empty for the latest of each rule set.</param>
/// <param name="Project">The id of the one project; null for all.</param>
internal sealed record CompareOptions(
    ImmutableArray<string> Evidence, ImmutableArray<string> Rules, ImmutableArray<int> Years, string? Project, ImmutableArray<string> Groups, int Top, int Threads, bool AsJson);
