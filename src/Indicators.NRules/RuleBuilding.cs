using System.Linq.Expressions;
using Indicators.Facts;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace Indicators.NRules;

/// <summary>Makes a rule definition of NRules that waits for one fact. Its name is the rule's title, its tag the dimension.</summary>
internal static class RuleBuilding
{
    /// <param name="rule">The rule of the program.</param>
    /// <param name="priority">Higher fires first.</param>
    /// <param name="dimension">The name of the dimension; null for rules that stand above or outside of it.</param>
    /// <param name="then">What it does when it fires.</param>
    /// <param name="when">What the fact must fulfil; rules that begin with the same delegates share them in the network.</param>
    public static IRuleDefinition Build<TFact>(Rule rule, int priority, string? dimension, Action<IContext, TFact> then, params Func<TFact, bool>[] when)
        where TFact : Fact
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Title(Language.Chinese));
        builder.Description(rule.Place.ToString());
        builder.Priority(priority);
        builder.Tags(dimension is null ? [] : [dimension]);
        var pattern = builder.LeftHandSide().Pattern(typeof(TFact), "fact");
        var fact = pattern.Declaration.ToParameterExpression();
        foreach (var condition in when)
        {
            // One flat call on a constant: the comparer that lets rules share conditions refuses most other shapes.
            pattern.Condition(Expression.Lambda(Expression.Call(Expression.Constant(condition), nameof(Func<,>.Invoke), null, fact), fact));
        }

        var context = Expression.Parameter(typeof(IContext), "context");
        builder.RightHandSide().Action(Expression.Lambda(Expression.Call(Expression.Constant(then), nameof(Action.Invoke), null, context, fact), context, fact));
        return builder.Build();
    }
}
