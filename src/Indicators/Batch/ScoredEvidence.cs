using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>All projects of evidence files with their scores, block by block in bounded memory, for those who keep them rather than write them.</summary>
public static class ScoredEvidence
{
    /// <summary>In the order of the files; what cannot be scored is left out, the first of it is told.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="paths">Folders and files.</param>
    /// <param name="threads">How many blocks are scored at a time.</param>
    /// <param name="temporary">A file for rows that are not in the order of the projects.</param>
    /// <param name="problems">Takes problems of files, and the first of projects.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="EvidenceException">A file cannot be read to its end.</exception>
    public static IEnumerable<(Project Project, ScoreSheet Sheet, int Row)> Of(
        RuleSet ruleSet, IReadOnlyList<string> paths, int threads, string temporary, Diagnostics problems, CancellationToken cancel)
    {
        using var blocks = EvidenceBlocks.Open(paths, ruleSet, temporary, problems, cancel);
        if (blocks is null)
        {
            yield break;
        }

        var methods = Portfolio.Methods(ruleSet).ToList();
        var peers = ruleSet.NeedsPortfolio
            ? Portfolio.Of(ruleSet, blocks.Run(threads, block => block.Projects.Select(p => Portfolio.Measure(ruleSet, methods, p)).ToList(), cancel).SelectMany(m => m)) : null;
        var executor = new CompiledExecutor(ruleSet, standings: true);
        foreach (var (block, sheet) in blocks.Run(threads, block => (block, executor.Score(block.Projects, peers, threads: 1, cancel)), cancel))
        {
            problems.AddRange(block.Problems.Take(Limits.ToldProblems - problems.Count));
            for (var row = 0; row < block.Projects.Count; row++)
            {
                if (sheet.Problem(row) is null)
                {
                    yield return (block.Projects[row], sheet, row);
                }
            }
        }
    }
}
