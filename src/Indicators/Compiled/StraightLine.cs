using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>
/// Expressions whose steps grow no faster than the rows of a table: of these one can say beforehand for how many rows they stay
/// within <see cref="Limits"/>, so that nobody has to try.
/// </summary>
/// <param name="formula">Knows the types.</param>
/// <param name="schema">Has the tables and computed values.</param>
internal sealed class StraightLine(Formula formula, EvidenceSchema schema)
{
    /// <summary>Longer tables are left to the reference, whatever is asked of them.</summary>
    public const int MostRows = 512;

    /// <summary>A number of the evidence has no more bits, over and under its line together.</summary>
    private const int BitsOfFigure = 200;

    /// <summary>Longer numbers take their time.</summary>
    private const int MostBits = 1000;

    private static readonly HashSet<string> Sums = ["sum", "mean"];
    private static readonly HashSet<string> Functions = ["count", "min", "max", "abs", "floor", "ceiling", "round half up", "not", "missing", "days", .. Sums];

    private readonly int width = 2 + schema.Tables.Select(t => t.Columns.Length + t.Computed.Length).DefaultIfEmpty(0).Max();

    /// <summary>Up to how many rows of each table an expression stays within its share of the limits; 0 where that cannot be said.</summary>
    /// <param name="expression">The formula's, or a part of it.</param>
    /// <param name="parts">How many share one budget.</param>
    public int RowsOf(Expression expression, int parts)
    {
        if (!IsStraight(expression, inLoop: false) || BitsOf(expression) > MostBits)
        {
            return 0;
        }

        var steps = (Limits.Steps / parts - Limits.ExpressionLength) / expression.All.Sum(StepsOf) - 1;
        var loops = Math.Max(1, expression.All.Count(e => e is Expression.Filter or Expression.Quantified));
        return Math.Clamp(Math.Min(steps, Limits.ListItems / parts / loops), 0, MostRows);
    }

    /// <param name="expression">A part of the formula.</param>
    /// <param name="inLoop">Whether it is worked out for every row: then it must not walk over rows itself.</param>
    private bool IsStraight(Expression expression, bool inLoop)
    {
        return expression switch
        {
            Expression.Name name => !inLoop || (schema.Table(name.Id) is null && Computed(name.Id) is null),
            Expression.Number or Expression.Text or Expression.Truth or Expression.At => true,
            Expression.Path or Expression.Negate or Expression.If or Expression.Between or Expression.List => expression.Parts.All(Below),
            Expression.Binary b => Takes(b) && expression.Parts.All(Below),
            Expression.Filter f => !inLoop && Below(f.Of) && InLoop(f.Condition),
            Expression.Quantified { Iterations: [{ To: null, Over: var over }] } q => !inLoop && Below(over) && InLoop(q.Condition),
            Expression.Call c => c.Names.IsEmpty && Function.Find(c.Function) is { } function && Functions.Contains(function.Name) && formula.TypeOf(c) is not FeelType.Text && c.Arguments.All(Below),
            _ => false,
        };

        bool Below(Expression part) => IsStraight(part, inLoop);
        bool InLoop(Expression part) => IsStraight(part, inLoop: true);
    }

    /// <summary>Two texts are compared and joined letter by letter, and those of the evidence may be long.</summary>
    private bool Takes(Expression.Binary b) => b.Operator switch
    {
        Operator.Power => false,
        Operator.Equal or Operator.NotEqual => IsShort(b.Left) || IsShort(b.Right),
        >= Operator.Add => formula.TypeOf(b) is FeelType.Number,
        _ => true,
    };

    private bool IsShort(Expression side) => side is Expression.Number or Expression.Text or Expression.Truth or Expression.At || formula.TypeOf(side) is FeelType.Number or FeelType.Truth;

    /// <summary>The most steps that one part takes by itself, once or once a row.</summary>
    private int StepsOf(Expression part) => part switch
    {
        Expression.Binary { Operator: >= Operator.Add } => 8 + ((MostBits * MostBits) >> 14),
        Expression.Text text => 8 + text.Value.Length / 16,
        Expression.Call or Expression.Path => 4 * width,
        _ => 8,
    };

    /// <summary>The most bits that the numbers in an expression come to; beyond <see cref="MostBits"/> no matter how many.</summary>
    private int BitsOf(Expression expression)
    {
        return Math.Min(MostBits + 1, expression switch
        {
            Expression.Number number => (int)Math.Min(MostBits, number.Value.Bits),
            Expression.Name name => Computed(name.Id) is { } computed ? BitsOf(computed.Formula.Root) : BitsOfFigure,
            Expression.Path path => ColumnBits(path.Member),
            // Of rows with different denominators the sum has one that holds them all.
            Expression.Call { Arguments: [var list] } call when Function.Find(call.Function) is { } function && Sums.Contains(function.Name) =>
                list.All.OfType<Expression.Path>().Any(p => IsQuotient(p.Member)) ? MostBits + 1 : 32 + BitsOf(list),
            Expression.Binary or Expression.List => expression.Parts.Sum(BitsOf),
            _ => expression.Parts.Select(BitsOf).DefaultIfEmpty(0).Max(),
        });
    }

    private int ColumnBits(string member) => Columns(member).Select(c => BitsOf(c.Formula.Root)).Append(BitsOfFigure).Max();

    private bool IsQuotient(string member) => Columns(member).Any(c => c.Formula.Root.All.Any(e => e is Expression.Binary { Operator: Operator.Divide }));

    private IEnumerable<ComputedField> Columns(string name) => schema.Tables.SelectMany(t => t.Computed).Where(c => c.Name == name);

    private ComputedField? Computed(string name) => schema.Computed.FirstOrDefault(c => c.Name == name);
}
