using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Tests.Fuzz;

/// <summary>Evidence for whatever a rule set asks for, made of a row of numbers: the same numbers give the same project.</summary>
internal sealed class AnyProject(RuleSet ruleSet, int[] picks)
{
    private int next;

    public static Project Of(RuleSet ruleSet, int[] picks) => new AnyProject(ruleSet, picks).Project();

    private Project Project() => new()
    {
        Id = "P1",
        Fields = Cells(ruleSet.Schema.Fields),
        Tables = ruleSet.Schema.Tables.ToImmutableDictionary(
            t => t.Name,
            t => Enumerable.Range(0, Pick(3)).Select(_ => new Row(Cells(t.Columns), Standing.Evidence, "文件1", new Place("表.csv", 2))).ToImmutableArray()),
        Findings = [.. ruleSet.Root.Leaves.Where(l => l.Method!.IsJudged && Pick(4) > 0).Select(Finding)],
    };

    private ImmutableDictionary<string, Cell> Cells(ImmutableArray<FieldDefinition> fields) =>
        fields.Where(_ => Pick(8) > 0).ToImmutableDictionary(f => f.Name, f => new Cell(Value(f.Type), Standing.Evidence, "文件1", new Place("数据.csv", 2)));

    private Value Value(FieldType type) => Pick(6) == 0 ? new Value.Missing((MissingState)Pick(4)) : type.Kind switch
    {
        FieldKind.Date => new Value.Date(new DateOnly(2017, 1 + Pick(12), 1)),
        FieldKind.YesNo => Indicators.Feel.Value.Of(Pick(2) == 0),
        FieldKind.Text => new Value.Text(new[] { "甲", "", "{0}", "≥" }[Pick(4)]),
        FieldKind.Target => Target.Of(new Fraction(Pick(50), 3), new[] { "≥", "≤", "=", null }[Pick(4)], type.Unit ?? ""),
        FieldKind.Percent => Indicators.Feel.Value.Of(new Fraction(Pick(120), 100)),
        _ => Indicators.Feel.Value.Of(new Fraction(Pick(50), 1 + Pick(3))),
    };

    private Finding Finding(Node leaf)
    {
        if (leaf.Method!.Levels is [var level, ..])
        {
            return new Finding(leaf.Code, Conclusion.Scored, new Place("评价意见.csv", 2)) { Level = Pick(2) == 0 ? level.Name : null, Amount = level.Low, AmountIsShare = true };
        }

        var conclusion = new[] { Conclusion.Met, Conclusion.NotMet, Conclusion.Unassessable, Conclusion.RuledMet, Conclusion.Defect }[Pick(leaf.Method is JudgedMethod ? 4 : 5)];
        return TestProject.Finding(leaf.Code, conclusion);
    }

    private int Pick(int below) => picks.Length == 0 ? 0 : picks[next++ % picks.Length] % below;
}
