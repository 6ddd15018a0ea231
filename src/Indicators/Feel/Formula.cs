using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>An expression that is parsed and type-checked, with its text and place: all that a rule keeps of it.</summary>
public sealed class Formula
{
    private readonly IReadOnlyDictionary<Expression, FeelType> types;
    private Formula(Source source, Expression root, TypeChecker checker)
    {
        Source = source;
        Root = root;
        types = checker.Types;
        Type = types[root];
        Names = [.. root.All.OfType<Expression.Name>().Select(n => n.Id).Distinct()];
        Codes = [.. root.All.OfType<Expression.Call>()
            .Where(c => Function.Find(c.Function) is { TakesCode: true })
            .Select(c => new CodeReference(Function.Find(c.Function)!.Name, ((Expression.Text)c.Arguments[0]).Value, source.At(c.Arguments[0].Span)))];
    }

    public Source Source { get; }

    public Expression Root { get; }

    public FeelType Type { get; }

    /// <summary>The expression in the signs of a sentence, without the brackets that it can do without.</summary>
    public Bilingual InWords => Shown.Written(this);

    /// <summary>To how many decimals its value is rounded; null where it is exact.</summary>
    public int? Places { get; private set; }

    /// <summary>All names that occur in it, loop variables included.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The indicator codes that it asks 得分, 结论 or 依据 for.</summary>
    public ImmutableArray<CodeReference> Codes { get; }

    public FeelType TypeOf(Expression part) => types.GetValueOrDefault(part, FeelType.Unknown);

    /// <summary>Reads an expression and checks it against the names in scope; reports every problem and then returns null.</summary>
    public static Formula? Read(Source source, TypeScope scope, FeelType expected, Diagnostics diagnostics)
    {
        var before = diagnostics.Count;
        if (Parser.ParseExpression(source, diagnostics) is not { } root)
        {
            return null;
        }

        var checker = new TypeChecker(source, diagnostics);
        var type = checker.Check(root, scope);
        return diagnostics.Count == before && checker.Fits(root, expected, type) ? new Formula(source, root, checker) : null;
    }

    /// <exception cref="ExpressionLimitException">It visits more items than <see cref="Limits.ListItems"/>.</exception>
    public Value Evaluate(Scope scope) => Evaluator.Evaluate(Root, scope) switch
    {
        Value.Number number when Places is { } p => Value.Of(number.Amount.Round(p)),
        var value => value,
    };

    /// <summary>The same expression with its value rounded half-up to so many decimals.</summary>
    public Formula Rounded(int decimals)
    {
        var rounded = (Formula)MemberwiseClone();
        rounded.Places = decimals;
        return rounded;
    }
}

/// <summary>A code used in an expression, by which function (its FEEL name), and where.</summary>
public sealed record CodeReference(string Function, string Code, Place Place);
