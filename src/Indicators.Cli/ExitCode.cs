namespace Indicators.Cli;

/// <summary>What the command tells the script that called it.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>The rules or the evidence have errors; what could be scored is printed all the same.</summary>
    public const int Problems = 1;

    /// <summary>The command was called wrongly.</summary>
    public const int Usage = 2;

    /// <summary>A bug of ours.</summary>
    public const int Failure = 3;
}
