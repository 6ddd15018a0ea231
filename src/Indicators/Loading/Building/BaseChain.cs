using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>
/// Follows 继承 from a rule set to its first base. A base is named, never a path: it is a folder beside the one that
/// names it.
/// </summary>
internal static class BaseChain
{
    /// <summary>The rule set first, its bases after it; null after reporting why they cannot be read.</summary>
    public static ImmutableArray<RuleFiles>? Read(string directory, LoadContext context)
    {
        var chain = ImmutableArray.CreateBuilder<RuleFiles>();
        var names = new List<string>();
        var next = directory;
        while (RuleFolder.Read(next, context) is { } files)
        {
            chain.Add(files);
            names.Add(NameOf(next));
            if (chain.Count > 1 && context.Map(files.Header) is null)
            {
                return null;
            }

            if (files.HeaderMap?.Find(Keys.Extends) is not { } extends)
            {
                if (files.HeaderMap?.Find(Keys.Remove) is { } remove)
                {
                    context.Report(Messages.RemoveWithoutExtends, remove.Key.Place);
                }

                return chain.ToImmutable();
            }

            if (context.Text(extends.Value) is not { } name || Base(next, name, names, context) is not { } found)
            {
                return null;
            }

            next = found;
        }

        return null;
    }

    private static string? Base(string directory, YamlText name, List<string> names, LoadContext context)
    {
        if (!IsName(name.Content))
        {
            context.Report(Messages.ExtendsNotName, name.Place, name.Content);
            return null;
        }

        if (names.IndexOf(name.Content) is >= 0 and var start)
        {
            context.Report(Messages.ExtendsCircle, name.Place, string.Join(" → ", names.Skip(start).Append(name.Content)));
            return null;
        }

        if (names.Count == Limits.ExtendsChain)
        {
            context.Report(Messages.ExtendsTooLong, name.Place, Limits.ExtendsChain, string.Join(" → ", names.Append(name.Content)));
            return null;
        }

        var parent = Parent(directory);
        var found = Path.Combine(parent, name.Content);
        if (Directory.Exists(found))
        {
            return found;
        }

        var siblings = Directory.EnumerateDirectories(parent.Length == 0 ? "." : parent)
            .Where(d => File.Exists(Path.Combine(d, RuleFolder.RuleSetFile))).Select(NameOf);
        context.Report(Messages.ExtendsUnknown, name.Place, name.Content, DidYouMean.Hint(name.Content, siblings), found);
        return null;
    }

    /// <summary>No separator of any system, no drive or stream, nothing hidden, and so neither <c>.</c> nor <c>..</c>.</summary>
    internal static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.' && name.Trim() == name && !name.Any(c => c is '/' or '\\' or ':' || char.IsControl(c));

    private static string NameOf(string directory) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));

    /// <summary>As the user wrote it where that is possible, because messages show it.</summary>
    private static string Parent(string directory)
    {
        var trimmed = Path.TrimEndingDirectorySeparator(directory);
        return Path.GetFileName(trimmed) is "." or ".."
            ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))) ?? trimmed
            : Path.GetDirectoryName(trimmed) ?? trimmed;
    }
}
