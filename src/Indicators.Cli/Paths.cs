namespace Indicators.Cli;

/// <summary>A path that does not exist is a slip of the fingers, not a problem of the data.</summary>
internal static class Paths
{
    public static void RequireAny(string path, Terminal terminal)
    {
        if (!Path.Exists(path))
        {
            throw new UsageException(terminal.Say(Texts.NoSuchPath, path));
        }
    }

    public static void RequireDirectory(string path, Terminal terminal)
    {
        RequireAny(path, terminal);
        if (!Directory.Exists(path))
        {
            throw new UsageException(terminal.Say(Texts.NotADirectory, path));
        }
    }

    /// <summary>A folder to write: one that is not there yet, or has nothing in it.</summary>
    public static void RequireEmpty(string folder, Terminal terminal)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UsageException(terminal.Say(Texts.NotEmpty, folder));
        }
    }

    /// <summary>A file to write in the end under its name, which may have one already: neither a folder nor a device nor a pipe, in whose place it would be put.</summary>
    public static void RequireOrdinary(string path, Terminal terminal)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException(terminal.Say(Texts.OutIsFolder, path));
        }

        if (File.Exists(path) && (IsOfSystem(path) || IsPipe(path)))
        {
            throw new UsageException(terminal.Say(Texts.OutIsDevice, path));
        }
    }

    /// <summary>Memory that looks like a folder of files is beside the devices.</summary>
    private static bool IsOfSystem(string path)
    {
        var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        string[] system = ["/dev/", "/proc/", "/sys/", @"\\.\"];
        return system.Any(s => real.StartsWith(s, StringComparison.Ordinal)) && !real.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }

    /// <summary>Opened for reading as well, a pipe does not wait for its other end.</summary>
    private static bool IsPipe(string path)
    {
        try
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return !file.CanSeek;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Two folders are easily given the wrong way round.</summary>
    public static void RequireRules(string rules, string evidence, Terminal terminal)
    {
        const string header = "rule-set.yaml";
        if (!File.Exists(Path.Combine(rules, header)) && File.Exists(Path.Combine(evidence, header)))
        {
            throw new UsageException(terminal.Say(Texts.Swapped, evidence, rules));
        }
    }
}
