using Google.Protobuf;

namespace Indicators.Contracts;

/// <summary>The JSON mapping of the wire's Evaluation, as <c>--format json</c> prints it.</summary>
public static class EvaluationJson
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithIndentation());

    public static string Write(Evaluation evaluation, Language language) => Formatter.Format(evaluation.ToProto(language));
}
