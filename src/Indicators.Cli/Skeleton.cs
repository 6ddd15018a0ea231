using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Indicators.Cli;

/// <summary>The files of a new rule set, from <c>New/zh</c> or <c>New/en</c>, each with a first line that tells an editor its schema.</summary>
internal sealed class Skeleton(string directory, Language language)
{
    private const string OwnSchemas = ".schema";
    private const string First = "rule-set.yaml";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Assembly assembly = typeof(Skeleton).Assembly;
    private readonly string root = Path.GetFullPath(directory);

    /// <summary>The names of what was written, files and then folders.</summary>
    public ImmutableArray<string> Write()
    {
        var shared = SharedSchemas();
        var schemas = shared ?? Path.Combine(root, OwnSchemas);
        var names = Names().ToImmutableArray();
        foreach (var name in names)
        {
            var path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, ModeLine(name, path, schemas) + Text(name));
        }

        if (shared is not null)
        {
            return names;
        }

        SchemaCommand.Write(schemas);
        return names.Add(OwnSchemas + Path.DirectorySeparatorChar);
    }

    /// <summary>rule-set.yaml first, as a reader would begin; cases last.</summary>
    private IEnumerable<string> Names() => assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .Select(n => n[Folder.Length..])
        .OrderBy(n => n.Contains('/')).ThenBy(n => n != First).ThenBy(n => n, StringComparer.Ordinal);

    private string Folder => language == Language.Chinese ? "zh/" : "en/";

    private string Text(string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(Folder + name)!);
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace("{id}", JsonSerializer.Serialize(id, Quoting));
    }

    private static string ModeLine(string name, string path, string schemas)
    {
        var kind = name switch
        {
            First or "evidence.yaml" or "flags.yaml" => Path.GetFileNameWithoutExtension(name),
            _ => name.Contains('/') ? "case" : "dimension",
        };
        var relative = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(schemas, $"{kind}.schema.json")).Replace('\\', '/');
        return $"# yaml-language-server: $schema={relative}\n";
    }

    /// <summary>docs/schema of a repository around the new folder; null where there is none.</summary>
    private string? SharedSchemas()
    {
        for (var folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var schemas = Path.Combine(folder, "docs", "schema");
            if (File.Exists(Path.Combine(schemas, "rule-set.schema.json")))
            {
                return schemas;
            }
        }

        return null;
    }
}
