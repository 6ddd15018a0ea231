using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Sampling;

/// <summary>
/// What is wrong with few projects: a flag that is raised, or rows of an indicator that do not go together with it. Cells are
/// moved or drawn again until it is right, those on which least hangs first. In some projects it is kept.
/// </summary>
internal sealed class SampleCheck
{
    /// <summary>Of a thousand projects so many keep their contradiction.</summary>
    private const int Kept = 50;

    private readonly string code;
    private readonly bool isFlag;
    private readonly ulong seed;
    private readonly Func<SampleProject, bool> look;
    private readonly ImmutableArray<SampleTie> ties;
    private readonly ImmutableArray<FieldDefinition> fields;
    private readonly ImmutableArray<IGrouping<string, FieldDefinition>> columns;
    private ImmutableArray<SampleCheck> near = [];

    private SampleCheck(string code, bool isFlag, ulong seed, SampleReach reach, SampleRanks ranks, IEnumerable<SampleTie> ties, Func<SampleProject, bool> look)
    {
        (this.code, this.isFlag, this.seed, this.look, this.ties) = (code, isFlag, seed, look, [.. ties]);
        fields = [.. reach.Fields.OrderBy(ranks.Of)];
        columns = [.. reach.Columns.OrderBy(c => ranks.Of(c.Column)).GroupBy(c => c.Table.Name, c => c.Column)];
        Evidence = [.. fields, .. columns.SelectMany(c => c)];
    }

    /// <summary>The fields and columns that it looks at.</summary>
    public ImmutableArray<FieldDefinition> Evidence { get; }

    /// <summary>All of a rule set.</summary>
    public static ImmutableArray<SampleCheck> Of(RuleSet ruleSet, ulong seed)
    {
        var ranks = new SampleRanks(ruleSet);
        ImmutableArray<SampleCheck> all =
        [
            .. ruleSet.Root.Leaves.Where(l => l.Method is EachMethod).Select(l => new SampleCheck(l.Code, false, seed, SampleReach.Of(ruleSet.Schema, Rules(l)), ranks, [], p => IsOpen(l, ruleSet, p))),
            .. ruleSet.Flags.Select(f => new SampleCheck(f.Code, true, seed, SampleReach.Of(ruleSet.Schema, [f.When.Root, .. f.When.Codes.SelectMany(c => Rules(ruleSet.Find(c.Code)))]), ranks, SampleTie.Of(f, ruleSet.Schema, ranks), p => Evaluator.Truth(f.When.Evaluate(p)) == true)),
        ];
        foreach (var check in all)
        {
            // Ties are closed at the end, whatever comes between.
            check.near = [.. all.Where(other => other != check && other.ties.IsEmpty && other.Evidence.Intersect(check.Evidence).Any())];
        }

        return all;
    }

    /// <summary>Whether a project is one of the few that keep what is wrong.</summary>
    public static bool Keeps(ulong seed, long project, string code) => new Dice(seed, project, code).Chance(Kept);

    /// <summary>Makes it right, or wrong where the project keeps what is wrong.</summary>
    /// <param name="project">The project.</param>
    /// <param name="isCareful">Whether nothing else may go wrong by it; it can then fail more often.</param>
    public void Mend(SampleProject project, bool isCareful)
    {
        if (Keeps(seed, project.Number, code))
        {
            if (isFlag && !isCareful)
            {
                Draw(project, () => () => IsWrong(project));
            }
        }
        else if (!project.Hopeless.Contains(this) && IsWrong(project))
        {
            Close(project);
            Draw(project, () => Mended(project, isCareful));
            if (!isCareful && IsWrong(project))
            {
                // With more care it cannot be reached either.
                project.Hopeless.Add(this);
            }
        }
    }

    private Func<bool> Mended(SampleProject project, bool isCareful)
    {
        if (!IsWrong(project))
        {
            return () => true;
        }

        var right = isCareful ? near.Where(n => !n.IsWrong(project)).ToList() : [];
        return () => !IsWrong(project) && !right.Exists(n => n.IsWrong(project));
    }

    /// <summary>Draws cells again, first those of rows, each by what is seen of it alone.</summary>
    /// <param name="project">The project.</param>
    /// <param name="goal">Gives, for what is seen before, what is to be reached.</param>
    private void Draw(SampleProject project, Func<Func<bool>> goal)
    {
        var whole = goal();
        foreach (var table in columns)
        {
            foreach (var row in project.Rows(table.Key).TakeWhile(_ => !whole()))
            {
                project.With(row, () => Draw([.. table.Select(c => row.Cells.First(own => own.Definition == c))], goal()));
            }
        }

        Draw([.. fields.Select(f => project.Field(f.Name))], whole);
    }

    private bool IsWrong(SampleProject project)
    {
        try
        {
            return project.Finds(this, look);
        }
        catch (ExpressionLimitException)
        {
            // It cannot be scored either, and is reported then.
            return false;
        }
    }

    /// <summary>Brings together the figures that are to be the same.</summary>
    public void Close(SampleProject project)
    {
        if (!ties.IsEmpty && !Keeps(seed, project.Number, code) && IsWrong(project))
        {
            foreach (var tie in ties)
            {
                tie.Close(project);
            }
        }
    }

    private static IEnumerable<Expression> Rules(Node? node) => node?.Method?.AllFormulas.Select(f => f.Root) ?? [];

    /// <summary>Whether an indicator that goes over rows has some, and no points.</summary>
    private static bool IsOpen(Node leaf, RuleSet ruleSet, SampleProject project)
    {
        if (((EachMethod)leaf.Method!).Rows.Evaluate(project) is not Value.List { Items.IsEmpty: false })
        {
            return false;
        }

        return LeafScorer.Open(leaf, ruleSet.IndicatorOf(leaf), project.Scored()).Decide() is Outcome.Missing;
    }

    /// <summary>Draws one cell after the other again until the goal is reached; one that does not help stays as it is.</summary>
    private static bool Draw(ImmutableArray<SampleCell> cells, Func<bool> isReached) =>
        isReached()
        || cells.Any(c => Try(c, c.Drawn(SampleValues.OfOwnSize).Concat(cells.Where(c.IsLike).Select(other => other.Text)), isReached))
        || cells.Any(c => Try(c, c.Drawn(SampleValues.Smaller), isReached));

    private static bool Try(SampleCell cell, IEnumerable<string> texts, Func<bool> isReached)
    {
        var before = cell.Text;
        foreach (var text in texts)
        {
            cell.Text = text;
            if (isReached())
            {
                return true;
            }
        }

        cell.Text = before;
        return false;
    }
}
