using System.Text.RegularExpressions;
using Indicators.Feel;

namespace Indicators.Tests.Feel;

/// <summary>
/// The public conformance cases of FEEL, where they lie beside the clone: somebody else's data, so it is not in the
/// repository. What differs on purpose is listed here and in docs/feel.md, and the two lists are the same.
/// </summary>
public sealed partial class ConformanceTests
{
    private static readonly string CasesFile = Path.Combine(Repository.Root, "..", "shared", "feel", "cases.tsv");

    /// <summary>A topic, or a pattern of the expression, to the reason.</summary>
    private static readonly (string Topic, string Pattern, string Reason)[] KnownDifferences =
    [
        ("0070-feel-instance-of", @"^(256 instance of t255|.*b: ""bar"".* instance of t_context_013|.* instance of tAnyList)$", "types of a decision model"),
        ("1148-feel-now-function", @"\bnow\(\)", "no clock"),
        ("1149-feel-today-function", @"\btoday\(\)", "no clock"),
    ];

    [Fact]
    public void Every_case_gives_what_the_standard_says_but_for_the_known_differences()
    {
        Assert.SkipUnless(File.Exists(CasesFile), "shared/feel/cases.tsv is not beside the clone.");
        var failures = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(CasesFile).Skip(1))
        {
            var (topic, name, expression, expected) = line.Split('\t') is [var t, var n, var e, var x] ? (t, n, e, x) : throw new FormatException(line);
            count++;
            var found = Evaluate(expression);
            var known = KnownDifferences.Any(k => k.Topic == topic && Regex.IsMatch(expression, k.Pattern));
            if (IsSame(found, Evaluate(expected)) == known)
            {
                failures.Add($"{topic} {name}: {expression} => {found}, {(known ? "listed as different but it passes" : "expected " + expected)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {count}:\n{string.Join('\n', failures)}");
        Assert.True(count > 1000, "the file is cut off");
    }

    [Fact]
    public void The_documentation_lists_the_known_differences()
    {
        var page = File.ReadAllText(Repository.Path("docs", "feel.md"));
        Assert.All(KnownDifferences, k => Assert.Contains(k.Topic, page, StringComparison.Ordinal));
        var listed = page.Split('\n').Select(l => TopicPattern().Match(l)).Where(m => m.Success).Select(m => m.Value).Distinct();
        Assert.Equal(KnownDifferences.Select(k => k.Topic).Distinct().Order(), listed.Order());
    }

    private static Value Evaluate(string expression)
    {
        var root = Parser.ParseExpression(new Source(expression, new Place("case")), []);
        return root is null ? Value.Null : Evaluator.Evaluate(root, new Scope());
    }

    /// <summary>Equal as the suite sees it: numbers to eight decimals, times with their zones.</summary>
    private static bool IsSame(Value found, Value expected) => (found, expected) switch
    {
        (Value.Missing, Value.Missing) => true,
        (Value.Number a, Value.Number b) => Fraction.Abs(a.Amount - b.Amount) <= new Fraction(1, 100_000_000),
        (Value.List a, Value.List b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(p => IsSame(p.First, p.Second)),
        (Value.Context a, Value.Context b) => a.Keys.Order().SequenceEqual(b.Keys.Order()) && a.Keys.All(k => IsSame(a.Members[k], b.Members[k])),
        // A zero duration is written for either kind.
        (Value.DayTimeDuration or Value.YearMonthDuration, Value.DayTimeDuration or Value.YearMonthDuration) when found.GetType() == expected.GetType() =>
            Value.AreEqual(found, expected) == true,
        (Value.Time or Value.DateTime, Value.Time or Value.DateTime) => found == expected,
        _ => found.GetType() == expected.GetType() && found.ToString() == expected.ToString(),
    };

    [GeneratedRegex(@"\b\d{4}-feel-[a-z-]+\b")]
    private static partial Regex TopicPattern();
}
