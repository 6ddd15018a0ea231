using Indicators.Loading;

namespace Indicators.Service;

/// <summary>The files of a rule set from a request, beside those that the server has: in a folder that goes when it is done with.</summary>
internal sealed class SentRules : IDisposable
{
    private const string Name = "sent";

    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("indicators-");

    public string Path => System.IO.Path.Combine(parent.FullName, Name);

    /// <param name="files">The files.</param>
    /// <param name="rules">The folder whose rule sets they may extend.</param>
    /// <param name="language">Of errors.</param>
    public static SentRules Write(IReadOnlyList<V1.RuleFile> files, string rules, Language language)
    {
        var bad = files.FirstOrDefault(f => !IsBelow(f.Path) || files.Count(o => o.Path == f.Path) > 1);
        if (bad is not null || files.Count > Limits.RuleFiles)
        {
            throw RpcErrors.Error(ErrorReason.RuleFileInvalid, language, bad?.Path ?? "", Limits.RuleFiles);
        }

        var sent = new SentRules();
        try
        {
            Copy(rules, sent.parent.FullName);
            Directory.CreateDirectory(sent.Path);
            foreach (var file in files)
            {
                var path = System.IO.Path.Combine(sent.Path, file.Path);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }

            return sent;
        }
        catch
        {
            sent.Dispose();
            throw;
        }
    }

    /// <summary>The problem with the path that was sent.</summary>
    public Diagnostic Sent(Diagnostic problem) =>
        problem with { Place = problem.Place with { File = problem.Place.File.StartsWith(Path, StringComparison.Ordinal) ? problem.Place.File[Path.Length..].TrimStart('/', '\\') : problem.Place.File } };

    public void Dispose() => parent.Delete(recursive: true);

    /// <summary>No deeper than the evidence of cases, of plain names.</summary>
    private static bool IsBelow(string path) =>
        path.Split('/') is { Length: <= 3 } names && names.All(n => n.Length is > 0 and < 100 && !n.StartsWith('.') && n.IndexOfAny(System.IO.Path.GetInvalidFileNameChars()) < 0 && !n.Contains('\\'));

    private static void Copy(string from, string to)
    {
        foreach (var folder in RuleSetFolder.Below(from).Where(d => System.IO.Path.GetFileName(d) != Name))
        {
            var copy = Directory.CreateDirectory(System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Copy(file, System.IO.Path.Combine(copy.FullName, System.IO.Path.GetFileName(file)));
            }
        }
    }
}
