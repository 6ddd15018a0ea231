using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Indicators.Csv;
using Indicators.Feel;

namespace Indicators.Batch;

/// <summary>How often a flag of several projects was raised.</summary>
/// <param name="Flag">Which.</param>
/// <param name="Groups">Groups of projects that raise it.</param>
/// <param name="Projects">Projects in them.</param>
/// <param name="Undecided">Groups of which it cannot be said, because the amounts are missing.</param>
public sealed record RaisedGroups(PortfolioFlag Flag, long Groups, long Projects, long Undecided);

/// <summary>Writes the flags that several projects raise together: a row for each project of each group.</summary>
internal sealed class GroupWriter(OutputFile file, BatchFormat format)
{
    private const int Enough = 1 << 20;

    private readonly MemoryStream pending = new();

    public ImmutableArray<RaisedGroups> Write(GroupIndex index, RuleSet ruleSet, CancellationToken cancel)
    {
        format.Mark(pending);
        using var csv = BatchFormat.Writer(pending);
        BatchFormat.WriteHeader(csv, format.Language, ResultWords.Code, ResultWords.Flag, ResultWords.Group, ResultWords.Why, GroupNames.Projects, GroupNames.Total, GroupNames.Share, EvidenceWords.Project, ResultWords.Name, ResultWords.Amount, ResultWords.Total);
        var raised = ruleSet.Across.Select(flag => Write(csv, index, flag, cancel)).ToImmutableArray();
        Flush(csv);
        return raised;
    }

    private RaisedGroups Write(CsvWriter csv, GroupIndex index, PortfolioFlag flag, CancellationToken cancel)
    {
        var raised = new RaisedGroups(flag, 0, 0, 0);
        foreach (var (keys, group, figures) in index.Groups(flag, cancel))
        {
            switch (Evaluator.Truth(flag.When.Evaluate(group)))
            {
                case true:
                    raised = raised with { Groups = raised.Groups + 1, Projects = raised.Projects + figures.Projects };
                    WriteGroup(csv, index, flag, keys, group, figures, cancel);
                    break;
                case null:
                    raised = raised with { Undecided = raised.Undecided + 1 };
                    break;
            }
        }

        return raised;
    }

    private void WriteGroup(CsvWriter csv, GroupIndex index, PortfolioFlag flag, ImmutableArray<string> keys, PortfolioGroup group, GroupFigures figures, CancellationToken cancel)
    {
        var shared = string.Join(format.Language == Language.Chinese ? "；" : "; ", flag.Same.Select(f => group.Lookup(f.Name)).OfType<Value.Text>().Select(t => t.Content));
        var says = Shown.Says(flag.Says, group).In(format.Language);
        foreach (var (id, name, score, amount) in index.Projects(flag, keys))
        {
            cancel.ThrowIfCancellationRequested();
            csv.WriteField(flag.Code);
            csv.WriteField(flag.Name);
            BatchFormat.WriteText(csv, shared);
            BatchFormat.WriteText(csv, says);
            csv.WriteField(figures.Projects.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(figures.Total?.ToShortest(4) ?? "");
            csv.WriteField(group.Share is { } share ? Shown.Percent(share).Zh : "");
            BatchFormat.WriteText(csv, id);
            BatchFormat.WriteText(csv, name);
            csv.WriteField(amount?.ToShortest(4) ?? "");
            csv.WriteField(score.ToShortest(4));
            csv.EndRecord();
            if (pending.Length >= Enough)
            {
                Flush(csv);
            }
        }
    }

    private void Flush(CsvWriter csv)
    {
        csv.Flush();
        file.Write(pending);
        pending.SetLength(0);
    }
}
