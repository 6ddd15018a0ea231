using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Indicators.Facts;
using Indicators.NRules;
using NRules.Fluent;

namespace Indicators.Benchmarks;

/// <summary>NRules beside the reference over the same 250 projects; the session's size is what is varied.</summary>
[MemoryDiagnoser]
public class NRulesBenchmark
{
    private RuleSet ruleSet = null!;
    private ImmutableArray<Project> projects;
    private ReferenceEvaluator reference = null!;
    private NRulesExecutor one = null!;
    private NRulesExecutor ten = null!;
    private NRulesExecutor fifty = null!;
    private NRulesExecutor all = null!;
    private NRulesExecutor beside = null!;

    [GlobalSetup]
    public void Load()
    {
        ruleSet = SeedFiles.LoadRules();
        projects = SeedFiles.Variations(ruleSet, 250);
        reference = new ReferenceEvaluator(ruleSet);
        one = new NRulesExecutor(ruleSet, chunk: 1);
        ten = new NRulesExecutor(ruleSet, chunk: 10);
        fifty = new NRulesExecutor(ruleSet, chunk: 50);
        all = new NRulesExecutor(ruleSet, chunk: 250);
        var others = new RuleRepository();
        others.Load(rules => rules.NestedTypes().From(typeof(AsksForEverything)));
        beside = new NRulesExecutor(ruleSet, [others], chunk: 1);
        var expected = Text(reference);
        foreach (var executor in new IExecutor[] { one, ten, fifty, all, beside })
        {
            if (Text(executor) != expected)
            {
                throw new InvalidOperationException("The executors differ: there is nothing to time.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = 250)]
    public int Reference() => Score(reference);

    [Benchmark(OperationsPerInvoke = 250)]
    public int OneProjectASession() => Score(one);

    [Benchmark(OperationsPerInvoke = 250)]
    public int TenProjectsASession() => Score(ten);

    [Benchmark(OperationsPerInvoke = 250)]
    public int FiftyProjectsASession() => Score(fifty);

    [Benchmark(OperationsPerInvoke = 250)]
    public int AllProjectsInOneSession() => Score(all);

    /// <summary>With a rule beside ours that asks for every fact, so that all of them are inserted.</summary>
    [Benchmark(OperationsPerInvoke = 250)]
    public int OneProjectWithAllFacts() => Score(beside);

    private int Score(IExecutor executor) => executor.Evaluate(projects).Count();

    [Benchmark]
    public NRulesExecutor Compile() => new(ruleSet);

    private string Text(IExecutor executor) => string.Join('\n', executor.Evaluate(projects)
        .SelectMany(r => r.Evaluation!.Total.All.Select(s => $"{r.Project.Id} {s.Node.Code} {s.Exact} {s.Sentence(Language.Chinese)} {r.Evaluation.Grade.Name}")));

    public sealed class AsksForEverything : global::NRules.Fluent.Dsl.Rule
    {
        public override void Define()
        {
            Fact fact = null!;
            When().Match(() => fact, f => f.Project.Id == "");
            Then().Do(_ => Nothing());
        }

        private static void Nothing()
        {
        }
    }
}
