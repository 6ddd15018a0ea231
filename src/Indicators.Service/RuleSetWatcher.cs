using System.Collections.Immutable;

namespace Indicators.Service;

/// <summary>
/// Looks for edits every second, because not every file system tells of them, and takes them when the files have come to
/// rest: half an edit is none.
/// </summary>
internal sealed partial class RuleSetWatcher(RuleSets ruleSets, ServiceSettings settings, ILogger<RuleSetWatcher> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var taken = ruleSets.Loaded;
        var last = taken;
        using var timer = new PeriodicTimer(settings.WatchEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                var now = Look() ?? last;
                if (now.SequenceEqual(last) && !now.SequenceEqual(taken))
                {
                    taken = now;
                    Reload();
                }

                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }

        ImmutableArray<(string, long, DateTime)>? Look()
        {
            try
            {
                return ruleSets.Stamp();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder went away while it was read: the next look will tell.
                return null;
            }
        }
    }

    private void Reload()
    {
        var before = ruleSets.Current;
        try
        {
            var after = ruleSets.Reload();
            foreach (var entry in after.Entries)
            {
                if (before.Find(entry.Id)?.Version != entry.Version)
                {
                    InForce(entry.Id, entry.Version, entry.Latest.RuleSet.Digest);
                }

                foreach (var problem in entry.Rejected)
                {
                    Rejected(entry.Id, problem.Place.ToString(), problem.Code, problem.Text(Language.Chinese), problem.Text(Language.English));
                }
            }

            foreach (var gone in before.Entries.Where(e => after.Find(e.Id) is null))
            {
                Gone(gone.Id);
            }

            foreach (var problem in after.Problems)
            {
                Unusable(problem.Place.ToString(), problem.Code, problem.Text(Language.Chinese), problem.Text(Language.English));
            }
        }
        catch (Exception e)
        {
            // Files that go away while they are read, or a fault of ours: the service goes on with the rules that it has.
            Unreadable(e.GetType().Name, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{RuleSet}: version {Version} is in force, {Digest}")]
    private partial void InForce(string ruleSet, long version, string digest);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RuleSet}: the edit is not used, the rules before it stay in force. {Place}: {Code}: {Zh} / {En}")]
    private partial void Rejected(string ruleSet, string place, string code, string zh, string en);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RuleSet} is gone from the folder, and no longer scored with")]
    private partial void Gone(string ruleSet);

    [LoggerMessage(Level = LogLevel.Error, Message = "A new rule set cannot be used. {Place}: {Code}: {Zh} / {En}")]
    private partial void Unusable(string place, string code, string zh, string en);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rule files cannot be read, the rules before stay in force. {Exception}: {Reason}")]
    private partial void Unreadable(string exception, string reason);
}
