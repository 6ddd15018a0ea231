using Indicators.Csv;

namespace Indicators.Cli;

/// <summary>The ids of all projects in the evidence, those that cannot be scored last.</summary>
internal static class Ids
{
    private const int Shown = 20;

    public static string[] Of(EvidenceSet evidence) => [.. evidence.Projects.Select(p => p.Id), .. evidence.Rejected];

    public static string Listed(string[] ids, Terminal terminal) => ids.Length == 0 ? terminal.Say(Texts.NoProjects) : terminal.ListShortly(ids, Shown);

    /// <summary>An id that the evidence does not have is a slip of the fingers.</summary>
    public static void Require(string id, EvidenceSet evidence, Terminal terminal)
    {
        var ids = Of(evidence);
        if (!ids.Contains(id))
        {
            throw new UsageException(terminal.Say(Texts.NoSuchProject, id, Listed(ids, terminal)));
        }
    }
}
