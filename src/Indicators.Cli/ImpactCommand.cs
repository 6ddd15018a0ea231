using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Indicators.Csv;
using Indicators.Differences;
using Indicators.Impact;

namespace Indicators.Cli;

/// <summary><c>indicators impact</c>: what an edit of a rule set does to real projects.</summary>
internal sealed class ImpactCommand(Terminal terminal, ImpactOptions options)
{
    public const string Name = "impact";

    private const string Git = "git:";

    private readonly DiagnosticPrinter printer = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var evidence = terminal.Argument("EVIDENCE", Texts.AboutEvidence, Texts.NoEvidence);
        var from = terminal.Option("--from", Texts.AboutFrom, "DIR|git:REV");
        var to = terminal.Option("--to", Texts.AboutTo, "DIR", Texts.NoTo);
        var fromYear = terminal.Year("--from-year", Texts.AboutFromYear);
        var toYear = terminal.Year("--to-year", Texts.AboutToYear);
        var top = terminal.Top();
        var format = terminal.Option("--format", Texts.AboutFormat, "table|json", null, "table", "json");
        var all = terminal.Switch("--all", Texts.AboutAll);
        var command = new Verb(Name, terminal.Say(Texts.AboutImpact), "samples/kunming-2017 --to rules/kunming-2017") { evidence, from, to, fromYear, toYear, top, format, all };
        command.SetAction((parsed, cancel) => Task.FromResult(new ImpactCommand(terminal, new ImpactOptions(
            parsed.GetRequiredValue(evidence),
            parsed.GetValue(from) ?? Git + CommittedRules.Head,
            parsed.GetRequiredValue(to)!,
            parsed.ChosenYear(fromYear),
            parsed.ChosenYear(toYear),
            (int)parsed.ChosenCount(top, 10),
            parsed.GetValue(format) == "json",
            parsed.GetValue(all))).Run(cancel)));
        return command;
    }

    private int Run(CancellationToken cancel)
    {
        if (options is { All: true, AsJson: false })
        {
            throw new UsageException(terminal.Say(Texts.AllNeedsJson));
        }

        Paths.RequireDirectory(options.To, terminal);
        Paths.RequireAny(options.Evidence, terminal);
        if (!options.From.StartsWith(Git, StringComparison.Ordinal))
        {
            Paths.RequireDirectory(options.From, terminal);
            return Compare(options.From, null, cancel);
        }

        using var committed = new CommittedRules(options.To, options.From[Git.Length..], terminal);
        return Compare(committed.Path, committed, cancel);
    }

    private int Compare(string from, CommittedRules? committed, CancellationToken cancel)
    {
        var (before, after) = LoadedSides.Of(from, options.FromYear, options.To, options.ToYear);
        before.ReportOpen(from);
        after.ReportOpen(options.To);
        var problems = new Diagnostics();
        problems.AddRange(before.Problems.Select(p => committed?.Renamed(p) ?? p).Concat(after.Problems).DistinctBy(p => p.ToString()));
        printer.Print(problems);
        if (before.RuleSet is not { } old || after.RuleSet is not { } @new)
        {
            printer.Summarize(problems, []);
            terminal.Error.Line(terminal.Say(before.RuleSet is null ? Texts.BeforeUnusable : Texts.AfterUnusable), Ink.Red);
            return ExitCode.Problems;
        }

        return Compare(new ImpactSides(old, committed?.Name ?? from, @new, options.To, Comparison.Between(before, after)), problems, cancel);
    }

    private int Compare(ImpactSides sides, Diagnostics problems, CancellationToken cancel)
    {
        var (before, after) = EvidenceReader.ReadForBoth(options.Evidence, sides.Before, sides.After);
        var impact = PortfolioImpact.Of(sides.Before, before.Projects, sides.After, after.Projects, cancel: cancel);
        var rejections = Rejections.Of(before, after, impact);
        // The reasons of one side alone stand in the report.
        var told = rejections.BeforeOnly.Concat(rejections.AfterOnly).SelectMany(r => r.Reasons).Select(r => r.ToString()).ToHashSet();
        var found = before.Problems.Concat(after.Problems).Concat(impact.FailedBefore.Values).Concat(impact.FailedAfter.Values)
            .DistinctBy(p => p.ToString()).Where(p => !told.Contains(p.ToString())).ToList();
        printer.Print(found);
        problems.AddRange(found);
        var report = new ImpactReport(sides, impact, new ImpactSummary(impact), rejections);
        if (options.AsJson)
        {
            ImpactJson.Write(report, options.All, terminal);
        }
        else
        {
            new ImpactPage(terminal, report, options.Top).Print();
        }

        if (impact.Projects.IsEmpty)
        {
            terminal.Error.Line(terminal.Say(Texts.NothingToCompare), Ink.Red);
        }

        printer.Summarize(problems, []);
        return problems.HasErrors || rejections.Count > 0 || impact.Projects.IsEmpty ? ExitCode.Problems : ExitCode.Fine;
    }
}

/// <summary>What was asked of <c>indicators impact</c>.</summary>
/// <param name="From">A folder, or <c>git:</c> and a revision.</param>
/// <param name="All">Every project in the JSON, whether or not it moved.</param>
internal sealed record ImpactOptions(string Evidence, string From, string To, int? FromYear, int? ToYear, int Top, bool AsJson, bool All);

/// <summary>The rules before and after with where they come from, and what was edited.</summary>
internal sealed record ImpactSides(RuleSet Before, string BeforeSource, RuleSet After, string AfterSource, ImmutableArray<Difference> Edits)
{
    /// <summary>What was edited in the rule of an indicator and of its points; nothing where its change comes from elsewhere.</summary>
    public IEnumerable<Difference> EditsOf(string indicator) => Edits.In(new[] { Before.Find(indicator), After.Find(indicator) }.OfType<Node>());
}

/// <summary>All that is told of an impact.</summary>
internal sealed record ImpactReport(ImpactSides Sides, PortfolioImpact Impact, ImpactSummary Summary, Rejections Rejections)
{
    /// <summary>Two decimals, or more where a rule set rounds to more.</summary>
    public int Decimals => Math.Max(Digits.Of(Sides.Before), Digits.Of(Sides.After));

    public int Read => Summary.Compared + Rejections.Count;

    public string Points(Fraction points) => points.ToFixed(Decimals);

    /// <summary>With its sign; what rounds to zero has none.</summary>
    public string Change(Fraction change) => (change.Round(Decimals).Sign > 0 ? "+" : "") + change.ToFixed(Decimals);
}
