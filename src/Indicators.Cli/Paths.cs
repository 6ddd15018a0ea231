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
