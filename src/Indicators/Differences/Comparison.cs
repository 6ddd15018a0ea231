using System.Collections.Immutable;
using System.Globalization;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>
/// What changed from one rule set to another, in the words of the regulation. The rules are compared as they are written, base
/// and extension laid together, in one spelling, so that language, order of keys and layout never show. Rules with the same
/// digest differ in nothing but notes, and no others do.
/// </summary>
public static class Comparison
{
    private static readonly Bilingual HeaderSection = new("指标体系", "Rule set");
    private static readonly Bilingual EvidenceSection = new("数据", "Evidence");
    private static readonly Bilingual DigestPart = new("规则摘要", "digest");

    /// <summary>The keys that say where rules come from; what they do shows in the rules.</summary>
    private static readonly Bilingual[] Sources = [Keys.Extends, Keys.Remove];

    /// <summary>Rules of the header that are not its own business.</summary>
    private static readonly ImmutableDictionary<string, DifferenceKind> HeaderKinds = new Dictionary<Bilingual, DifferenceKind>
    {
        [Keys.Grades] = DifferenceKind.Grades,
        [Keys.Note] = DifferenceKind.Note,
        [Keys.Beside] = DifferenceKind.Note,
        [Keys.FiscalYears] = DifferenceKind.Note,
        [Keys.Closed] = DifferenceKind.Note,
        [Keys.Accept] = DifferenceKind.Note,
        [Keys.Steps] = DifferenceKind.Setting,
        [Keys.Missing] = DifferenceKind.Setting,
        [Keys.Round] = DifferenceKind.Setting,
        [Keys.Partial] = DifferenceKind.Setting,
        [Keys.ExcludeTo] = DifferenceKind.Setting,
    }.ToImmutableDictionary(k => k.Key.Zh, k => k.Value);

    /// <exception cref="ArgumentException">One of them has errors for which its rules cannot be laid together.</exception>
    public static ImmutableArray<Difference> Between(LoadResult before, LoadResult after)
    {
        if (before.Written is not { } one || after.Written is not { } other)
        {
            throw new ArgumentException("Rules with errors cannot be compared.");
        }

        return Between(one, other);
    }

    /// <summary>The edits in the rules of some nodes and of all below them.</summary>
    public static IEnumerable<Difference> In(this IEnumerable<Difference> edits, IEnumerable<Node> nodes)
    {
        var codes = nodes.SelectMany(n => n.All).Select(n => n.Code).ToHashSet();
        return edits.Where(e => codes.Contains(e.Subject.Code));
    }

    /// <summary>The same of rule sets that are loaded.</summary>
    public static ImmutableArray<Difference> Between(RuleSet before, RuleSet after) => Between(
        new WrittenRules(before.Written, before.Year, before.Digest, before.Root), new WrittenRules(after.Written, after.Year, after.Digest, after.Root));

    private static ImmutableArray<Difference> Between(WrittenRules one, WrittenRules other)
    {
        ImmutableArray<Difference> all =
        [
            .. Header(one, other),
            .. new TreeComparison(one, other).All(),
            .. Evidence(one.Files, other.Files),
            .. Flags(one.Files, other.Files),
        ];
        return one.Digest == other.Digest || all.Any(d => d.Kind != DifferenceKind.Note) ? all
            : all.Add(new Difference(DifferenceKind.Writing, new Subject(HeaderSection, "", ""), DigestPart, WrittenText.Same(one.Digest), WrittenText.Same(other.Digest), one.Files.Folder, other.Files.Folder));
    }

    private static IEnumerable<Difference> Header(WrittenRules one, WrittenRules other)
    {
        var about = new Subject(HeaderSection, "", "");
        if (one.Year != other.Year)
        {
            yield return new Difference(DifferenceKind.Header, about, Keys.CaseYear, Year(one), Year(other), one.Files.Header?.Place, other.Files.Header?.Place);
        }

        foreach (var change in Change.Between(Canonical.Of(one.Files.HeaderMap?.Without(Sources)), Canonical.Of(other.Files.HeaderMap?.Without(Sources)), [], ""))
        {
            var key = change.Path.IsEmpty ? "" : change.Path[0].Zh;
            yield return key == Keys.Methods.Zh
                ? change.As(change.OnlyNumbers ? DifferenceKind.Threshold : DifferenceKind.Method, about)
                : change.As(HeaderKinds.GetValueOrDefault(key, DifferenceKind.Header), about);
        }
    }

    private static Phrase? Year(WrittenRules rules) => rules.Year is { } year ? WrittenText.Same(year.ToString(CultureInfo.InvariantCulture)) : null;

    private static IEnumerable<Difference> Evidence(RuleFiles one, RuleFiles other) =>
        Change.Between(Canonical.Of(one.Evidence) ?? Nothing, Canonical.Of(other.Evidence) ?? Nothing, [], "").SelectMany(OfFields);

    /// <summary>One field, table or computed value at a time, also where all of a kind came or went.</summary>
    private static IEnumerable<Difference> OfFields(Change change) => change switch
    {
        { Path: [var kind], Before: null or YamlMap, After: null or YamlMap } =>
            Change.Between(change.Before ?? Nothing, change.After ?? Nothing, change.Path, kind.Zh).Where(c => c.Path.Length > 1).SelectMany(OfFields),
        { Path: [var kind, var name, ..] } => [change.As(DifferenceKind.Evidence, new Subject(EvidenceSection, name.Zh, "")) with { Part = (change with { Path = [kind, .. change.Path.Skip(2)] }).Part }],
        _ => [change.As(DifferenceKind.Evidence, new Subject(EvidenceSection, "", ""))],
    };

    private static IEnumerable<Difference> Flags(RuleFiles one, RuleFiles other)
    {
        var (before, after) = (Canonical.Of(one.Flags) as YamlMap, Canonical.Of(other.Flags) as YamlMap);
        return new ListComparison(Keys.Flags, index => $"{index + 1}").Between(before, after)
            .Concat(new ListComparison(Keys.Reconcile, ReconcileReader.CodeOf).Between(before, after))
            .Concat(new ListComparison(Keys.Across, index => $"{index + 1}").Between(before, after));
    }

    private static YamlMap Nothing { get; } = new([], new Place(""));
}
