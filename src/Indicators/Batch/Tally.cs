using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>What a batch found, in numbers: all that was read is scored or rejected.</summary>
public sealed class Tally
{
    /// <summary>Projects, and rows that should be one and name none.</summary>
    public long Read { get; set; }

    public long Scored { get; set; }

    public long Rejected { get; set; }

    /// <summary>Rows of other files that belong to no project.</summary>
    public long LostRows { get; set; }

    /// <summary>Projects with points that are held: their grades are provisional.</summary>
    public long Provisional { get; set; }

    /// <summary>The sum of all totals.</summary>
    public Fraction Total { get; set; }

    /// <summary>Projects by grade; of an empty name those in which everything is left out.</summary>
    public Dictionary<string, long> Grades { get; init; } = [];

    /// <summary>By code, the projects that lost points on an indicator, and how many points in all; held ones do not count.</summary>
    public Dictionary<string, Lost> Deductions { get; init; } = [];

    /// <summary>Projects by flag.</summary>
    public Dictionary<string, long> Flags { get; init; } = [];

    /// <summary>Errors and warnings by code, with the first as an example.</summary>
    public Dictionary<string, Found> Problems { get; init; } = [];

    /// <summary>Counts the score of a project.</summary>
    internal void Add(RuleSet ruleSet, ScoreSheet sheet, int row)
    {
        Scored++;
        Provisional += sheet.Held(ruleSet.Root, row).IsZero ? 0 : 1;
        Total += sheet.Published(ruleSet.Root, row);
        Count(Grades, sheet.Grade(row)?.Name ?? "");
        foreach (var flag in sheet.Flags(row))
        {
            Count(Flags, flag);
        }

        foreach (var node in ruleSet.Root.Indicators)
        {
            var lost = sheet.Maximum(node, row) - sheet.Published(node, row) - sheet.Held(node, row);
            if (lost > 0)
            {
                Deductions[node.Code] = Deductions.GetValueOrDefault(node.Code) + new Lost(1, lost);
            }
        }
    }

    internal void Add(Diagnostic problem) => Problems[problem.Code] = Problems.TryGetValue(problem.Code, out var found)
        ? found with { Count = found.Count + 1 }
        : new Found(problem.Severity == Severity.Error, 1, problem.Place.ToString(), new Bilingual(problem.Text(Language.Chinese), problem.Text(Language.English)));

    /// <summary>Adds what comes after.</summary>
    internal void Add(Tally next)
    {
        Read += next.Read;
        Scored += next.Scored;
        Rejected += next.Rejected;
        LostRows += next.LostRows;
        Provisional += next.Provisional;
        Total += next.Total;
        foreach (var (grade, count) in next.Grades)
        {
            Grades[grade] = Grades.GetValueOrDefault(grade) + count;
        }

        foreach (var (flag, count) in next.Flags)
        {
            Flags[flag] = Flags.GetValueOrDefault(flag) + count;
        }

        foreach (var (code, lost) in next.Deductions)
        {
            Deductions[code] = Deductions.GetValueOrDefault(code) + lost;
        }

        foreach (var (code, found) in next.Problems)
        {
            Problems[code] = Problems.TryGetValue(code, out var known) ? known with { Count = known.Count + found.Count } : found;
        }
    }

    private static void Count(Dictionary<string, long> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}

/// <summary>Points that were lost: in how many projects, and how many in all.</summary>
public readonly record struct Lost(long Projects, Fraction Points)
{
    public static Lost operator +(Lost a, Lost b) => new(a.Projects + b.Projects, a.Points + b.Points);
}

/// <summary>How often a problem was found, and where first.</summary>
public sealed record Found(bool IsError, long Count, string Place, Bilingual Example);
