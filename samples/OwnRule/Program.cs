using Indicators;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.NRules;
using NRules.Fluent;
using OwnRule;

// The rule set, and beside it the NRules rules of this assembly.
var ruleSet = RuleSetLoader.LoadDirectory("rules/kunming-2017").RuleSet!;
var ownRules = new RuleRepository();
ownRules.Load(rules => rules.From(typeof(OutputWithoutEffectRule)));
var executor = new NRulesExecutor(ruleSet, [ownRules]);

foreach (var result in executor.Evaluate(EvidenceReader.Read("samples/kunming-2017", ruleSet).Projects))
{
    var evaluation = result.Evaluation!;
    Console.WriteLine($"{evaluation.Project.Name}: {evaluation.Total.Published.ToFixed(2)} {evaluation.Grade.Name}");
    foreach (var flag in evaluation.Flags)
    {
        Console.WriteLine($"{flag.Code} {flag.Name.Zh} ({string.Join("、", flag.About)}): {flag.Says.In(Language.Chinese)}");
    }
}
