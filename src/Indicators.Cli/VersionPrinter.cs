using System.CommandLine;
using System.CommandLine.Invocation;

namespace Indicators.Cli;

internal sealed class VersionPrinter(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Output.Line($"indicators {CommandLine.Version}");
        return ExitCode.Fine;
    }
}
