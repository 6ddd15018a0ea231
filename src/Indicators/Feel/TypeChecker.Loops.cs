using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The types of filters, quantifiers and loops, and of the names that they bind.</summary>
internal sealed partial class TypeChecker
{
    private FeelType Filter(Expression.Filter f, TypeScope scope)
    {
        var of = Check(f.Of, scope);
        var element = (of as FeelType.List)?.Element ?? of;
        var inner = scope.With("item", element);
        inner = element is FeelType.Row row ? new TypeScope(row.Members, inner) : inner;
        var condition = Check(f.Condition, inner);
        if (condition is not (FeelType.Truth or FeelType.Number or FeelType.Any))
        {
            Mismatch(f.Condition.Span, new("是否（条件）或数（第几个）", "a condition or a position"), condition);
        }

        return condition is FeelType.Number ? element : new FeelType.List(element) { Traits = (of as FeelType.List)?.Traits };
    }

    private FeelType Quantified(Expression.Quantified q, TypeScope scope)
    {
        Expect(q.Condition, FeelType.Boolean, Loop(q.Iterations, scope));
        return FeelType.Boolean;
    }

    private TypeScope Loop(ImmutableArray<Iteration> iterations, TypeScope scope)
    {
        foreach (var iteration in iterations)
        {
            if (iteration.To is { } to)
            {
                var low = Check(iteration.Over, scope);
                var bound = low is FeelType.Date ? FeelType.Day : FeelType.Bare;
                Fits(iteration.Over, bound, low);
                Expect(to, bound, scope);
                scope = scope.With(iteration.Name, bound);
                continue;
            }

            var over = Check(iteration.Over, scope);
            var element = over switch { FeelType.List list => list.Element, FeelType.Range range => range.Bound, _ => over };
            scope = scope.With(iteration.Name, element);
        }

        return scope;
    }

    private FeelType.List For(Expression.For f, TypeScope scope) =>
        new(Check(f.Body, Loop(f.Iterations, scope.With("partial", FeelType.AnyList))));
}
