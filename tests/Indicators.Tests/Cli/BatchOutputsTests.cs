using System.Diagnostics;

namespace Indicators.Tests.Cli;

/// <summary>Where <c>indicators batch</c> may write: a name for a whole file, and nothing that a file would be put in the place of.</summary>
public sealed class BatchOutputsTests : IDisposable
{
    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("--out")]
    [InlineData("--rejects")]
    [InlineData("--across")]
    public async Task A_device_or_a_pipe_is_refused_and_stays(string output)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("Only Linux has both as files.");
        }

        // A link, so that at worst the link would be replaced.
        var (device, pipe) = (Path.Combine(folder.Path, "device"), Path.Combine(folder.Path, "pipe"));
        File.CreateSymbolicLink(device, "/dev/null");
        using (var make = Process.Start("mkfifo", pipe))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        foreach (var path in new[] { device, pipe })
        {
            var run = await Run(output, path);

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains($"“{path}”是设备或管道", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal("/dev/null", new FileInfo(device).LinkTarget);
        Assert.Equal(["device", "pipe"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--rejects")]
    [InlineData("--across")]
    public async Task A_folder_is_refused(string output)
    {
        var run = await Run(output, folder.Path);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"“{folder.Path}”是文件夹", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private Task<CliRun> Run(string output, string path)
    {
        string[] call = ["batch", CliRun.Sample, "--rules", CliRun.Rules, output, path];
        return CliRun.Of(output == "--out" ? call : [.. call, "--out", Path.Combine(folder.Path, "results.csv")]);
    }
}
