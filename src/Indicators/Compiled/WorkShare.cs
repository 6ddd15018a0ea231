using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>
/// Who works out what of a project that is read without objects: programs over its tables what they can, the reference the rest.
/// Both for no more than <see cref="MostRows"/> rows of a table, so that it need not be tried out that no expression takes too long.
/// </summary>
internal sealed class WorkShare
{
    /// <summary>An expression that takes too long over fewer rows than many projects have is tried out.</summary>
    private const int FewestRows = 32;

    private readonly RuleSet ruleSet;
    private readonly HashSet<string> names = [];

    private WorkShare(CompiledProgram program)
    {
        ruleSet = program.RuleSet;
        var taken = new HashSet<int>();
        var lifters = new Dictionary<string, TableLifter>();
        foreach (var part in program.WorkedOut.ToLookup(i => program.Columns.All[i].Of?.Expression))
        {
            if (part.Key is { } expression && TableLifter.TableOf(expression) is { } name && ruleSet.Schema.Table(name) is { } table && IsBounded(expression, program.Parts))
            {
                var lifter = lifters.TryGetValue(name, out var known) ? known : lifters[name] = new TableLifter(ruleSet, table);
                var (value, missing) = (At(part, PartTakes.Value), At(part, PartTakes.Missing));
                if (lifter.Take(expression, value < 0 ? 1 : program.Columns.All[value].Of!.Units, value, missing))
                {
                    taken.UnionWith(part);
                }
            }
        }

        Tables = [.. lifters.Values.Where(l => !l.IsEmpty).Select(l => l.Program())];
        WorkedOut = [.. program.WorkedOut.Where(i => !taken.Contains(i))];
        Said = [.. program.Said.Where(s => !IsBounded(s))];
        var left = WorkedOut.Select(i => program.Columns.All[i].Of?.Expression).ToList();
        var computed = program.ReferenceRules.OfType<ComputeRule>().ToList();
        var tried = computed.Where(r => !IsBounded(r.Field.Formula)).ToList();
        IsOfNames = computed.Count == program.ReferenceRules.Length && !left.Contains(null)
            && AddNames([.. left.OfType<Expression>(), .. Said.Select(s => s.Root), .. tried.Select(r => r.Field.Formula.Root)]);
        Rules = [.. computed.Where(r => tried.Contains(r) || names.Contains(r.Field.Name))];

        int At(IEnumerable<int> part, PartTakes takes) => part.FirstOrDefault(i => program.Columns.All[i].Of!.Takes == takes, -1);
    }

    /// <summary>Null where the reference takes more of a project than fields and tables.</summary>
    public static WorkShare? Of(CompiledProgram program) => new WorkShare(program) is { IsOfNames: true } share ? share : null;

    /// <summary>The programs over tables.</summary>
    public ImmutableArray<TableProgram> Tables { get; }

    /// <summary>The columns that are left to the reference.</summary>
    public ImmutableArray<int> WorkedOut { get; }

    /// <summary>The rules that it runs for them, in order.</summary>
    public ImmutableArray<ComputeRule> Rules { get; }

    /// <summary>What it tries out of what flags say.</summary>
    public ImmutableArray<Formula> Said { get; }

    /// <summary>The fields and tables that it reads.</summary>
    public IReadOnlySet<string> Names => names;

    /// <summary>Projects with a longer table go the way of all other commands.</summary>
    public int MostRows { get; private set; } = StraightLine.MostRows;

    private bool IsOfNames { get; }

    private bool IsBounded(Expression part, int parts) =>
        ruleSet.Formulas.FirstOrDefault(f => f.TypeOf(part) is not FeelType.Any) is { } formula && IsBounded(new StraightLine(formula, ruleSet.Schema).RowsOf(part, parts));

    private bool IsBounded(Formula formula) => IsBounded(new StraightLine(formula, ruleSet.Schema).RowsOf(formula.Root, 1));

    private bool IsBounded(int rows)
    {
        var isBounded = rows >= FewestRows;
        MostRows = isBounded ? Math.Min(MostRows, rows) : MostRows;
        return isBounded;
    }

    /// <summary>The names in expressions, and in the computed values that they name; false where one asks for a score or a conclusion.</summary>
    private bool AddNames(IEnumerable<Expression> expressions)
    {
        var open = new Queue<Expression>(expressions);
        while (open.TryDequeue(out var expression))
        {
            if (expression.All.Any(e => e is Expression.Call call && Function.Find(call.Function) is { TakesCode: true }))
            {
                return false;
            }

            foreach (var name in expression.All.OfType<Expression.Name>().Where(n => names.Add(n.Id)))
            {
                if (ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name.Id) is { } computed)
                {
                    open.Enqueue(computed.Formula.Root);
                }
            }
        }

        return true;
    }
}
