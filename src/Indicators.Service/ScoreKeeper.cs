using System.Data.Common;
using Grpc.Core;
using Indicators.Archive;

namespace Indicators.Service;

/// <summary>Keeps what is scored in the archive that the service was given, before it is answered; without one it keeps nothing.</summary>
/// <param name="address">Of the archive; empty for none.</param>
public sealed class ScoreKeeper(string address) : IDisposable
{
    private readonly Lock writing = new();
    private EvaluationArchive? writer = address.Length == 0 ? null : EvaluationArchive.Open(address, creates: true);

    public bool Keeps => address.Length > 0;

    /// <summary>A connection of its own for a reader; null where nothing is kept.</summary>
    public EvaluationArchive? Open() => Keeps ? EvaluationArchive.Open(address, creates: false) : null;

    /// <summary>Keeps those that have scores, all or none.</summary>
    /// <param name="ruleSet">By which they were scored.</param>
    /// <param name="scored">As they were sent, and what they came to.</param>
    /// <param name="context">Says who asked.</param>
    public void Keep(RuleSet ruleSet, IEnumerable<(V1.Project Project, V1.ProjectScores? Scores)> scored, ServerCallContext context)
    {
        if (!Keeps)
        {
            return;
        }

        var keptBy = Caller(context);
        var evaluations = scored.Where(s => s.Scores is not null).Select(s => Replay.Kept(ruleSet, s.Project, s.Scores!, keptBy)).ToList();
        if (evaluations.Count > 0)
        {
            lock (writing)
            {
                Append(evaluations);
            }
        }
    }

    /// <summary>A connection that failed, because the database was away for a while say, is not used again.</summary>
    private void Append(List<Evaluated> evaluations)
    {
        writer ??= EvaluationArchive.Open(address, creates: true);
        try
        {
            writer.Append(evaluations, DateTimeOffset.UtcNow);
        }
        catch (DbException)
        {
            writer.Dispose();
            writer = null;
            throw;
        }
    }

    public void Dispose() => writer?.Dispose();

    /// <summary>A certificate says who somebody is; without one a caller may say it.</summary>
    private static string Caller(ServerCallContext context) =>
        context.GetHttpContext().Connection.ClientCertificate?.Subject ?? context.RequestHeaders.GetValue("kept-by") ?? "";
}
