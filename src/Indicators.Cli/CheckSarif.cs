using System.Text.RegularExpressions;

namespace Indicators.Cli;

/// <summary>The result of <c>indicators check --format sarif</c>: SARIF 2.1.0, one run over all folders; accepted warnings are suppressed results.</summary>
internal static partial class CheckSarif
{
    public static void Write(IReadOnlyCollection<CheckedRuleSet> found, Terminal terminal)
    {
        var results = found.SelectMany(f => f.Problems.Select(p => (Problem: p, Reason: (string?)null)).Concat(f.Analysis.Accepted.Select(a => (a.Problem, Reason: (string?)a.By.Reason)))).ToList();
        var messages = results.Select(r => r.Problem.Message).Distinct().ToList();
        terminal.Json(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new
                    {
                        driver = new
                        {
                            name = "indicators",
                            version = EngineVersion.Text,
                            rules = messages.Select(m => new { id = m.Code, defaultConfiguration = new { level = m.Severity.Word() }, shortDescription = new { text = Blank().Replace(m.Text.In(terminal.Language), "…") } }),
                        },
                    },
                    results = results.Select(r => Result(r.Problem, r.Reason, messages.IndexOf(r.Problem.Message), terminal)),
                },
            },
        });
    }

    private static Dictionary<string, object> Result(Diagnostic problem, string? reason, int rule, Terminal terminal)
    {
        var location = new Dictionary<string, object>
        {
            ["artifactLocation"] = new { uri = Uri(problem.Place.File) },
        };
        if (problem.Place.Line > 0)
        {
            location["region"] = new { startLine = problem.Place.Line, startColumn = Math.Max(1, problem.Place.Column) };
        }

        var result = new Dictionary<string, object>
        {
            ["ruleId"] = problem.Code,
            ["ruleIndex"] = rule,
            ["level"] = problem.Severity.Word(),
            ["message"] = new { text = $"{problem.Text(terminal.Language)}\n{problem.Remedy(terminal.Language)}" },
            ["locations"] = new[] { new { physicalLocation = location } },
        };
        if (!problem.Fixes.IsEmpty)
        {
            result["fixes"] = new[] { new { artifactChanges = problem.Fixes.GroupBy(f => f.Place.File).Select(Change) } };
        }

        if (reason is not null)
        {
            result["suppressions"] = new[] { new { kind = "inSource", justification = reason } };
        }

        return result;
    }

    private static object Change(IGrouping<string, Fix> file) => new
    {
        artifactLocation = new { uri = Uri(file.Key) },
        replacements = file.Select(f => new
        {
            deletedRegion = new { startLine = f.Place.Line, startColumn = f.Place.Column, endColumn = f.Place.Column + f.Length },
            insertedContent = new { text = f.Text },
        }),
    };

    private static string Uri(string file) => file.Replace('\\', '/');

    /// <summary>What a text leaves to be filled in.</summary>
    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Blank();
}
