using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>A loaded rule set, or null with the errors that prevent it; warnings may stand beside a rule set.</summary>
public sealed record LoadResult(RuleSet? RuleSet, Diagnostics Problems);

/// <summary>Reads the files of a rule set and reports all their problems at once.</summary>
public sealed class RuleSetLoader
{
    private const string RuleSetFile = "rule-set.yaml";
    private const string EvidenceFile = "evidence.yaml";
    private const string FlagsFile = "flags.yaml";

    private readonly LoadContext context;
    private readonly SortedDictionary<string, YamlValue?> files = new(StringComparer.Ordinal);

    private RuleSetLoader(Diagnostics diagnostics) => context = new LoadContext(diagnostics);

    public static LoadResult LoadDirectory(string directory)
    {
        var problems = new Diagnostics();
        var loader = new RuleSetLoader(problems);
        return new LoadResult(loader.ReadFiles(directory) ? loader.Load(directory) : null, problems);
    }

    private bool ReadFiles(string directory)
    {
        if (!Directory.Exists(directory))
        {
            context.Report(Messages.NoSuchRuleSet, new Place(directory), directory);
            return false;
        }

        var paths = Directory.EnumerateFiles(directory)
            .Where(p => Path.GetExtension(p) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal).ToList();
        if (paths.Count > Limits.RuleFiles)
        {
            context.Report(Messages.TooManyFiles, new Place(directory), paths.Count, Limits.RuleFiles);
            return false;
        }

        foreach (var path in paths)
        {
            files[Path.GetFileName(path)] = ReadFile(path);
        }

        foreach (var required in new[] { RuleSetFile, EvidenceFile }.Where(name => !files.ContainsKey(name)))
        {
            context.Report(Messages.FileMissing, new Place(directory), required);
        }

        return files.ContainsKey(RuleSetFile) && files.ContainsKey(EvidenceFile);
    }

    private YamlValue? ReadFile(string path)
    {
        try
        {
            if (new FileInfo(path).Length is > Limits.RuleFileBytes and var length)
            {
                context.Report(Messages.FileTooLarge, new Place(path), length, Limits.RuleFileBytes);
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

    private RuleSet? Load(string directory)
    {
        var header = context.Map(files[RuleSetFile]) is { } map ? HeaderReader.Read(map) : null;
        var schema = context.Map(files[EvidenceFile]) is { } evidence ? EvidenceSchemaReader.Read(evidence, header?.Period) : null;
        var dimensions = files.Where(f => f.Key is not (RuleSetFile or EvidenceFile or FlagsFile)).Select(f => f.Value).ToList();
        var root = schema is null ? null : TreeReader.Read(dimensions, new Place(directory), context);
        var flags = schema is not null && files.GetValueOrDefault(FlagsFile) is { } yaml && context.Map(yaml) is { } flagMap
            ? FlagsReader.Read(flagMap, header?.Grades)
            : [];
        if (schema is null || root is null)
        {
            return null;
        }

        var program = ProgramBuilder.Build(schema, root, flags, context.Diagnostics);
        return context.Diagnostics.HasErrors || header?.Grades is null ? null : new RuleSet
        {
            Id = header.Id,
            Name = header.Name,
            Authority = header.Authority,
            FiscalYears = header.FiscalYears,
            Period = header.Period,
            Note = header.Note,
            Grades = header.Grades,
            Schema = schema,
            Root = root,
            Flags = flags,
            Program = program,
        };
    }
}
