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
            results[index] = new V1.ProjectResult { ProjectId = project.Id };
            if (Refused(project, times[project.Id], language) is { } refused)
            {
                results[index].Error = refused;
            }
            else if (plain[index] is { } scored)
            {
                results[index].Scores = scored;
            }
            else if (Read(project, rules.RuleSet, language, out var invalid) is { } read)
            {
                sound.Add((index, read));
            }
            else
            {
                results[index].Error = invalid;
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

    /// <summary>A request with more projects than the service takes is refused as a whole.</summary>
    public static void RequireFew(int projects, ServiceSettings settings, Language language)
    {
        if (projects > settings.MaxProjects)
        {
            throw RpcErrors.Error(ErrorReason.TooManyProjects, language, projects, settings.MaxProjects);
        }
    }

    /// <summary>A project whose evidence suits the rules; null and why not.</summary>
    /// <param name="sent">The project.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="language">Of the status.</param>
    /// <param name="invalid">Why not.</param>
    /// <param name="under">What the paths of its fields begin with, such as <c>years[1].</c>.</param>
    public static Project? Read(V1.Project sent, RuleSet rules, Language language, out Status? invalid, string under = "")
    {
        var problems = new Diagnostics();
        var project = sent.ToProject(rules, problems);
        if (under.Length > 0)
        {
            var found = problems.Select(p => p.Place.File.StartsWith("project.", StringComparison.Ordinal) ? p with { Place = p.Place with { File = under + p.Place.File } } : p).ToList();
            problems.Clear();
            problems.AddRange(found);
        }

        invalid = problems.HasErrors ? RpcErrors.EvidenceInvalid(project.Id, problems, language) : null;
        return problems.HasErrors ? null : project;
    }

    /// <summary>Why a project is not even read; null where it is.</summary>
    public static Status? Refused(V1.Project project, int times, Language language) =>
        string.IsNullOrWhiteSpace(project.Id) ? RpcErrors.Status(ErrorReason.ProjectIdMissing, language)
        : times > 1 ? RpcErrors.Status(ErrorReason.ProjectDuplicate, language, project.Id, times)
        : null;
}
