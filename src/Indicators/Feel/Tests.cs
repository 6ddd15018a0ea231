using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The unary tests of one band or range, such as <c>≥ 90%</c>: parsed, type-checked, with their text and place.</summary>
public sealed class Tests
{
    private Tests(Source source, ImmutableArray<Expression> all)
    {
        Source = source;
        All = all;
        Names = [.. all.SelectMany(t => t.All).OfType<Expression.Name>().Select(n => n.Id).Distinct()];
        Intervals = Interval.Of(all);
    }

    public Source Source { get; }

    public ImmutableArray<Expression> All { get; }

    public ImmutableArray<string> Names { get; }

    /// <summary>The numbers that pass, where the tests are constants; null where they are not.</summary>
    public ImmutableArray<Interval>? Intervals { get; }

    public static Tests? Read(Source source, FeelType tested, TypeScope scope, Diagnostics diagnostics)
    {
        var before = diagnostics.Count;
        if (Parser.ParseTests(source, diagnostics) is not { } all)
        {
            return null;
        }

        var checker = new TypeChecker(source, diagnostics);
        foreach (var test in all)
        {
            checker.CheckTest(test, tested, scope);
        }

        return diagnostics.Count == before ? new Tests(source, all) : null;
    }

    /// <summary>True if any test passes, false if none does, null if that cannot be known because evidence is missing.</summary>
    public bool? Pass(Value value, Scope scope)
    {
        bool? any = false;
        foreach (var test in All)
        {
            switch (Evaluator.Passes(value, test, scope))
            {
                case true:
                    return true;
                case null:
                    any = null;
                    break;
            }
        }

        return any;
    }
}
