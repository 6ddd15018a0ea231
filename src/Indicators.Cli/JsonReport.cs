using Indicators.Contracts;

namespace Indicators.Cli;

/// <summary>One JSON document: an evaluation, or an array of them if the evidence has several projects.</summary>
internal sealed class JsonReport(Terminal terminal, bool several) : IReport
{
    private readonly TextWriter writer = terminal.Output.Writer;
    private bool begun;

    public void Add(Evaluation evaluation)
    {
        writer.Write(!several ? "" : begun ? ",\n" : "[\n");
        writer.Write(EvaluationJson.Write(evaluation, terminal.Language));
        begun = true;
    }

    public void Dispose()
    {
        if (several)
        {
            writer.Write(begun ? "\n]" : "[]");
        }

        if (several || begun)
        {
            writer.WriteLine();
        }
    }
}
