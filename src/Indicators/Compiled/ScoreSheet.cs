using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Compiled;

/// <summary>The scores of many projects in numbers: of the total and every dimension, criterion and indicator the points, what is held and the state; the grade; the flags.</summary>
public sealed class ScoreSheet
{
    private readonly RuleSet ruleSet;
    private readonly Dictionary<string, int> indexes;
    private readonly SheetColumn[] nodes;
    private readonly ImmutableArray<Grade> grades;
    private readonly byte[] gradeOf;
    private readonly byte[][] flags;
    private readonly ReferenceScores?[] reference;

    internal ScoreSheet(RuleSet ruleSet, CompiledRuleSet? compiled, ImmutableArray<Node> nodes, IReadOnlyList<Project> projects)
    {
        this.ruleSet = ruleSet;
        Projects = projects;
        indexes = nodes.Index().ToDictionary(n => n.Item.Code, n => n.Index);
        this.nodes = compiled is null ? [] : [.. nodes.Select(n => new SheetColumn(CompiledRuleSet.UnitOf(n), CompiledRuleSet.HeldUnit(ruleSet), projects.Count))];
        grades = compiled?.Grades ?? [];
        gradeOf = new byte[compiled is null ? 0 : projects.Count];
        flags = [.. ruleSet.Flags.Select(_ => new byte[gradeOf.Length])];
        reference = new ReferenceScores?[projects.Count];
    }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>How many rows the reference scored.</summary>
    public int ByReference => reference.Count(r => r is not null);

    /// <summary>Why a project has no scores; null where it has.</summary>
    public Diagnostic? Problem(int row) => reference[row]?.Problem;

    /// <summary>The points that count, of a total, dimension, criterion or indicator.</summary>
    public Fraction Published(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].Published : nodes[indexes[node.Code]].Published(row);

    /// <summary>The points of it that are held.</summary>
    public Fraction Held(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].Held : nodes[indexes[node.Code]].Held(row);

    public ScoreState State(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].State : nodes[indexes[node.Code]].State(row);

    /// <summary>The grade that counts, caps included; null where everything is left out.</summary>
    public Grade? Grade(int row) => reference[row] is { } own ? own.Grade : grades[gradeOf[row]];

    /// <summary>The codes of the flags raised, those of rulings included.</summary>
    public ImmutableArray<string> Flags(int row) => reference[row]?.Flags ?? [.. Codes(row, Raised), .. Rulings(row)];

    /// <summary>The codes of the flags whose condition cannot be known.</summary>
    public ImmutableArray<string> UndecidedFlags(int row) => reference[row]?.UndecidedFlags ?? Codes(row, Undecided);

    private const byte Raised = 1;
    private const byte Undecided = 2;

    internal void TakeNode(int node, int from, int rows, ReadOnlySpan<double> published, ReadOnlySpan<double> held, ReadOnlySpan<double> states) =>
        nodes[node].Take(from, published[..rows], held[..rows], states[..rows]);

    internal void TakeGrades(int from, int rows, ReadOnlySpan<double> grade)
    {
        for (var i = 0; i < rows; i++)
        {
            gradeOf[from + i] = (byte)grade[i];
        }
    }

    internal void TakeFlag(int flag, int from, int rows, ReadOnlySpan<double> raised, ReadOnlySpan<double> missing)
    {
        for (var i = 0; i < rows; i++)
        {
            flags[flag][from + i] = BitConverter.DoubleToInt64Bits(raised[i]) != 0 ? Raised : missing[i] != 0 ? Undecided : (byte)0;
        }
    }

    internal void TakeReference(int row, ProjectResult result) => reference[row] = ReferenceScores.Of(result, indexes);

    /// <summary>认定 raises a flag of its own for each leaf.</summary>
    private IEnumerable<string> Rulings(int row)
    {
        var rulings = Projects[row].Findings.Where(f => f.IsRuling).ToList();
        return rulings.Count == 0 ? [] : ruleSet.Root.Leaves
            .Select(l => (Leaf: l, Ruling: rulings.Find(f => f.Code == l.Code) ?? rulings.Find(f => f.Code == ruleSet.IndicatorOf(l).Code)))
            .Where(r => r.Ruling is not null)
            .Select(r => Scoring.RulingCode(r.Ruling!, r.Leaf));
    }

    private ImmutableArray<string> Codes(int row, byte state) => [.. ruleSet.Flags.Index().Where(f => flags[f.Index][row] == state).Select(f => f.Item.Code)];
}

/// <summary>One node of all projects: points in whole units.</summary>
internal sealed class SheetColumn(Fraction unit, Fraction heldUnit, int rows)
{
    private readonly double[] published = new double[rows];
    private readonly double[] held = new double[rows];
    private readonly byte[] states = new byte[rows];

    public Fraction Published(int row) => new Fraction(new BigInteger(published[row])) * unit;

    public Fraction Held(int row) => new Fraction(new BigInteger(held[row])) * heldUnit;

    public ScoreState State(int row) => states[row] switch
    {
        LeafLifter.Scored => ScoreState.Scored,
        LeafLifter.Settled => ScoreState.Missing,
        LeafLifter.Held => ScoreState.Held,
        _ => ScoreState.NotApplicable,
    };

    public void Take(int from, ReadOnlySpan<double> points, ReadOnlySpan<double> open, ReadOnlySpan<double> state)
    {
        points.CopyTo(published.AsSpan(from));
        open.CopyTo(held.AsSpan(from));
        for (var i = 0; i < state.Length; i++)
        {
            states[from + i] = (byte)state[i];
        }
    }
}

/// <summary>What the reference made of a project that the program did not take.</summary>
internal sealed record ReferenceScores(
    Diagnostic? Problem, (Fraction Published, Fraction Held, ScoreState State)[] Nodes, Grade? Grade, ImmutableArray<string> Flags, ImmutableArray<string> UndecidedFlags)
{
    public static ReferenceScores Of(ProjectResult result, Dictionary<string, int> indexes)
    {
        var nodes = new (Fraction, Fraction, ScoreState)[indexes.Count];
        if (result.Evaluation is not { } evaluation)
        {
            return new(result.Problem, nodes, null, [], []);
        }

        foreach (var score in evaluation.Total.All)
        {
            if (indexes.TryGetValue(score.Node.Code, out var index))
            {
                nodes[index] = (score.Published, score.Held, score.State);
            }
        }

        return new(
            null, nodes, evaluation.IsGraded ? evaluation.Grade : null,
            [.. evaluation.Flags.Select(f => f.Code)], [.. evaluation.UndecidedFlags.Select(f => f.Code)]);
    }
}
