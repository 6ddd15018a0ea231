using Indicators.Compiled;
using Indicators.Feel;

namespace Indicators.Batch;

/// <summary>What the reference works out for the program, from no more of a project than that takes.</summary>
internal sealed class QuickReference
{
    private readonly CompiledProgram program;
    private readonly WorkShare share;
    private readonly EvidenceColumns into;
    private readonly QuickField[] fields;
    private readonly QuickTable[] tables;
    private readonly (Expression Part, (int Column, WorkedPart Takes)[] Columns)[] parts;
    private readonly QuickScope scope = new();
    private readonly bool isAsked;

    public QuickReference(CompiledProgram program, EvidenceColumns into, IEnumerable<QuickField> fields, IEnumerable<QuickTable> tables)
    {
        (this.program, this.into, share) = (program, into, program.Share!);
        this.fields = [.. fields.Where(f => share.Names.Contains(f.Definition.Name))];
        this.tables = [.. tables.Where(t => share.Names.Contains(t.Name))];
        parts = [.. share.WorkedOut.Select(i => (Column: i, Takes: program.Columns.All[i].Of!)).GroupBy(p => p.Takes.Expression).Select(g => (g.Key, g.ToArray()))];
        isAsked = parts.Length > 0 || !share.Rules.IsEmpty || !share.Said.IsEmpty;
        foreach (var table in program.RuleSet.Schema.Tables.Where(t => share.Names.Contains(t.Name)))
        {
            scope.Set(table.Name, Value.Null);
        }

        foreach (var (name, period) in program.RuleSet.PeriodValues)
        {
            scope.Set(name, period);
        }
    }

    /// <summary>Ends a project; false where the reference is to score it as a whole.</summary>
    public bool End(int row)
    {
        try
        {
            return !isAsked || WorkOut(row);
        }
        catch (ExpressionLimitException)
        {
            return false;
        }
    }

    private bool WorkOut(int row)
    {
        scope.Row = null;
        foreach (var field in fields)
        {
            scope.Set(field.Definition.Name, field.Taken!);
        }

        foreach (var table in tables)
        {
            scope.Set(table.Name, table.Taken(scope));
        }

        foreach (var rule in share.Rules)
        {
            scope.Set(rule.Field.Name, rule.Field.Formula.Evaluate(scope));
        }

        foreach (var said in share.Said)
        {
            // Whether it takes too long.
            _ = said.Evaluate(scope);
        }

        var isWithin = true;
        foreach (var (part, columns) in parts)
        {
            var value = Evaluator.EvaluatePart(part, scope, program.Parts);
            foreach (var (column, takes) in columns)
            {
                var figure = into.Values[column][row] = takes.FigureOf(value);
                isWithin &= value is not null && into.IsWithin(column, figure);
            }
        }

        return isWithin;
    }
}
