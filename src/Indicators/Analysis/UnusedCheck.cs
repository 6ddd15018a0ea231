using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>Evidence that is asked for and that no indicator, flag or computed value reads. What stands in a base is for the base to use.</summary>
internal static class UnusedCheck
{
    public static void Check(RuleSet ruleSet, Diagnostics problems)
    {
        var (schema, used) = (ruleSet.Schema, Used(ruleSet));
        var tables = schema.Tables.Where(t => used.Contains(t.Name)).ToList();
        var unused = schema.Fields.Where(f => !used.Contains(f.Name)).Select(f => (f.Name, f.Place))
            .Concat(schema.Computed.Where(c => !used.Contains(c.Name)).Select(c => (c.Name, c.Place)))
            .Concat(schema.Tables.Except(tables).Select(t => (t.Name, t.Place)))
            .Concat(tables.SelectMany(t => t.Columns.Where(c => !used.Contains(c.Name) && !Holds(t, c.Name)).Select(c => ($"{t.Name}.{c.Name}", c.Place))));
        foreach (var (name, place) in unused.Where(u => ruleSet.Written.Owns(u.Place)))
        {
            problems.Report(Messages.UnusedEvidence, place, name);
        }
    }

    /// <summary>Columns that name the rows, count the answers, or say the unit of others.</summary>
    private static bool Holds(TableDefinition table, string column) => table.Key.Contains(column)
        || table.Survey is { } survey && (survey.OptionColumn == column || survey.CountColumn == column)
        || table.Columns.Any(c => c.Type.UnitColumn == column);

    private static HashSet<string> Used(RuleSet ruleSet)
    {
        var (schema, used) = (ruleSet.Schema, new HashSet<string>());
        Read(ruleSet.Root.Leaves.SelectMany(l => l.Method!.AllFormulas).Concat(ruleSet.Flags.SelectMany(f => f.Says.Formulas.Prepend(f.When))).Concat(ruleSet.Beside.Select(b => b.Formula)).SelectMany(f => f.Root.All)
            .Concat(ruleSet.Root.Leaves.SelectMany(l => l.Method!.Tests).SelectMany(t => t.All).SelectMany(e => e.All)));
        used.UnionWith(ruleSet.Across.SelectMany(f => f.Fields).Select(f => f.Name));
        return used;

        void Read(IEnumerable<Expression> expressions)
        {
            foreach (var name in expressions.Select(e => e switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => null }).OfType<string>().Where(used.Add).ToList())
            {
                // A column worked out from its row has its name in any table that is read.
                Read(schema.Computed.Concat(schema.Tables.SelectMany(t => t.Computed)).Where(c => c.Name == name).SelectMany(c => c.Formula.Root.All));
            }
        }
    }
}
