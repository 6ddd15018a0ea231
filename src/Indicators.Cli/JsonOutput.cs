using System.Text.Encodings.Web;
using System.Text.Json;

namespace Indicators.Cli;

/// <summary>How every command writes what <c>--format json</c> asks for.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Json(this Terminal terminal, object value) => terminal.Output.Writer.WriteLine(JsonSerializer.Serialize(value, Options));

    public static string Word(this Severity severity) => severity == Severity.Error ? "error" : "warning";
}
