using Indicators.Facts;
using NRules.Diagnostics;

namespace Indicators.NRules;

/// <summary>Turns the events of sessions into trace steps, numbered through.</summary>
internal sealed class SessionTrace(Action<TraceStep> take)
{
    private int number;

    public void Listen(IEventProvider events)
    {
        events.ActivationCreatedEvent += (_, e) => Add(TraceEvent.Matched, e);
        events.ActivationDeletedEvent += (_, e) => Add(TraceEvent.Withdrawn, e);
        events.RuleFiringEvent += (_, e) => Add(TraceEvent.Fired, e);
    }

    private void Add(TraceEvent happened, AgendaEventArgs e)
    {
        var project = e.Facts.Select(f => f.Value).OfType<Fact>().FirstOrDefault()?.Project.Id ?? "";
        take(new TraceStep(Interlocked.Increment(ref number), happened, e.Rule.Name, project));
    }
}
