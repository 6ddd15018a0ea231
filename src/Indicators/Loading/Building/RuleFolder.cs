using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// Reads the files of one folder. Symbolic links are refused, so that a rule set from a stranger reads nothing outside
/// its own folder and its siblings.
/// </summary>
internal static class RuleFolder
{
    public const string RuleSetFile = "rule-set.yaml";
    private const string EvidenceFile = "evidence.yaml";
    private const string FlagsFile = "flags.yaml";

    /// <summary>Null after reporting why the folder is not a rule set at all.</summary>
    public static RuleFiles? Read(string directory, LoadContext context)
    {
        var folder = new Place(directory);
        if (!Directory.Exists(directory))
        {
            context.Report(Messages.NoSuchRuleSet, folder, directory);
            return null;
        }

        if (IsLink(new DirectoryInfo(Path.TrimEndingDirectorySeparator(directory)), context))
        {
            return null;
        }

        var paths = Directory.EnumerateFiles(directory)
            .Where(p => Path.GetExtension(p) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal).ToList();
        if (paths.Count > Limits.RuleFiles)
        {
            context.Report(Messages.TooManyFiles, folder, paths.Count, Limits.RuleFiles);
            return null;
        }

        var files = paths.ToDictionary(p => Path.GetFileName(p), p => ReadFile(p, context));
        var header = files.GetValueOrDefault(RuleSetFile);
        // An extension may do without evidence of its own.
        var required = header is YamlMap map && map.Find(Keys.Extends) is not null ? [RuleSetFile] : new[] { RuleSetFile, EvidenceFile };
        var missing = required.Where(name => !files.ContainsKey(name)).ToList();
        foreach (var name in missing)
        {
            context.Report(Messages.FileMissing, folder, name);
        }

        return missing.Count > 0 ? null : new RuleFiles(
            directory,
            header,
            files.GetValueOrDefault(EvidenceFile),
            files.GetValueOrDefault(FlagsFile),
            [.. files.Where(f => f.Key is not (RuleSetFile or EvidenceFile or FlagsFile)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Dimension(f.Value, context))]);
    }

    /// <summary>What has no key of a dimension, not even a misspelt one, is another file; null after saying so.</summary>
    private static YamlValue? Dimension(YamlValue? yaml, LoadContext context)
    {
        string[] keys = [Keys.Dimension.Zh, Keys.Dimension.En, Keys.Criteria.Zh, Keys.Criteria.En];
        if (yaml is null or YamlText || (yaml is YamlMap map && map.Entries.Any(e => keys.Any(k => k.Equals(e.Key.Content, StringComparison.OrdinalIgnoreCase) || DidYouMean.IsSlip(e.Key.Content, k)))))
        {
            return yaml;
        }

        context.Report(Messages.NotADimension, new Place(yaml.Place.File));
        return null;
    }

    public static YamlValue? ReadFile(string path, LoadContext context)
    {
        var file = new FileInfo(path);
        if (IsLink(file, context))
        {
            return null;
        }

        try
        {
            if (file.Length > Limits.RuleFileBytes)
            {
                context.Report(Messages.FileTooLarge, new Place(path), file.Length, Limits.RuleFileBytes);
                return null;
            }

            return YamlReader.Read(path, File.ReadAllBytes(path), context.Diagnostics);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Report(Messages.FileUnreadable, new Place(path));
            return null;
        }
    }

    private static bool IsLink(FileSystemInfo entry, LoadContext context)
    {
        if (entry.LinkTarget is null)
        {
            return false;
        }

        context.Report(Messages.SymbolicLink, new Place(entry.ToString()), entry.Name);
        return true;
    }
}
