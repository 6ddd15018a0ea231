using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>Lifts aggregates over one table into a program of which a row is a row of that table.</summary>
internal sealed class TableLifter
{
    /// <summary>Which rows count, what is aggregated and how that is missing.</summary>
    public const int OutputsOfAggregate = 3;

    /// <summary>The name by which a condition in brackets calls the row.</summary>
    private const string Item = "item";

    private static readonly Dictionary<string, AggregateKind> Kinds = new()
    {
        ["count"] = AggregateKind.Count,
        ["sum"] = AggregateKind.Sum,
        ["min"] = AggregateKind.Min,
        ["max"] = AggregateKind.Max,
    };

    private static readonly Int128 Cap = (Int128)1 << 40;

    private readonly RuleSet ruleSet;
    private readonly TableDefinition table;
    private readonly Emitter emitter = new();
    private readonly Columns columns = new();
    private readonly ExpressionLifter expressions;
    private readonly ImmutableArray<TableAggregate>.Builder aggregates = ImmutableArray.CreateBuilder<TableAggregate>();
    private readonly List<int> outputs = [];
    private string? variable;
    private bool isInside = true;

    public TableLifter(RuleSet ruleSet, TableDefinition table)
    {
        (this.ruleSet, this.table) = (ruleSet, table);
        expressions = new ExpressionLifter(emitter, name => isInside ? Column(name) : throw NotHere(name), (_, code) => throw NotHere(code), columns.TextId, OfRow);
    }

    /// <summary>Whether nothing was taken.</summary>
    public bool IsEmpty => aggregates.Count == 0;

    /// <summary>What was taken, as a program.</summary>
    public TableProgram Program() => new(table, columns, columns.Program(emitter, outputs), aggregates.ToImmutable());

    /// <summary>The table whose rows an expression aggregates; null where it is no aggregate of one table.</summary>
    public static string? TableOf(Expression part) => part switch
    {
        Expression.Call { Arguments: [var list], Names.IsEmpty: true } c when Function.Find(c.Function) is { } function && Kinds.ContainsKey(function.Name) => TableBelow(list),
        Expression.Quantified { Iterations: [{ To: null, Over: var over }] } => TableBelow(over),
        _ => null,
    };

    /// <summary>Takes an aggregate over the table; false where a row takes more than instructions.</summary>
    /// <param name="part">The expression.</param>
    /// <param name="units">The column that takes the result holds it in units, so many of one.</param>
    /// <param name="value">That column.</param>
    /// <param name="missing">The column that takes how it is missing.</param>
    public bool Take(Expression part, long units, int value, int missing)
    {
        try
        {
            return part switch
            {
                Expression.Call { Arguments: [var list] } call => Take(Kinds[Function.Find(call.Function)!.Name], list, units, value, missing),
                Expression.Quantified { Iterations: [var iteration] } q => Take(q, iteration, value, missing),
                _ => false,
            };
        }
        catch (NotLiftedException)
        {
            return false;
        }
    }

    private static string? TableBelow(Expression list) => list switch
    {
        Expression.Name name => name.Id,
        Expression.Path path => TableBelow(path.Of),
        Expression.Filter filter => TableBelow(filter.Of),
        _ => null,
    };

    private bool Take(AggregateKind kind, Expression list, long units, int value, int missing)
    {
        var column = list as Expression.Path;
        var passes = Passing(column?.Of ?? list);
        if (column is null)
        {
            // Rows are counted, and nothing else can be done with them.
            return kind == AggregateKind.Count && Add(new(kind, new Fraction(units), false, value, missing), passes, emitter.Zero, emitter.Zero);
        }

        var namesRow = table.Key.Length > 0;
        if (kind == AggregateKind.Count)
        {
            // What a column works out may be a null that somebody wrote, which counts.
            return table.Columns.Any(c => c.Name == column.Member)
                && Add(new(kind, new Fraction(units), namesRow, value, missing), passes, emitter.Zero, Column(column.Member).Missing);
        }

        return Column(column.Member) is Lifted.Number { Bottom: null } number
            && Add(new(kind, number.Scale * new Fraction(units), namesRow, value, missing), passes, number.Top, number.Missing);
    }

    private bool Take(Expression.Quantified q, Iteration iteration, int value, int missing)
    {
        var passes = Passing(iteration.Over);
        var holds = Of(iteration.Name, isInside: false, () => Condition(q.Condition));
        return Add(new(q.Every ? AggregateKind.Every : AggregateKind.Some, Fraction.One, false, value, missing), passes, holds.Mask, holds.Missing);
    }

    private bool Add(TableAggregate aggregate, int passes, int value, int missing)
    {
        aggregates.Add(aggregate);
        outputs.AddRange([passes, value, missing]);
        return true;
    }

    /// <summary>The mask of the rows that a list of them has.</summary>
    private int Passing(Expression rows)
    {
        if (rows is Expression.Name)
        {
            return emitter.Always;
        }

        if (rows is not Expression.Filter filter)
        {
            throw NotHere(table.Name);
        }

        return emitter.And(Passing(filter.Of), Of(Item, isInside: true, () => Condition(filter.Condition)).Mask);
    }

    /// <summary>A column may have the name of a function, which then is none.</summary>
    private Lifted.Truth Condition(Expression condition) =>
        condition.All.OfType<Expression.Call>().Any(c => IsColumn(c.Function)) ? throw NotHere(table.Name) : expressions.Truth(condition);

    private bool IsColumn(string name) => table.Columns.Any(c => c.Name == name) || table.Computed.Any(c => c.Name == name);

    private Lifted Column(string name) =>
        table.Columns.FirstOrDefault(c => c.Name == name) is { } column ? columns.Field(column, emitter, Cap)
        : table.Computed.FirstOrDefault(c => c.Name == name) is { } computed ? Of(null, isInside: true, () => expressions.Lift(computed.Formula))
        : throw NotHere(name);

    /// <summary>Lifts what sees a row.</summary>
    /// <param name="row">What it calls the row; null where it has no name for it.</param>
    /// <param name="isInside">Whether the columns are names of their own: of a condition in brackets, and of what a column works out.</param>
    /// <param name="lift">Lifts it.</param>
    private T Of<T>(string? row, bool isInside, Func<T> lift)
    {
        var outer = (variable, this.isInside);
        (variable, this.isInside) = (row, isInside);
        try
        {
            return lift();
        }
        finally
        {
            (variable, this.isInside) = outer;
        }
    }

    /// <summary>A column of the row by its full name, or a day of the period.</summary>
    private Lifted? OfRow(Expression expression) => expression switch
    {
        Expression.Path { Of: Expression.Name { Id: var row } } path when row == variable => IsColumn(path.Member) ? Column(path.Member) : null,
        Expression.Path { Of: Expression.Name { Id: var name } } path when ruleSet.Period is { } period && !IsColumn(name) && period.Day(name, path.Member) is { } day => new Lifted.Day(emitter.Constant((Int128)((CalendarDate)day).Number), emitter.Zero),
        _ => null,
    };

    private static NotLiftedException NotHere(string name) => new(Reasons.Of(Reasons.Construct, name));
}
