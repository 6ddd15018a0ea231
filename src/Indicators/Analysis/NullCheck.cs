using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>A flag with <c>a != b</c> is raised where one of them is missing, because in FEEL nothing is unequal to anything; that is rarely meant.</summary>
internal static class NullCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        foreach (var flag in ruleSet.Flags)
        {
            Check(flag, flag.When.Root, [], problems);
        }
    }

    /// <param name="flag">The flag.</param>
    /// <param name="expression">Its condition, or a part of it.</param>
    /// <param name="tested">Names that are known to be there, because a condition beside it asks for that.</param>
    /// <param name="problems">Takes what is found.</param>
    private static void Check(FlagDefinition flag, Expression expression, IEnumerable<string> tested, Diagnostics problems)
    {
        switch (expression)
        {
            case Expression.Binary { Operator: Operator.And } both:
                Check(flag, both.Left, tested.Concat(Tested(both.Right)), problems);
                Check(flag, both.Right, tested.Concat(Tested(both.Left)), problems);
                break;
            case Expression.Binary { Operator: Operator.Or } either:
                Check(flag, either.Left, tested, problems);
                Check(flag, either.Right, tested, problems);
                break;
            case Expression.Binary { Operator: Operator.NotEqual } unequal when unequal is { Left: not Expression.Null, Right: not Expression.Null } && Names(unequal).Except(tested).Any():
                problems.Report(Messages.NullCompared, flag.When.Source.At(unequal.Span), flag.Code, flag.When.Source.Of(unequal.Span), Printer.Print(unequal.Left), Printer.Print(unequal.Right));
                break;
        }
    }

    /// <summary>What a condition asks to be there: <c>not(缺失(a))</c>, <c>count(a) ≥ 1</c>, or any comparison but !=, which does not hold of what is missing.</summary>
    private static IEnumerable<string> Tested(Expression expression) => expression switch
    {
        Expression.Binary { Operator: Operator.And } both => Tested(both.Left).Concat(Tested(both.Right)),
        Expression.Binary { Operator: Operator.Or or Operator.NotEqual } => [],
        _ => Names(expression),
    };

    private static IEnumerable<string> Names(Expression expression) => expression.All.OfType<Expression.Name>().Select(n => n.Id);
}
