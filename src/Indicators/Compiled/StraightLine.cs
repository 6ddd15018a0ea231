using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>
/// Expressions whose steps grow no faster than the rows of a table: of these one can say beforehand for how many rows they stay
/// within <see cref="Limits"/>, so that nobody has to try.
/// </summary>
internal static class StraightLine
{
    /// <summary>Longer tables are left to the reference, whatever is asked of them.</summary>
    public const int MostRows = 512;

    /// <summary>Of a longer expression the figures may grow long as well.</summary>
    private const int MostNodes = 256;

    /// <summary>More than a name, a comparison or a call takes of the budget beside walking over rows.</summary>
    private const int StepsOfNode = 4;

    private static readonly HashSet<string> Functions = ["count", "sum", "min", "max", "mean", "abs", "floor", "ceiling", "round half up", "not", "missing", "contains", "days"];

    /// <summary>Up to how many rows of each table an expression stays within its share of the limits; 0 where that cannot be said.</summary>
    /// <param name="formula">Knows the types.</param>
    /// <param name="expression">It, or a part of it.</param>
    /// <param name="schema">Has the tables.</param>
    /// <param name="parts">How many share one budget.</param>
    public static int RowsOf(Formula formula, Expression expression, EvidenceSchema schema, int parts)
    {
        if (!IsStraight(formula, expression, schema, inLoop: false))
        {
            return 0;
        }

        var nodes = expression.All.Sum(e => e is Expression.Text text ? 1 + text.Value.Length : 1);
        var width = 2 + schema.Tables.Select(t => t.Columns.Length + t.Computed.Length).DefaultIfEmpty(0).Max();
        var steps = (Limits.Steps / parts - Limits.ExpressionLength) / (StepsOfNode * nodes * width) - 1;
        return nodes > MostNodes ? 0 : Math.Clamp(Math.Min(steps, Limits.ListItems / parts / nodes), 0, MostRows);
    }

    /// <param name="formula">Knows the types.</param>
    /// <param name="expression">A part of it.</param>
    /// <param name="schema">Has the tables.</param>
    /// <param name="inLoop">Whether it is worked out for every row: then it must not walk over rows itself.</param>
    private static bool IsStraight(Formula formula, Expression expression, EvidenceSchema schema, bool inLoop)
    {
        return expression switch
        {
            Expression.Name name => !inLoop || (schema.Table(name.Id) is null && schema.Computed.All(c => c.Name != name.Id)),
            Expression.Number or Expression.Text or Expression.Truth or Expression.At => true,
            Expression.Path or Expression.Negate or Expression.If or Expression.Between or Expression.List => expression.Parts.All(Below),
            Expression.Binary b => b.Operator != Operator.Power && (b.Operator is not (Operator.Equal or Operator.NotEqual) || IsShort(b.Left) || IsShort(b.Right)) && expression.Parts.All(Below),
            Expression.Filter f => !inLoop && Below(f.Of) && InLoop(f.Condition),
            Expression.Quantified { Iterations: [{ To: null, Over: var over }] } q => !inLoop && Below(over) && InLoop(q.Condition),
            Expression.Call c => c.Names.IsEmpty && Function.Find(c.Function) is { } function && Functions.Contains(function.Name) && formula.TypeOf(c) is not FeelType.Text && c.Arguments.All(Below),
            _ => false,
        };

        bool Below(Expression part) => IsStraight(formula, part, schema, inLoop);
        bool InLoop(Expression part) => IsStraight(formula, part, schema, inLoop: true);

        // Two texts are compared letter by letter, and those of the evidence may be long.
        bool IsShort(Expression side) => side is Expression.Number or Expression.Text or Expression.Truth or Expression.At || formula.TypeOf(side) is FeelType.Number or FeelType.Truth;
    }
}
