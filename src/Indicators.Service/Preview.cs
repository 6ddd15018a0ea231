using System.Collections.Immutable;
using Google.Rpc;
using Indicators.Contracts;
using Indicators.Impact;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>What edited rules do to projects of a request.</summary>
internal static class Preview
{
    public static V1.Impact Of(RuleSet from, RuleSet to, IReadOnlyList<V1.Project> sent, Language language, CancellationToken cancel)
    {
        var (before, after) = (Sound(from, sent, language), Sound(to, sent, language));
        var impact = PortfolioImpact.Of(from, before.Projects, to, after.Projects, threads: 1, cancel);
        var summary = new ImpactSummary(impact);
        var places = Math.Max(from.Root.Places, to.Root.Places);
        return new V1.Impact
        {
            Compared = summary.Compared,
            Up = summary.Up,
            Down = summary.Down,
            Unchanged = summary.Unchanged,
            Transitions = { summary.Transitions.Select(t => new GradeTransition { Before = t.From ?? "", After = t.To ?? "", Projects = t.Projects }) },
            Indicators =
            {
                summary.Indicators.Select(i => new V1.IndicatorImpact
                {
                    Code = i.Code, Name = i.Name, Projects = i.Projects, Mean = i.Mean.ToFixed(places), Minimum = i.Minimum.ToFixed(places), Maximum = i.Maximum.ToFixed(places),
                }),
            },
            Projects = { impact.Projects.Where(p => p.Moved).Select(p => Moved(p, from, to)) },
            NotCompared =
            {
                sent.Select(p => new UncomparedProject { ProjectId = p.Id, Before = Refusal(before, impact.FailedBefore, p.Id, language), After = Refusal(after, impact.FailedAfter, p.Id, language) })
                    .Where(u => u.Before is not null || u.After is not null),
            },
        };
    }

    private static V1.ProjectImpact Moved(Impact.ProjectImpact project, RuleSet from, RuleSet to) => new()
    {
        ProjectId = project.Id,
        TotalBefore = project.Before.Total.ToFixed(from.Root.Places),
        TotalAfter = project.After.Total.ToFixed(to.Root.Places),
        GradeBefore = project.Before.Grade ?? "",
        GradeAfter = project.After.Grade ?? "",
        Moves =
        {
            project.Moves.Select(m => new V1.IndicatorMove
            {
                Code = m.Code, Before = m.Before?.ToFixed(from.Find(m.Code)!.Places) ?? "", After = m.After?.ToFixed(to.Find(m.Code)!.Places) ?? "",
            }),
        },
        Raised = { project.Raised },
        Cleared = { project.Cleared },
    };

    /// <summary>The projects whose evidence suits the rules, and why the others do not.</summary>
    private static (ImmutableArray<Project> Projects, Dictionary<string, Status> Refused) Sound(RuleSet rules, IReadOnlyList<V1.Project> sent, Language language)
    {
        var times = sent.CountBy(p => p.Id).ToDictionary();
        var (projects, refused) = (ImmutableArray.CreateBuilder<Project>(), new Dictionary<string, Status>());
        foreach (var project in sent)
        {
            if (ProjectBatch.Refused(project, times[project.Id], language) is { } status)
            {
                refused[project.Id] = status;
            }
            else if (ProjectBatch.Read(project, rules, language, out var invalid) is { } read)
            {
                projects.Add(read);
            }
            else
            {
                refused[project.Id] = invalid!;
            }
        }

        return (projects.ToImmutable(), refused);
    }

    private static Status? Refusal((ImmutableArray<Project> Projects, Dictionary<string, Status> Refused) side, ImmutableDictionary<string, Diagnostic> failed, string id, Language language) =>
        side.Refused.GetValueOrDefault(id) ?? (failed.TryGetValue(id, out var problem) ? RpcErrors.NotScorable(problem, language) : null);
}
