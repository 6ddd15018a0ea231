using System.Collections.Immutable;
using System.Numerics;
using Indicators.Batch;
using Indicators.Csv;

namespace Indicators.Years;

/// <summary>What is asked of a comparison of two years.</summary>
/// <param name="Groups">The names of text fields by which projects are put into groups, such as the department.</param>
/// <param name="Top">How many of the biggest movers are worked out in full.</param>
/// <param name="Threads">How many blocks are scored at a time; the result does not depend on it.</param>
/// <param name="Temporary">A folder for what does not fit into memory.</param>
public sealed record YearOptions(ImmutableArray<string> Groups, int Top, int Threads, string Temporary);

/// <summary>
/// A portfolio in two fiscal years: each project under the rules of both, in memory that holds a few numbers of each project. What is
/// kept of the year before stands on disk while the year after is read.
/// </summary>
public sealed class PortfolioYears
{
    private readonly Ledger ledger;
    private readonly YearPair years;

    private PortfolioYears(YearPair years, Ledger ledger, MatchedProjects matched) => (this.years, this.ledger, Matched) = (years, ledger, matched);

    public RuleSet Before => years.Before;

    public RuleSet After => years.After;

    /// <summary>Projects that are in both years.</summary>
    public MatchedProjects Matched { get; }

    /// <summary>Projects that are in the year before only: how many, and the sum of their totals.</summary>
    public (int Count, Fraction Sum) Exits { get; private set; }

    /// <summary>Projects that are in the year after only.</summary>
    public (int Count, Fraction Sum) Entries { get; private set; }

    /// <summary>Projects of each year that could not be scored.</summary>
    public (int Before, int After) Rejected { get; private set; }

    /// <summary>The biggest movers, the largest change first, worked out in full.</summary>
    public ImmutableArray<ProjectComparison> Movers { get; private set; } = [];

    /// <summary>The projects of evidence files; null after reporting why they cannot be read.</summary>
    /// <param name="rules">The rules of the year.</param>
    /// <param name="evidence">Folders and files.</param>
    /// <param name="temporary">A file for rows that are not in the order of the projects.</param>
    /// <param name="problems">Takes errors and warnings of files as a whole.</param>
    /// <param name="cancel">Stops the work.</param>
    public static IProjectSource? Files(RuleSet rules, ImmutableArray<string> evidence, string temporary, Diagnostics problems, CancellationToken cancel = default) =>
        EvidenceBlocks.Open(evidence, rules, temporary, problems, cancel);

    /// <summary>Compares all projects.</summary>
    /// <param name="old">The year before.</param>
    /// <param name="new">The year after.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="problems">Takes the first of the problems for which projects are not scored.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="EvidenceException">A file cannot be read to its end.</exception>
    public static PortfolioYears Of(IProjectSource old, IProjectSource @new, YearOptions options, Diagnostics problems, CancellationToken cancel = default)
    {
        var (before, after) = (old.RuleSet, @new.RuleSet);
        var years = new YearPair(before, after)
        {
            PeersBefore = Peers(old, before, options.Threads, cancel),
            PeersAfter = Peers(@new, after, options.Threads, cancel),
            PeersOfNewEvidence = Peers(@new, before, options.Threads, cancel),
            PeersOfNewRules = Peers(old, after, options.Threads, cancel),
        };
        var ledger = new Ledger(before, after);
        var matched = new MatchedProjects(ledger, options);
        var result = new PortfolioYears(years, ledger, matched);
        using var kept = new KeptScores(Path.Combine(options.Temporary, "before.scores"));
        var scorer = new YearScorer((before, years.PeersBefore), (after, years.PeersOfNewRules), ledger, Fields(before, options.Groups));
        var rejectedBefore = 0;
        foreach (var block in old.Run(options.Threads, block => Scored(scorer, block, cancel), cancel))
        {
            kept.Add(block.Scores);
            rejectedBefore += Told(block, problems);
        }

        kept.Finish();
        scorer = new YearScorer((after, years.PeersAfter), (before, years.PeersOfNewEvidence), ledger, Fields(after, options.Groups));
        var (rejectedAfter, entries) = (0, (Count: 0, Sum: Fraction.Zero));
        foreach (var block in @new.Run(options.Threads, block => Scored(scorer, block, cancel), cancel))
        {
            rejectedAfter += Told(block, problems);
            foreach (var score in block.Scores)
            {
                if (kept.Take(score.Id) is { } earlier)
                {
                    matched.Add(earlier, score);
                }
                else
                {
                    entries = (entries.Count + 1, entries.Sum + ledger.Of(score.Own[0], 0));
                }
            }
        }

        var exits = kept.Left();
        result.Exits = (exits.Count, Fraction.Sum(exits.Select(s => ledger.Of(s.Own[0], 0))));
        (result.Entries, result.Rejected) = (entries, (rejectedBefore, rejectedAfter));
        result.Movers = result.Compared([.. matched.Movers], old, @new, options.Threads, cancel);
        return result;
    }

    /// <summary>What projects are compared with under some rules; null where those ask for nothing.</summary>
    private static Portfolio? Peers(IProjectSource blocks, RuleSet rules, int threads, CancellationToken cancel)
    {
        if (!rules.NeedsPortfolio)
        {
            return null;
        }

        var methods = Portfolio.Methods(rules).ToList();
        return Portfolio.Of(rules, blocks.Run(threads, block => block.Projects.Select(p => p.Under(blocks.RuleSet, rules)).OfType<Project>().Select(p => Portfolio.Measure(rules, methods, p)).ToList(), cancel).SelectMany(m => m));
    }

    private static ImmutableArray<FieldDefinition> Fields(RuleSet rules, ImmutableArray<string> names) => [.. names.Select(n => rules.Schema.FieldCalled(n) ?? new FieldDefinition(n, new FieldType(FieldKind.Text), [], false, null, new Place("")))];

    private static (List<YearScores> Scores, int Rejected, List<Diagnostic> Problems) Scored(YearScorer scorer, ProjectBlock block, CancellationToken cancel)
    {
        var (scores, failed) = scorer.Score(block.Projects, cancel);
        return (scores, block.Rejected + failed.Count, [.. block.Problems.Concat(failed).Take(Limits.ToldProblems)]);
    }

    /// <summary>Tells the first problems of all, and counts the projects.</summary>
    private static int Told((List<YearScores> Scores, int Rejected, List<Diagnostic> Problems) block, Diagnostics problems)
    {
        problems.AddRange(block.Problems.Take(Limits.ToldProblems - problems.Count));
        return block.Rejected;
    }

    /// <summary>Some projects in full, in the order given: their evidence is read again, because that of all would fill the memory.</summary>
    private ImmutableArray<ProjectComparison> Compared(ImmutableArray<string> ids, IProjectSource old, IProjectSource @new, int threads, CancellationToken cancel)
    {
        var wanted = ids.ToHashSet();
        var (earlier, later) = (Found(old), Found(@new));
        return [.. ids.Select(id => ProjectComparison.Of(years, earlier[id], later[id]))];

        Dictionary<string, Project> Found(IProjectSource blocks) => wanted.Count == 0 ? []
            : blocks.Run(threads, block => block.Projects.Where(p => wanted.Contains(p.Id)).ToList(), cancel).SelectMany(p => p).ToDictionary(p => p.Id);
    }
}
