using System.CommandLine;
using Indicators.Csv;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Cli;

/// <summary><c>indicators eval</c>: works out an expression, alone or over the evidence of a project.</summary>
internal sealed class EvalCommand(Terminal terminal, EvalOptions options)
{
    public const string Name = "eval";

    private const string EvidenceOption = "--evidence";
    private const int StepsShown = 500;

    private readonly DiagnosticPrinter printer = new(terminal);

    public static Command Create(Terminal terminal)
    {
        var input = terminal.Switch("--stdin", Texts.AboutStdin);
        var expression = terminal.Expression("EXPRESSION", Texts.AboutExpression, Texts.NoExpression, input);
        var evidence = terminal.Option(EvidenceOption, Texts.AboutEvalEvidence, "EVIDENCE");
        var rules = terminal.Option(ScoreCommand.RulesOption, Texts.AboutEvalRules, "DIR");
        var project = terminal.Option("--project", Texts.AboutEvalProject, "ID");
        var traced = terminal.Switch("--trace", Texts.AboutEvalTrace);
        var command = new Verb(Name, terminal.Say(Texts.AboutEval), "\"sum(for i in 1..10 return i) / 10\"") { expression, input, rules, evidence, project, traced };
        command.SetAction(parsed => new EvalCommand(terminal, new EvalOptions(
            parsed.GetValue(expression)!,
            parsed.GetValue(input),
            parsed.GetValue(rules),
            parsed.GetValue(evidence),
            parsed.GetValue(project),
            parsed.GetValue(traced))).Run());
        return command;
    }

    private int Run()
    {
        if (Scope() is not { } scope)
        {
            return ExitCode.Problems;
        }

        return options.FromInput ? Lines(scope) : Answer(options.Expression, new Place(terminal.Say(Texts.ExpressionPlace), 1, 1, options.Expression), scope);
    }

    /// <summary>Every line is answered by one line, whatever is wrong with it.</summary>
    private int Lines(Scope scope)
    {
        var worst = ExitCode.Fine;
        for (var number = 1; terminal.Input.ReadLine() is { } line; number++)
        {
            worst = Math.Max(worst, Answer(line, new Place("stdin", number, 1, line), scope));
        }

        return worst;
    }

    private int Answer(string text, Place place, Scope scope)
    {
        var problems = new Diagnostics();
        if (Query.Read(new Source(text, place), problems) is not { } query)
        {
            printer.Print(problems);
            if (options.FromInput)
            {
                Write(Value.Null);
            }

            return ExitCode.Problems;
        }

        try
        {
            var steps = new List<Step>();
            var answer = query.Evaluate(scope, options.Trace ? step => Keep(steps, step) : null);
            Trace(steps);
            Explain(answer);
            Write(answer.Value);
            return ExitCode.Fine;
        }
        catch (ExpressionLimitException)
        {
            terminal.Error.Text(terminal.Say(Texts.EvalLimit), ink: Ink.Red);
            Write(Value.Null);
            return options.FromInput ? ExitCode.Fine : ExitCode.Problems;
        }
    }

    private void Write(Value value)
    {
        // As it is: a literal is for programs too, and must not be wrapped or cleaned.
        terminal.Output.Writer.WriteLine(value.ToString());
        terminal.Output.Writer.Flush();
    }

    private static void Keep(List<Step> steps, Step step)
    {
        if (steps.Count <= StepsShown)
        {
            steps.Add(step);
        }
    }

    private void Trace(List<Step> steps)
    {
        foreach (var step in steps.Take(StepsShown))
        {
            terminal.Error.Line($"{TextWidth.Spaces(2 * step.Depth)}{step.Text} = {step.Value}", Ink.Dim);
        }

        if (steps.Count > StepsShown)
        {
            terminal.Error.Line(terminal.Say(Texts.MoreSteps, StepsShown), Ink.Dim);
        }
    }

    /// <summary>A bare null leaves people guessing.</summary>
    private void Explain(Answer answer)
    {
        if (options.FromInput)
        {
            return;
        }

        if (answer.UnknownNames.Length > 0)
        {
            terminal.Error.Text(terminal.Say(options.Rules is null ? Texts.NamesNeedRules : Texts.UnknownNames, terminal.List(answer.UnknownNames.Select(n => n.Name)), string.Concat(answer.UnknownNames.Select(n => terminal.Say(n.Hint)))), ink: Ink.Yellow);
        }
        else if (answer.Value is Value.Missing { IsWritten: false } missing)
        {
            terminal.Error.Text(terminal.Say(Texts.NullBecause, missing.Why ?? Words.MissingStates[missing.State]), ink: Ink.Yellow);
        }
    }

    /// <summary>What the names mean; null after saying what is wrong with the rules or the evidence.</summary>
    private Scope? Scope()
    {
        if (options is { Rules: null, Evidence: null, Project: null })
        {
            return new Scope();
        }

        if (options is not { Rules: { } rules, Evidence: { } evidencePath })
        {
            throw new UsageException(terminal.Say(options.Rules is null ? Texts.NoRules : Texts.NoEvalEvidence));
        }

        Paths.RequireDirectory(rules, terminal);
        Paths.RequireAny(evidencePath, terminal);
        var loaded = RuleSetLoader.LoadDirectory(rules);
        loaded.ReportOpen(rules);
        var (ruleSet, problems) = loaded;
        printer.Print(problems);
        if (ruleSet is null)
        {
            printer.Summarize(problems, []);
            return null;
        }

        var evidence = EvidenceReader.Read(evidencePath, ruleSet);
        printer.Print(evidence.Problems);
        if (Chosen(evidence) is not { } project)
        {
            return null;
        }

        try
        {
            return ReferenceEvaluator.ScopeOf(ruleSet, project);
        }
        catch (ExpressionLimitException)
        {
            printer.Print([ProjectResult.OverLimit(project).Problem!]);
            return null;
        }
    }

    private Project? Chosen(EvidenceSet evidence)
    {
        if (options.Project is { } id)
        {
            Ids.Require(id, evidence, terminal);
        }
        else if (Ids.Of(evidence) is { Length: > 1 } ids)
        {
            throw new UsageException(terminal.Say(Texts.WhichProject, Ids.Listed(ids, terminal)));
        }

        var chosen = evidence.Projects.FirstOrDefault(p => options.Project is null || p.Id == options.Project);
        if (chosen is null)
        {
            terminal.Error.Line(terminal.Say(Texts.NothingToScore), Ink.Red);
        }

        return chosen;
    }
}

/// <summary>What was asked of <c>indicators eval</c>.</summary>
/// <param name="FromInput">Whether the expressions come from standard input, one a line.</param>
internal sealed record EvalOptions(string Expression, bool FromInput, string? Rules, string? Evidence, string? Project, bool Trace);
