using Indicators.Feel;

namespace Indicators;

/// <summary>How values and arithmetic are written for people; nothing here is computed with.</summary>
internal static class Shown
{
    /// <summary>A rate as a percentage with two decimals.</summary>
    public static Bilingual Percent(Fraction rate) => Bilingual.Same($"{(rate * Fraction.Hundred).ToFixed(2)}%");

    /// <summary>A standard beside what is measured: a percentage if either is one.</summary>
    public static Bilingual Value(Value value, FeelType measured, FeelType own) =>
        Value(value, own is FeelType.Number { Unit: null } && measured is FeelType.Number { Unit: FeelType.Percent } ? measured : own);

    public static Bilingual Value(Value value, FeelType type) => value switch
    {
        Value.Number n => Number(n.Amount, type),
        Value.Text t => new($"“{t.Content}”", $"“{t.Content}”"),
        Value.Truth t => t.Holds ? new("是", "yes") : new("否", "no"),
        Value.Date d => Bilingual.Same(d.Day.ToString()),
        Value.Missing m => Words.MissingStates[m.State],
        Value.Context context when Target.InWords(context, v => Value(v, FeelType.Bare).Zh) is { } target => Bilingual.Same(target),
        Value.List l when type is FeelType.List { Element: var element } =>
            Words.Choices(l.Items.Select(item => Value(item, element))),
        _ => Bilingual.Same(value.ToString()),
    };

    private static Bilingual Number(Fraction amount, FeelType type) => (type as FeelType.Number)?.Unit switch
    {
        FeelType.Yuan when Fraction.Abs(amount) >= 10_000 =>
            new($"{(amount / 10_000).ToShortest(6)}万元", $"{amount.ToShortest(2)} yuan"),
        FeelType.Yuan => new($"{amount.ToShortest(2)}元", $"{amount.ToShortest(2)} yuan"),
        FeelType.Percent => Bilingual.Same($"{(amount * Fraction.Hundred).ToShortest(2)}%"),
        _ => Bilingual.Same(amount.ToShortest(4)),
    };

    /// <summary>The expression with its numbers and its value, such as <c>实际17 ÷ 计划12 = 141.67%</c>.</summary>
    public static Phrase Arithmetic(Formula formula, Value value, FeelType type, Scope scope)
    {
        if (formula.Root is Expression.Name computed && scope.Definition(computed.Id) is { } definition)
        {
            return new Phrase(Bilingual.Same("{0} = {1}"), computed.Id, Arithmetic(definition, value, type, scope));
        }

        var filled = Filled(formula, scope);
        return formula.Root is Expression.Name or Expression.Number
            ? new Phrase(Bilingual.Same("{0}"), filled)
            : new Phrase(Bilingual.Same("{0} = {1}"), filled, Value(value, type));
    }

    /// <summary>The expression with the value behind each name.</summary>
    public static Bilingual Filled(Formula formula, Scope scope) => Write(formula, scope);

    /// <summary>The expression in the same signs, before anything is known.</summary>
    public static Bilingual Written(Formula formula) => Write(formula, null);

    private static Bilingual Write(Formula formula, Scope? scope)
    {
        var writer = new Filler(formula, scope);
        return new(writer.Write(formula.Root, Language.Chinese), writer.Write(formula.Root, Language.English));
    }

    /// <summary>The text of a flag with its expressions worked out.</summary>
    public static Phrase Says(SaysText text, Scope scope)
    {
        var parts = text.Parts.Select(p => p is Formula f ? Value(f.Evaluate(scope), f.Type) : Bilingual.Same((string)p)).ToList();
        return new Phrase(Bilingual.Same("{0}"), new Bilingual(string.Concat(parts.Select(p => p.Zh)), string.Concat(parts.Select(p => p.En))));
    }

    /// <summary>A value as a plain label, the same in both languages.</summary>
    public static string Plain(Value value) => value is Value.Number n ? n.Amount.ToShortest(6) : Value(value, FeelType.Unknown).Zh;

    private sealed class Filler(Formula formula, Scope? scope)
    {
        public string Write(Expression expression, Language language, int outer = 0) => expression switch
        {
            Expression.Name n when scope is null => n.Id,
            Expression.Name n => n.Id + (char.IsAscii(n.Id[^1]) ? " " : "") + Value(scope.Lookup(n.Id), formula.TypeOf(n)).In(language),
            Expression.Binary b => Binary(b, language, outer),
            Expression.Negate n => "-" + Write(n.Operand, language, 7),
            Expression.Number or Expression.Text or Expression.Truth or Expression.Null => formula.Source.Of(expression.Span),
            Expression.Between b => $"{Write(b.Operand, language, 4)} {(language == Language.Chinese ? "介于" : "between")} {Write(b.Low, language)} ~ {Write(b.High, language)}",
            Expression.Call c when scope is null => $"{c.Function}({string.Join(", ", c.Arguments.Select(a => Write(a, language)))})",
            Expression.List l when scope is null => $"[{string.Join(", ", l.Items.Select(i => Write(i, language)))}]",
            _ => Worked(expression, language),
        };

        private string Binary(Expression.Binary b, Language language, int outer)
        {
            var strength = Precedence.Of(b.Operator);
            var text = $"{Write(b.Left, language, strength)} {Symbol(b.Operator, language)} {Write(b.Right, language, strength + 1)}";
            return strength < outer ? $"({text})" : text;
        }

        /// <summary>A part that is not plain arithmetic: its text with its value, where it stands on its own.</summary>
        private string Worked(Expression expression, Language language)
        {
            var text = formula.Source.Of(expression.Span);
            return scope is not null && IsClosed(expression) ? $"{text}〔{Value(Evaluator.Evaluate(expression, scope), formula.TypeOf(expression)).In(language)}〕" : text;
        }

        /// <summary>Loops are written as they are: their inner names have no single value.</summary>
        private static bool IsClosed(Expression expression) => expression is not (Expression.Quantified or Expression.For or Expression.Range);

        private static string Symbol(Operator operation, Language language) => operation switch
        {
            Operator.Or => language == Language.Chinese ? "或" : "or",
            Operator.And => language == Language.Chinese ? "且" : "and",
            Operator.Equal => "=",
            Operator.NotEqual => "≠",
            Operator.Less => "<",
            Operator.LessOrEqual => "≤",
            Operator.Greater => ">",
            Operator.GreaterOrEqual => "≥",
            Operator.Add => "+",
            Operator.Subtract => "−",
            Operator.Multiply => "×",
            Operator.Divide => "÷",
            _ => "^",
        };
    }
}
