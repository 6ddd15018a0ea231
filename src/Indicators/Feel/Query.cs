using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>
/// An expression that somebody asks about evidence: parsed, but not type-checked as those of rules are. What does not fit
/// is null, as FEEL has it at run time.
/// </summary>
public sealed class Query
{
    private readonly Expression root;

    private Query(Expression root) => this.root = root;

    /// <summary>Reads an expression, or reports what is wrong with it and returns null.</summary>
    public static Query? Read(Source source, Diagnostics diagnostics) =>
        Parser.ParseExpression(source, diagnostics) is { } root ? new Query(root) : null;

    /// <exception cref="ExpressionLimitException">It uses more than <see cref="Limits"/> allows.</exception>
    public Answer Evaluate(Scope scope, Action<Step>? seen = null)
    {
        var noting = new Noting(scope);
        var value = Evaluator.Evaluate(root, noting, seen is null ? null : (part, partial, depth) => Tell(seen, part, partial, depth));
        return new Answer(value, [.. noting.Unknown.Select(n => (n, DidYouMean.Hint(n, scope.Known)))]);
    }

    /// <summary>A literal is its own value and not worth a line.</summary>
    private static void Tell(Action<Step> seen, Expression part, Value value, int depth)
    {
        if (part is not (Expression.Number or Expression.Text or Expression.Truth or Expression.Null))
        {
            seen(new Step(Printer.Print(part), value, depth));
        }
    }

    /// <summary>Notes the names that nobody knows.</summary>
    private sealed class Noting(Scope inner) : Scope
    {
        public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

        public override bool Knows(string name) => inner.Knows(name);

        public override Value Lookup(string name)
        {
            if (!inner.Knows(name))
            {
                Unknown.Add(name);
            }

            return inner.Lookup(name);
        }

        public override Formula? Definition(string name) => inner.Definition(name);

        public override Value Score(string code) => inner.Score(Noted(code));

        public override Value Finding(string code) => inner.Finding(Noted(code));

        public override Value Standing(string code) => inner.Standing(Noted(code));

        private string Noted(string code)
        {
            if (!inner.KnowsCode(code))
            {
                Unknown.Add(code);
            }

            return code;
        }
    }
}

/// <summary>What an expression gives, and the names and codes in it that mean nothing.</summary>
public sealed record Answer(Value Value, ImmutableArray<(string Name, Bilingual Hint)> UnknownNames);

/// <summary>A part of an expression that was worked out; the whole is at depth 0.</summary>
public sealed record Step(string Text, Value Value, int Depth);
