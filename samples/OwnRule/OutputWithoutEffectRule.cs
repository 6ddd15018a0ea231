using Indicators;
using Indicators.Facts;
using NRules.Fluent.Dsl;

namespace OwnRule;

/// <summary>All contests were held (C11 at full marks), yet hardly anyone was reached (D14 at zero): a doubt worth a look.</summary>
[Name("产出足额而覆盖面不足")]
public sealed class OutputWithoutEffectRule : NRules.Fluent.Dsl.Rule
{
    private const string Output = "C11";
    private const string Effect = "D14";

    public override void Define()
    {
        EvaluatedFact project = default!;

        When()
            // One fact a project: a join of two ScoreFacts would try every pair of projects in the session.
            .Match(() => project, p => p.Rate(Output) == Fraction.One, p => p.Rate(Effect) == Fraction.Zero);

        Then()
            .Do(context => context.Insert(new FlagFact(project.Project, Flag(project))));
    }

    private static RaisedFlag Flag(EvaluatedFact project) => new(
        "X01",
        new("产出足额而覆盖面不足", "Full output, little reach"),
        FlagKind.Doubt,
        [Output, Effect],
        new Phrase(
            new("{0}得满分 {1}，{2}得 {3}：产出没有转化为效果", "{0} earns its full {1} points, {2} earns {3}: the output has not become an effect"),
            project.Find(Output)!.Node.Name, project.Find(Output)!.Published.ToFixed(2),
            project.Find(Effect)!.Node.Name, project.Find(Effect)!.Published.ToFixed(2)),
        Definition: null,
        new Place(nameof(OutputWithoutEffectRule)));
}
