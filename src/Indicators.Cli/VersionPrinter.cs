using System.CommandLine;
using System.CommandLine.Invocation;
using Indicators.NRules;

namespace Indicators.Cli;

internal sealed class VersionPrinter(Terminal terminal) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        terminal.Output.Line($"indicators {EngineVersion.Text}");
        terminal.Output.Line(NRulesExecutor.IsBuilt ? terminal.Say(Texts.WithNRules, NRulesExecutor.PackageVersion!) : terminal.Say(Texts.WithoutNRules));
        return ExitCode.Fine;
    }
}
