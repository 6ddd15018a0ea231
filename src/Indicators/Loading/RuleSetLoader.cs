using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>A loaded rule set, or null with the errors that prevent it; warnings may stand beside a rule set.</summary>
public sealed record LoadResult(RuleSet? RuleSet, Diagnostics Problems)
{
    /// <summary>年度, also of a rule set that does not load for other reasons.</summary>
    public ImmutableArray<int> FiscalYears { get; init; } = [];

    /// <summary>待定: what an extension must set; with any of them there is no rule set to score with, and no error.</summary>
    public ImmutableArray<OpenPart> Open { get; init; } = [];

    /// <summary>The rules of a framework as far as they are set, to be read and not scored with: what is open has some value.</summary>
    public RuleSet? Framework { get; init; }

    /// <summary>The rules as they are written, also those of a framework; null where they could not be laid together.</summary>
    internal WrittenRules? Written { get; init; }

    /// <summary>Makes an error of it that nothing can be scored with a framework.</summary>
    public void ReportOpen(string directory)
    {
        if (!Open.IsEmpty && !Problems.HasErrors)
        {
            Problems.Report(Messages.FrameworkUnscored, new Place(directory), directory, Open.Length);
        }
    }
}

/// <summary>待定: the weight of an indicator, or a computed value such as a limit, that the regulation does not publish.</summary>
public sealed record OpenPart(string Name, Place Place);

/// <summary>A rule set for each of its fiscal years, latest last, and the problems of all of them.</summary>
public sealed record EveryYear(ImmutableArray<RuleSet> RuleSets, Diagnostics Problems)
{
    /// <inheritdoc cref="LoadResult.Open"/>
    public ImmutableArray<OpenPart> Open { get; init; } = [];

    /// <inheritdoc cref="LoadResult.Framework"/>
    public RuleSet? Framework { get; init; }

    /// <summary>The problems of several years, each once.</summary>
    internal static Diagnostics Together(ImmutableArray<(int Year, Diagnostics Problems)> all)
    {
        var problems = new Diagnostics();
        problems.AddRange(all
            .SelectMany(year => year.Problems.Select(problem => (year.Year, Problem: problem)))
            .GroupBy(p => (p.Problem.Place, p.Problem.ToString()))
            .Select(same => same.First().Problem with
            {
                Years = same.Select(p => p.Year).Distinct().Count() == all.Length ? [] : [.. same.Select(p => p.Year).Distinct()],
            }));
        return problems;
    }
}

/// <summary>Reads the files of a rule set and of those that it extends, for one fiscal year, and reports all their problems at once.</summary>
public sealed class RuleSetLoader
{
    private readonly LoadContext context;
    private WrittenRules? written;

    private RuleSetLoader(Diagnostics diagnostics) => context = new LoadContext(diagnostics);

    /// <param name="directory">The folder of the rule set.</param>
    /// <param name="year">One of its 年度; null for the latest.</param>
    public static LoadResult LoadDirectory(string directory, int? year = null)
    {
        var problems = new Diagnostics();
        var loader = new RuleSetLoader(problems);
        if (BaseChain.Read(directory, loader.context) is not { } chain)
        {
            return new LoadResult(null, problems);
        }

        var files = chain[0] with { Header = Extension.Header(chain, loader.context) };
        var years = FiscalYear.Of(files.HeaderMap);
        var ruleSet = year is { } asked && !FiscalYear.Has(years, asked, files, loader.context) ? null : loader.Load(chain, files, year ?? years.Cast<int?>().LastOrDefault());
        var open = loader.context.Open;
        return new LoadResult(open.Count > 0 ? null : ruleSet, problems) { FiscalYears = years, Open = [.. open], Framework = open.Count > 0 ? ruleSet : null, Written = loader.written };
    }

    /// <summary>A problem of all years comes once; one of some years names them.</summary>
    public static EveryYear LoadEveryYear(string directory)
    {
        var latest = LoadDirectory(directory);
        ImmutableArray<(int Year, LoadResult Result)> all =
        [
            .. latest.FiscalYears.SkipLast(1).Select(year => (year, LoadDirectory(directory, year))),
            (latest.FiscalYears.LastOrDefault(), latest),
        ];
        return new EveryYear([.. all.Select(load => load.Result.RuleSet).OfType<RuleSet>()], EveryYear.Together([.. all.Select(load => (load.Year, load.Result.Problems))])) { Open = latest.Open, Framework = latest.Framework };
    }

    private ImmutableArray<ComputedField> Beside(YamlValue? yaml) =>
    [
        .. from entry in context.Entries(yaml)
           let formula = context.Formula(entry.Value, FeelType.Unknown)
           where formula is not null
           select new ComputedField(entry.Key.Content, formula, entry.Key.Place),
    ];

    private RuleSet? Load(ImmutableArray<RuleFiles> chain, RuleFiles own, int? year)
    {
        // A header that cannot be read, which is reported, names no year; that is no reason to complain of every value.
        var byYear = new ByYear(context, own.Header is null ? int.MaxValue : year);
        var files = Extension.Content(chain, byYear, context) with { Header = own.Header };
        var before = context.Diagnostics.Count(d => d.Severity == Severity.Error);
        files = byYear.Resolve(files);
        files = files with { Flags = FlagLibrary.Expand(files.Flags, context) };
        if (context.Diagnostics.Count(d => d.Severity == Severity.Error) > before)
        {
            return null;
        }

        var digest = Digest.Of(files, year);
        var header = context.Map(files.Header) is { } map ? HeaderReader.Read(map) : null;
        var schema = context.Map(files.Evidence) is { } evidence ? EvidenceSchemaReader.Read(evidence, header?.Period) : null;
        var root = schema is null ? null : TreeReader.Read(files.Dimensions, files.Folder, context);
        written = new WrittenRules(files, year, digest, root);
        var (flags, across) = schema is not null && files.Flags is { } yaml && context.Map(yaml) is { } flagMap
            ? FlagsReader.Read(flagMap, schema, header?.Grades)
            : ([], []);
        if (schema is null || root is null)
        {
            return null;
        }

        var beside = Beside(header?.Beside);

        var program = ProgramBuilder.Build(schema, root, flags, context.Diagnostics, isWhole: files.Dimensions.All(d => d is not null));
        // Of a framework an extension says the rest; an extension that does not is wrong at the place that waits for it.
        foreach (var open in context.Open.Where(o => !own.Owns(o.Place)))
        {
            context.Report(Messages.LeftOpen, files.Header!.Place with { Line = 0 }, open.Name, open.Place.ToString());
        }

        if (!context.Diagnostics.HasErrors && context.Open.Count == 0)
        {
            header?.Closed.FirstOrDefault(c => c.Year == year)?.Compare(digest, context);
        }

        return context.Diagnostics.HasErrors || header?.Grades is null ? null : new RuleSet
        {
            Id = header.Id,
            Name = header.Name,
            Authority = header.Authority,
            FiscalYears = header.FiscalYears,
            Year = year,
            Digest = digest,
            Period = header.Period,
            Note = header.Note,
            Grades = header.Grades,
            Accepted = header.Accepted,
            Consequences = header.Consequences,
            Beside = beside,
            Schema = schema,
            Root = root,
            Flags = flags,
            Across = across,
            Program = program,
            Written = files,
        };
    }
}
