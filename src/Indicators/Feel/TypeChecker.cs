using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>Finds the type of every part of an expression and reports all names and types that do not fit, not only the first.</summary>
internal sealed partial class TypeChecker(Source source, Diagnostics diagnostics)
{
    private readonly Dictionary<Expression, FeelType> types = new(ReferenceEqualityComparer.Instance);

    /// <summary>What no column is called was taken for the key of a row.</summary>
    private readonly Dictionary<Span, (Expression.Path Path, FeelType.Row Row)> rowsByKey = [];

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
        Expression.At a => At(a),
        Expression.Name n => scope.Find(n.Id) ?? UnknownName(n, scope),
        Expression.Path p => Path(p, scope),
        Expression.Negate n => Negate(n, scope),
        Expression.Binary b => Binary(b, scope),
        Expression.If i => If(i, scope),
        Expression.Between b => Between(b, scope),
        Expression.In i => In(i, scope),
        Expression.InstanceOf i => InstanceOf(i, scope),
        Expression.Test t => new FeelType.Range(Check(t.Operand, scope)),
        Expression.Range r => Range(r, scope),
        Expression.List l => List(l, scope),
        Expression.Context c => Context(c, scope),
        Expression.Filter f => Filter(f, scope),
        Expression.Quantified q => Quantified(q, scope),
        Expression.For f => For(f, scope),
        Expression.Call c => Call(c, scope),
        Expression.Invoke i => Invoke(i, scope),
        Expression.Lambda l => Lambda(l, scope),
        _ => throw new InvalidOperationException($"No type rule for {expression.GetType().Name}."),
    };

    private FeelType UnknownName(Expression.Name name, TypeScope scope)
    {
        diagnostics.Report(Messages.UnknownName, source.At(name.Span), name.Id, DidYouMean.Hint(name.Id, scope.AllNames.Append(Loading.Keys.Otherwise.Zh)));
        return FeelType.Unknown;
    }

    private FeelType At(Expression.At at)
    {
        if (at.Value is null)
        {
            diagnostics.Report(Messages.BadAtLiteral, source.At(at.Span), at.Written);
        }

        return at.Value switch
        {
            Value.Date => FeelType.Day,
            Value.Time => FeelType.Clock,
            Value.DateTime => FeelType.Moment,
            Value.DayTimeDuration => FeelType.Days,
            Value.YearMonthDuration => FeelType.Months,
            _ => FeelType.Unknown,
        };
    }

    private FeelType InstanceOf(Expression.InstanceOf i, TypeScope scope)
    {
        Check(i.Operand, scope);
        Known(i.Type, i.Span);
        return FeelType.Boolean;
    }

    private FeelType Known(TypeName name, Span span)
    {
        if (name.Type is null)
        {
            diagnostics.Report(Messages.UnknownFeelType, source.At(span), name.Text, Words.Listed([.. TypeNames.All]));
        }

        return name.Type ?? FeelType.Unknown;
    }

    private FeelType.Row Context(Expression.Context c, TypeScope scope)
    {
        var members = new Dictionary<string, FeelType>();
        foreach (var entry in c.Entries)
        {
            var type = Check(entry.Value, scope);
            if (!members.TryAdd(entry.Key, type))
            {
                diagnostics.Report(Messages.DuplicateMember, source.At(entry.Value.Span), entry.Key);
            }

            scope = scope.With(entry.Key, type);
        }

        return new FeelType.Row(members.ToImmutableDictionary());
    }

    private FeelType Path(Expression.Path path, TypeScope scope)
    {
        var of = Check(path.Of, scope);
        if (of is FeelType.Any)
        {
            return of;
        }

        var element = (of as FeelType.List)?.Element ?? of;
        if (element is FeelType.Any)
        {
            return of;
        }

        if (element is not FeelType.Row row)
        {
            return Property(path, of, element);
        }

        if (!row.Members.TryGetValue(path.Member, out var member))
        {
            // A key's value cannot be known here; what is nearly a column is taken for a slip.
            if (of is FeelType.List { Traits: { Key.IsEmpty: false } traits } && DidYouMean.Hint(path.Member, row.Members.Keys).Zh.Length == 0)
            {
                rowsByKey[path.Span] = (path, row);
                return traits.Key.Length == 1 ? row : new FeelType.List(row) { Traits = traits.Named() };
            }

            diagnostics.Report(Messages.UnknownName, source.At(path.Span), path.Member, DidYouMean.Hint(path.Member, row.Members.Keys));
            return FeelType.Unknown;
        }

        return of is FeelType.List ? new FeelType.List(member) : member;
    }

    private FeelType Property(Expression.Path path, FeelType of, FeelType element)
    {
        var names = Properties.NamesOf(element).ToList();
        if (names.Count == 0)
        {
            return Mismatch(path.Of.Span, new("表或表的一行", "a table or a row of it"), of);
        }

        if (Properties.Of(element, path.Member) is not { } type)
        {
            diagnostics.Report(Messages.UnknownName, source.At(path.Span), path.Member, DidYouMean.Hint(path.Member, names));
            return FeelType.Unknown;
        }

        return of is FeelType.List ? new FeelType.List(type) : type;
    }

    private FeelType If(Expression.If i, TypeScope scope)
    {
        Expect(i.Condition, FeelType.Boolean, scope);
        var then = Check(i.Then, scope);
        var otherwise = Check(i.Else, scope);
        return then.Accepts(otherwise) ? then.With(otherwise) : Mismatch(i.Else.Span, then.InWords, otherwise);
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
            element = element.Accepts(type) ? element.With(type) : Mismatch(item.Span, element.InWords, type);
        }

        return new FeelType.List(element);
    }

    private FeelType Expect(Expression expression, FeelType expected, TypeScope scope)
    {
        var type = Check(expression, scope);
        return Fits(expression, expected, type) ? type : FeelType.Unknown;
    }

    /// <summary>Whether a part has the type that is wanted; reports it if not.</summary>
    public bool Fits(Expression expression, FeelType expected, FeelType type)
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
        if (rowsByKey.TryGetValue(span, out var row))
        {
            diagnostics.Report(Messages.NoSuchColumn, source.At(span), source.Of(row.Path.Of.Span), row.Path.Member, Words.Listed([.. row.Row.Members.Keys.Order(StringComparer.Ordinal)]));
        }
        else
        {
            diagnostics.Report(Messages.TypeMismatch, source.At(span), source.Of(span), found.InWords, expected);
        }

        return FeelType.Unknown;
    }
}
