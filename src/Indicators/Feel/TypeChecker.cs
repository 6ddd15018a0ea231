using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>Finds the type of every part of an expression and reports all names and types that do not fit, not only the first.</summary>
internal sealed class TypeChecker(Source source, Diagnostics diagnostics)
{
    private readonly Dictionary<Expression, FeelType> types = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyDictionary<Expression, FeelType> Types => types;

    public FeelType Check(Expression expression, TypeScope scope)
    {
        var type = Infer(expression, scope);
        types[expression] = type;
        return type;
    }

    /// <summary>Checks a unary test against the type of the value that it tests.</summary>
    public void CheckTest(Expression test, FeelType tested, TypeScope scope)
    {
        var operand = test is Expression.Test t ? t.Operand : test;
        var type = Check(operand, scope);
        types[test] = FeelType.Boolean;
        var compared = type switch
        {
            FeelType.Range range when tested is not FeelType.Range => range.Bound,
            FeelType.List list when tested is not FeelType.List => list.Element,
            _ => type,
        };
        Comparable(tested, compared, operand.Span);
    }

    private FeelType Infer(Expression expression, TypeScope scope) => expression switch
    {
        Expression.Number n => n.Percent ? FeelType.Ratio : FeelType.Bare,
        Expression.Text => FeelType.String,
        Expression.Truth => FeelType.Boolean,
        Expression.Null => FeelType.Unknown,
        Expression.Name n => scope.Find(n.Id) ?? UnknownName(n, scope),
        Expression.Path p => Path(p, scope),
        Expression.Negate n => Expect(n.Operand, FeelType.Bare, scope),
        Expression.Binary b => Binary(b, scope),
        Expression.If i => If(i, scope),
        Expression.Between b => Between(b, scope),
        Expression.In i => In(i, scope),
        Expression.Test t => Misplaced(t),
        Expression.Range r => Range(r, scope),
        Expression.List l => List(l, scope),
        Expression.Filter f => Filter(f, scope),
        Expression.Quantified q => Quantified(q, scope),
        Expression.For f => new FeelType.List(Check(f.Body, Loop(f.Iterations, scope))),
        Expression.Call c => Call(c, scope),
        _ => throw new InvalidOperationException($"No type rule for {expression.GetType().Name}."),
    };

    private FeelType UnknownName(Expression.Name name, TypeScope scope)
    {
        diagnostics.Report(Messages.UnknownName, source.At(name.Span), name.Id, DidYouMean.Hint(name.Id, scope.AllNames));
        return FeelType.Unknown;
    }

    private FeelType Misplaced(Expression.Test test)
    {
        diagnostics.Report(Messages.UnexpectedToken, source.At(test.Span), source.Of(test.Span));
        return FeelType.Unknown;
    }

    private FeelType Path(Expression.Path path, TypeScope scope)
    {
        var of = Check(path.Of, scope);
        if (of is FeelType.Any)
        {
            return of;
        }

        var row = of as FeelType.Row ?? (of as FeelType.List)?.Element as FeelType.Row;
        if (row is null)
        {
            return Mismatch(path.Of.Span, new("表或表的一行", "a table or a row of it"), of);
        }

        if (!row.Members.TryGetValue(path.Member, out var member))
        {
            diagnostics.Report(Messages.UnknownName, source.At(path.Span), path.Member, DidYouMean.Hint(path.Member, row.Members.Keys));
            return FeelType.Unknown;
        }

        return of is FeelType.List ? new FeelType.List(member) : member;
    }

    private FeelType Binary(Expression.Binary b, TypeScope scope)
    {
        switch (b.Operator)
        {
            case Operator.And or Operator.Or:
                Expect(b.Left, FeelType.Boolean, scope);
                Expect(b.Right, FeelType.Boolean, scope);
                return FeelType.Boolean;
            case < Operator.Add:
                var left = Check(b.Left, scope);
                Comparable(left, Check(b.Right, scope), b.Span);
                return FeelType.Boolean;
            default:
                // Once only: checking the left side twice would double the work with every further operator.
                var first = Check(b.Left, scope);
                if (b.Operator == Operator.Add && first is FeelType.Text)
                {
                    return Expect(b.Right, FeelType.String, scope);
                }

                first = Fits(b.Left, FeelType.Bare, first) ? first : FeelType.Unknown;
                return Arithmetic(b, first, Expect(b.Right, FeelType.Bare, scope));
        }
    }

    private FeelType Arithmetic(Expression.Binary b, FeelType left, FeelType right)
    {
        if (left is not FeelType.Number { Unit: var a } || right is not FeelType.Number { Unit: var c })
        {
            return FeelType.Unknown;
        }

        if (b.Operator is Operator.Add or Operator.Subtract && !SameUnit(a, c))
        {
            diagnostics.Report(Messages.UnitsDiffer, source.At(b.Span), source.Of(b.Span), a!, c!);
        }

        return new FeelType.Number(Units.Of(b.Operator, a, c));
    }

    private FeelType If(Expression.If i, TypeScope scope)
    {
        Expect(i.Condition, FeelType.Boolean, scope);
        var then = Check(i.Then, scope);
        var otherwise = Check(i.Else, scope);
        return then.Accepts(otherwise) ? (then is FeelType.Any ? otherwise : then) : Mismatch(i.Else.Span, then.InWords, otherwise);
    }

    private FeelType Between(Expression.Between b, TypeScope scope)
    {
        var operand = Check(b.Operand, scope);
        Comparable(operand, Check(b.Low, scope), b.Low.Span);
        Comparable(operand, Check(b.High, scope), b.High.Span);
        return FeelType.Boolean;
    }

    private FeelType In(Expression.In i, TypeScope scope)
    {
        var operand = Check(i.Operand, scope);
        foreach (var test in i.Tests)
        {
            CheckTest(test, operand, scope);
        }

        return FeelType.Boolean;
    }

    private FeelType Range(Expression.Range r, TypeScope scope)
    {
        var low = Check(r.Low, scope);
        Comparable(low, Check(r.High, scope), r.High.Span);
        return new FeelType.Range(low);
    }

    private FeelType List(Expression.List l, TypeScope scope)
    {
        var element = FeelType.Unknown;
        foreach (var item in l.Items)
        {
            var type = Check(item, scope);
            element = element is FeelType.Any ? type : element.Accepts(type) ? element : Mismatch(item.Span, element.InWords, type);
        }

        return new FeelType.List(element);
    }

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

        return condition is FeelType.Number ? element : new FeelType.List(element);
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
                Expect(iteration.Over, FeelType.Bare, scope);
                Expect(to, FeelType.Bare, scope);
                scope = scope.With(iteration.Name, FeelType.Bare);
                continue;
            }

            var over = Check(iteration.Over, scope);
            var element = over switch { FeelType.List list => list.Element, FeelType.Range range => range.Bound, _ => over };
            scope = scope.With(iteration.Name, element);
        }

        return scope;
    }

    private FeelType Call(Expression.Call call, TypeScope scope)
    {
        if (Function.Find(call.Function) is not { } function)
        {
            diagnostics.Report(Messages.UnknownFunction, source.At(call.Span), call.Function, DidYouMean.Hint(call.Function, Function.Names));
            return FeelType.Unknown;
        }

        if (function.TakesCode && call.Arguments is not [Expression.Text])
        {
            diagnostics.Report(Messages.CodeNotLiteral, source.At(call.Span), call.Function);
            return function.Returns([FeelType.String]);
        }

        var arguments = call.Arguments.Select(a => Check(a, scope)).ToImmutableArray();

        if (function.Aggregates)
        {
            foreach (var (argument, type) in call.Arguments.Zip(arguments))
            {
                var item = arguments.Length == 1 && type is FeelType.List list ? list.Element : type;
                Fits(argument, function.Parameters[0], item);
            }
        }
        else if (arguments.Length != function.Parameters.Length)
        {
            diagnostics.Report(Messages.WrongArgumentCount, source.At(call.Span), call.Function, function.Parameters.Length, arguments.Length);
        }
        else
        {
            foreach (var (argument, (expected, type)) in call.Arguments.Zip(function.Parameters.Zip(arguments)))
            {
                Fits(argument, expected, type);
            }
        }

        return arguments.IsEmpty ? FeelType.Unknown : function.Returns(arguments);
    }

    private FeelType Expect(Expression expression, FeelType expected, TypeScope scope)
    {
        var type = Check(expression, scope);
        return Fits(expression, expected, type) ? type : FeelType.Unknown;
    }

    private bool Fits(Expression expression, FeelType expected, FeelType type)
    {
        if (expected.Accepts(type))
        {
            return true;
        }

        Mismatch(expression.Span, expected.InWords, type);
        return false;
    }

    private void Comparable(FeelType left, FeelType right, Span span)
    {
        if (!left.Accepts(right))
        {
            Mismatch(span, left.InWords, right);
        }
        else if (left is FeelType.Number { Unit: { } a } && right is FeelType.Number { Unit: { } b } && a != b)
        {
            diagnostics.Report(Messages.UnitsDiffer, source.At(span), source.Of(span), a, b);
        }
    }

    private static bool SameUnit(string? a, string? b) => a is null || b is null || a == b;

    private FeelType Mismatch(Span span, Bilingual expected, FeelType found)
    {
        diagnostics.Report(Messages.TypeMismatch, source.At(span), source.Of(span), found.InWords, expected);
        return FeelType.Unknown;
    }
}
