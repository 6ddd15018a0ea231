using Google.Rpc;
using Indicators.Contracts;

namespace Indicators.Service;

/// <summary>Scores projects of one request: each has numbers, or a status in their place.</summary>
internal static class ProjectBatch
{
    /// <param name="rules">The rules.</param>
    /// <param name="sent">The projects.</param>
    /// <param name="arePortfolio">Whether they are what projects are compared with.</param>
    /// <param name="language">Of statuses.</param>
    /// <param name="cancel">Stops between blocks.</param>
    public static IEnumerable<V1.ProjectResult> Score(LoadedRuleSet rules, IReadOnlyList<V1.Project> sent, bool arePortfolio, Language language, CancellationToken cancel)
    {
        var times = sent.CountBy(p => p.Id).ToDictionary();
        var plain = rules.ScorePlain(sent);
        var sound = new List<(int Index, Project Project)>();
        var results = new V1.ProjectResult[sent.Count];
        foreach (var (index, project) in sent.Index())
        {
            var problems = new Diagnostics();
            results[index] = new V1.ProjectResult { ProjectId = project.Id };
            if (Refused(project, times[project.Id], language) is { } refused)
            {
                results[index].Error = refused;
            }
            else if (plain[index] is { } scored)
            {
                results[index].Scores = scored;
            }
            else if (project.ToProject(rules.RuleSet, problems) is var read && problems.HasErrors)
            {
                results[index].Error = RpcErrors.EvidenceInvalid(project.Id, problems, language);
            }
            else
            {
                sound.Add((index, read));
            }
        }

        var projects = sound.ConvertAll(s => s.Project);
        var portfolio = arePortfolio && rules.RuleSet.NeedsPortfolio ? Portfolio.Of(rules.RuleSet, projects) : null;
        foreach (var ((index, _), (scores, problem)) in sound.Zip(rules.Score(projects, portfolio, cancel)))
        {
            if (scores is not null)
            {
                results[index].Scores = scores;
            }
            else
            {
                results[index].Error = RpcErrors.NotScorable(problem!, language);
            }
        }

        return results;
    }

    /// <summary>Why a project is not even read; null where it is.</summary>
    public static Status? Refused(V1.Project project, int times, Language language) =>
        string.IsNullOrWhiteSpace(project.Id) ? RpcErrors.Status(ErrorReason.ProjectIdMissing, language)
        : times > 1 ? RpcErrors.Status(ErrorReason.ProjectDuplicate, language, project.Id, times)
        : null;
}
