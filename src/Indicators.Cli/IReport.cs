namespace Indicators.Cli;

/// <summary>Receives the evaluations one by one, so that a large portfolio is never held whole; ends when disposed.</summary>
internal interface IReport : IDisposable
{
    void Add(Evaluation evaluation);
}
