using System.Globalization;
using RulesEngine.Models;
using TheirRule = RulesEngine.Models.Rule;

namespace Indicators.Benchmarks.Scoring;

/// <summary>The rules of <see cref="MadeUpRules"/> in Microsoft's RulesEngine: a rule with an output expression for each indicator, and the three flags as rules.</summary>
internal sealed class MicrosoftRules
{
    private const string Workflow = "made-up";

    private readonly RulesEngine.RulesEngine engine;
    private readonly int indicators;

    public MicrosoftRules(int indicators)
    {
        this.indicators = indicators;
        var settings = new ReSettings { CustomTypes = [typeof(Math)] };
        engine = new RulesEngine.RulesEngine([new Workflow { WorkflowName = Workflow, Rules = [.. Enumerable.Range(0, indicators).Select(Indicator), .. Flags()] }], settings);
    }

    /// <summary>The total of a row.</summary>
    public double Total(MadeUpRows rows, int row)
    {
        var results = engine.ExecuteAllRulesAsync(Workflow, new Input(rows.Row(row).ToArray())).AsTask().GetAwaiter().GetResult();
        return results.Take(indicators).Sum(r => Convert.ToDouble(r.ActionResult.Output, CultureInfo.InvariantCulture));
    }

    private TheirRule Indicator(int i)
    {
        var (a, b) = ($"input1.F[{i}]", $"input1.F[{(i + 7) % MadeUpRules.FieldsOf(indicators)}]");
        var points = (i % 5) switch
        {
            0 => $"{b} == 0 ? 0.0 : Math.Floor(Math.Min({a} / {b}, 1.0) * 5 * 100 + 0.5) / 100",
            1 => $"{b} == 0 ? 0.0 : {a} >= {b} ? 5.0 : Math.Floor(Math.Max(5 - (1 - {a} / {b}) * 25, 0.0) * 100 + 0.5) / 100",
            2 => $"{b} == 0 ? 0.0 : {a} / {b} >= 0.9 ? 5.0 : {a} / {b} >= 0.8 ? 3.0 : {a} / {b} >= 0.6 ? 1.5 : 0.0",
            3 => $"{b} == 0 ? 0.0 : Math.Floor(Math.Min(Math.Max(({a} / {b} - 0.6) / 0.4, 0.0), 1.0) * 5 * 100 + 0.5) / 100",
            _ => $"Math.Floor(Math.Max(5 - {a} / 100000 * 0.5, 0.0) * 100 + 0.5) / 100",
        };
        return new TheirRule
        {
            RuleName = $"I{i + 1}",
            Expression = "true",
            Actions = new RuleActions { OnSuccess = new ActionInfo { Name = "OutputExpression", Context = new Dictionary<string, object> { ["expression"] = points } } },
        };
    }

    private static IEnumerable<TheirRule> Flags() =>
    [
        new TheirRule { RuleName = "F1", Expression = "input1.F[0] > input1.F[1]" },
        new TheirRule { RuleName = "F2", Expression = "input1.F[2] + input1.F[3] > input1.F[4] + input1.F[5]" },
        new TheirRule { RuleName = "F3", Expression = "input1.F[0] < 40" },
    ];

    public sealed record Input(double[] F);
}
