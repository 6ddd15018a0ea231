using YamlDotNet.Core;

namespace Indicators.Tests.Schema;

/// <summary>Which mistakes an editor shows while one types: of every message, whether a schema can see it, and why not.</summary>
public sealed class SchemaVisibilityTests
{
    private const string Seen = """
        band-without-outcome by-year-not-alone cap-needs-red-line case-expects-nothing computed-as-field each-point-without-points
        each-without-method expected-amount expected-budget-range expected-days expected-digest expected-level-range expected-list expected-map expected-number
        expected-option-share expected-period expected-places expected-slope expected-text expected-word expected-year extends-not-name file-empty
        invalid-name minimum-without-options missing-key peers-direction peers-need-method peers-range-nested peers-rank-given published-grade
        points-empty remove-without-extends slope-needs-steps two-methods two-weights unit-column-not-allowed unit-not-allowed
        unknown-format unknown-key unknown-library-flag unknown-money-unit unknown-type value-missing value-unused value-without-method
        weight-zero yaml-too-deep not-a-dimension
        """;

    private static readonly (string Why, string Codes)[] Unseen =
    [
        ("it takes the names of the whole set", """
            accept-not-warning consequence-grade case-table-without-key case-unknown-path code-not-leaf code-not-literal deduction-needs-defects duplicate-code duplicate-name group-amount-not-number group-name-taken group-not-text population-not-same each-judged each-not-rows
            left-open level-name-taken missing-outside nested-methods-limit not-a-survey peers-nested peers-score portfolio-missing
            steps-missing unknown-code unknown-grade unknown-method unknown-name value-not-number
            """),
        ("it stands inside an expression", """
            bad-at-literal brace-unclosed circular duplicate-member expected-token exponent-too-large expression-limit expression-too-deep
            expression-too-long formula-unit grade-not-constant group-name-unknown group-reads-code no-clock not-a-function range-not-fixed reconcile-not-equation slope-unit
            no-such-column two-values type-mismatch unclosed-text unexpected-token units-differ unknown-character unknown-feel-type unknown-function
            unknown-parameter wrong-argument-count
            """),
        ("it takes arithmetic or an order", """
            condition-always threshold-unreachable threshold-without-percent not-monotone reverse-unneeded weights-results weight-satisfaction weight-concentrated
            unused-evidence denominator-differs null-compared accept-unused amount-too-large band-unreachable bands-gap by-year-basis-unused by-year-none by-year-without-years closed-year-unknown
            expected-day linear-flat period-reversed rest-missing rest-not-last share-missing share-unused shares-sum
            survey-needs-key survey-without-option-column table-key-blank too-many-digits weight-places weights-sum
            """),
        ("it takes the base or the years", """
            closed-year-changed duplicate-rule-set extends-circle extends-fixed extends-moved extends-own extends-too-long extends-unknown
            duplicate-dimension framework-unscored no-dimension remove-absent remove-unknown rule-set-without-years year-unknown
            """),
        ("the YAML parser of an editor says it, or none reads it", """
            duplicate-key rule-file-not-utf8 yaml-list-comma yaml-anchor yaml-bare-greater yaml-colon-space yaml-dash-space yaml-full-width-comma yaml-flow-bracket yaml-full-width-colon yaml-key-not-text
            yaml-second-document yaml-syntax yaml-tab yaml-tag
            """),
        ("it is about files as a whole, or about running", """
            case-failed case-no-evidence case-which-project file-missing file-too-large file-unreadable no-such-rule-set nrules-absent rule-failed
            checkpoint-stale file-changed gzip-damaged read-failed same-file-twice write-failed symbolic-link too-many-files unit-not-sent unknown-executor
            """),
        ("it is in the evidence", """
            bad-date bad-number bad-share bad-target bad-yes-no csv-empty defect-without-deduction duplicate-finding duplicate-column duplicate-project
            duplicate-row duplicate-value finding-amount-outside finding-has-points finding-needs-amount finding-needs-level
            finding-not-judged finding-outside-level finding-too-high finding-unknown-code findings-contradict malformed-row missing-column
            missing-state-unknown money-without-unit nul-byte no-project no-such-evidence number-not-plain out-of-range partial-not-allowed
            percent-without-sign project-id-missing record-too-long required-missing target-not-number too-few-cells too-many-cells
            unclosed-quote unknown-class unknown-option column-misspelt unknown-column unknown-conclusion unknown-encoding unknown-field unknown-project unknown-table
            unused-file wrong-kind wrong-unit
            """),
    ];

    /// <summary>Those whose fixture is no file.</summary>
    private static readonly Dictionary<string, (string Schema, string File)> InPlace = new()
    {
        ["case-expects-nothing"] = ("case.schema.json", "名称: 甲\n改: {已验收: 是}"),
        ["published-grade"] = ("case.schema.json", "名称: 甲\n公布: {等级: 良}"),
    };

    public static TheoryData<string> SeenCodes => [.. Split(Seen)];

    public static TheoryData<string> UnseenCodes => [.. Unseen.SelectMany(u => Split(u.Codes))];

    [Fact]
    public void Of_every_message_it_is_said_whether_a_schema_sees_it()
    {
        var said = Split(Seen).Concat(Unseen.SelectMany(u => Split(u.Codes))).ToList();
        Assert.Equal(said.Distinct().Count(), said.Count);
        Assert.Empty(Messages.All.Select(m => m.Code).Except(said));
        Assert.Empty(said.Except(Messages.All.Select(m => m.Code)));
    }

    [Theory]
    [MemberData(nameof(SeenCodes))]
    public void A_mistake_that_a_schema_can_see_is_refused(string code)
    {
        Assert.True(InPlace.TryGetValue(code, out var written)
            ? Schemas.Errors(written.Schema, EditorYaml.Read(written.File)).Count > 0
            : Files(code).Any(f => Schemas.Errors(f.Schema, EditorYaml.Read(File.ReadAllText(f.Path))).Count > 0));
    }

    /// <summary>So that the list does not hide what could be seen.</summary>
    [Theory]
    [MemberData(nameof(UnseenCodes))]
    public void A_mistake_that_a_schema_cannot_see_passes(string code)
    {
        foreach (var (schema, path) in Files(code))
        {
            try
            {
                Assert.Empty(Schemas.Errors(schema, EditorYaml.Read(File.ReadAllText(path))));
            }
            catch (Exception e) when (e is YamlException or InvalidCastException or ArgumentException)
            {
                // No schema is asked about what does not parse.
                Assert.Contains(code, Unseen.Single(u => u.Why.StartsWith("the YAML parser", StringComparison.Ordinal)).Codes);
            }
        }
    }

    private static IEnumerable<(string Schema, string Path)> Files(string code)
    {
        var folder = Repository.Path("tests", "Indicators.Tests", "Problems", code);
        var based = Path.Combine(folder, "base");
        var own = Directory.EnumerateFiles(folder, "*.yaml").Select(p => (Schemas.NameFor(p, Directory.Exists(based)), p));
        return Directory.Exists(based) ? own.Concat(Directory.EnumerateFiles(based, "*.yaml").Select(p => (Schemas.NameFor(p, extension: false), p))) : own;
    }

    private static string[] Split(string codes) => codes.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
