using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>What names, codes and parts of expressions stand for in the program.</summary>
internal sealed partial class CompiledRuleSet
{
    /// <summary>Whether the program could work out an expression, which then ends.</summary>
    private bool IsLifted(Formula formula)
    {
        try
        {
            return Expressions(Caps[0], inTree: true, withParts: false).Lift(formula) is not null;
        }
        catch (NotLiftedException e)
        {
            return e.Reason == Reasons.TooLarge;
        }
    }

    /// <summary>Whether an expression asks for 得分 or 依据, itself or by a computed value.</summary>
    private bool ReadsScores(Expression expression) => expression.All.Any(e => e switch
    {
        Expression.Call c => Function.Find(c.Function) is { TakesCode: true, Name: not "finding" },
        Expression.Name n => ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == n.Id) is { } computed && ReadsScores(computed.Formula.Root),
        _ => false,
    });

    /// <summary>Expressions whose figures are no larger than this.</summary>
    private ExpressionLifter Expressions(Int128 cap, bool inTree, bool withParts = true)
    {
        return new ExpressionLifter(emitter, Name, (function, code) => Code(function, code, inTree), columns.TextId, part => withParts ? Part(part, cap) : null);

        Lifted Name(string name)
        {
            if (values.TryGetValue((name, cap), out var known) && withParts)
            {
                PartsOfSubject.UnionWith(partsOf.GetValueOrDefault(name, []));
                return known;
            }

            var lifted = ruleSet.Schema.Field(name) is { } field ? columns.Field(field, emitter, cap)
                : ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed ? About(name, () => Expressions(cap, inTree: true, withParts).Lift(computed.Formula))
                : throw new NotLiftedException(Reasons.Of(ruleSet.Schema.Table(name) is null ? Reasons.Construct : Reasons.Table, name));
            return withParts ? values[(name, cap)] = lifted : lifted;
        }
    }

    /// <summary>What the reference is to work out of an expression, unless it takes scores.</summary>
    private Lifted? Part(Expression part, Int128 cap)
    {
        var formula = ruleSet.Formulas.FirstOrDefault(f => f.TypeOf(part) is not FeelType.Any);
        if (formula is null || part is Expression.Name || ReadsScores(part))
        {
            return null;
        }

        partNames.UnionWith(part.All.OfType<Expression.Name>().Select(n => n.Id));
        parts.Add(part);
        PartsOfSubject.Add(Printer.Print(part));
        return columns.Part(part, formula.TypeOf(part), () => parts.Count, emitter, cap);
    }

    private HashSet<string> PartsOfSubject => partsOf.TryGetValue(subject, out var own) ? own : partsOf[subject] = [];

    /// <summary>Lifts a computed value, whose parts are also those of what reads it.</summary>
    private Lifted About(string name, Func<Lifted> lift)
    {
        var outer = subject;
        subject = name;
        try
        {
            return lift();
        }
        finally
        {
            subject = outer;
            PartsOfSubject.UnionWith(partsOf.GetValueOrDefault(name, []));
        }
    }

    /// <summary>得分 and 依据: in the tree of a leaf, as its indicator would round it; in a flag of any node.</summary>
    private Lifted Code(string function, string code, bool inTree)
    {
        if (function == "finding")
        {
            return columns.ConclusionOn(code, emitter);
        }

        var node = ruleSet.Find(code)!;
        var score = node.Method is not null ? Known(code) : inTree ? throw new NotLiftedException(Reasons.Of(Reasons.Construct, code)) : Group(node);
        if (function == "standing")
        {
            var words = Enum.GetValues<Standing>().Select(s => (Standing: s, Id: emitter.Constant(columns.TextId(Words.Standings[s].Zh)))).ToList();
            return new Lifted.Text(
                words.Aggregate(emitter.Zero, (id, word) => emitter.Select(emitter.Equal(score.Standing, emitter.Constant((int)word.Standing)), word.Id, id)), emitter.Zero);
        }

        if (inTree && node.Round is null && inexact.Contains(code))
        {
            throw new NotLiftedException(Reasons.Of(Reasons.Construct, code));
        }

        var known = emitter.LessOrEqual(emitter.Constant(LeafLifter.Settled), score.State);
        var points = inTree && node.Round is null ? score.Exact : score.Published;
        return points with { Missing = emitter.Select(known, emitter.Zero, emitter.Max(score.Missing, emitter.One)) };
    }
}
