using Indicators.Cli;

namespace Indicators.Tests;

/// <summary>One run of the command inside the test's process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static readonly string Rules = Repository.Path("rules", "kunming-2017");
    public static readonly string Sample = Repository.Path("samples", "kunming-2017");

    public IEnumerable<string> Lines => Output.ReplaceLineEndings("\n").Split('\n');

    public string[] ErrorLines => Error.ReplaceLineEndings("\n").Split('\n');

    public static async Task<CliRun> Of(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Run(args, output, error);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The sample scored with these further options; it must have no problems.</summary>
    public static async Task<CliRun> Scored(params string[] options)
    {
        var run = await Of(["score", Sample, "--rules", Rules, .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run;
    }
}
