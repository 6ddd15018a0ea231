using System.Collections.Immutable;

namespace Indicators.Tests.Shapes;

/// <summary>A way of scoring that regulations use: their words, the node as YAML, and what evidence earns.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Regulation">Where it is published and what it says, restated.</param>
/// <param name="Weight">The points of the indicator A1; the others up to 100 are earned by nobody.</param>
/// <param name="Evidence">evidence.yaml.</param>
/// <param name="Node">The keys of A1 beside 编号, 名称 and 分值.</param>
/// <param name="Cases">Evidence and the published score, worked out by hand.</param>
public sealed record Shape(string Name, string Regulation, int Weight, string Evidence, string Node, params ShapeCase[] Cases)
{
    /// <summary>Further lines of rule-set.yaml.</summary>
    public string Header { get; init; } = "";

    /// <summary>The score of A1, by this executor.</summary>
    public string Score(ShapeCase @case, Func<RuleSet, IExecutor> executor)
    {
        using var files = new TestRuleSet(
            ("rule-set.yaml", $"{TestRuleSet.Header}\n{Header}"),
            ("evidence.yaml", Evidence),
            ("output.yaml", TestRuleSet.Dimension(Weight, Node)),
            ("rest.yaml", Rest(100 - Weight)));
        var ruleSet = files.Sound();
        ImmutableArray<Project> projects = [@case.Project, .. @case.Others];
        var portfolio = ruleSet.NeedsPortfolio ? Portfolio.Of(ruleSet, projects) : null;
        foreach (var project in projects)
        {
            var problems = new Diagnostics();
            EvidenceCheck.Check(project, ruleSet, problems);
            Assert.Empty(problems.Select(p => p.ToString()));
        }

        var result = executor(ruleSet).Evaluate([@case.Project], portfolio, TestContext.Current.CancellationToken).Single();
        return result.Evaluation is { } evaluation ? evaluation.Total.Find("A1")!.Published.ToFixed(2) : result.Problem!.ToString();
    }

    /// <summary>A dimension of the other points, which nobody earns.</summary>
    public static string Rest(int weight) =>
        $"一级指标: 其他\n二级指标:\n  - 名称: 其他项\n    三级指标:\n      - {{编号: Z1, 名称: 其余, 分值: {weight}, 符合: 1 = 2}}\n";

    public override string ToString() => Name;
}

/// <summary>One project, those around it, and what it earns.</summary>
public sealed record ShapeCase(string Expected, Project Project, params Project[] Others)
{
    public static ShapeCase Of(string expected, params (string, object)[] fields) => new(expected, TestProject.Of(fields));

    public ShapeCase Finding(string code, Conclusion conclusion, Fraction? amount = null, string? level = null) => this with
    {
        Project = Project.With(TestProject.Finding(code, conclusion, amount) with { AmountIsShare = amount <= 1, Level = level }),
    };

    public ShapeCase Table(string name, params (string, object)[][] rows) => this with
    {
        Project = new Project
        {
            Id = Project.Id,
            Fields = Project.Fields,
            Findings = Project.Findings,
            Tables = Project.Tables.Add(name, [.. rows.Select((cells, i) => new Row(
                cells.ToImmutableDictionary(c => c.Item1, c => TestProject.Cell(c.Item2)), Standing.Evidence, "文件1", new Place($"{name}.csv", i + 2)))]),
        },
    };

    public ShapeCase Beside(string field, params object[] values) => this with
    {
        Others = [.. Others, .. values.Select(v => TestProject.Of((field, v)))],
    };

    public override string ToString() => Expected;
}
