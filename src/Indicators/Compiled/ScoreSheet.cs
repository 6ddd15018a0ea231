using System.Collections.Immutable;
using System.Numerics;

namespace Indicators.Compiled;

/// <summary>The scores of many projects in numbers: of the total and every dimension, criterion and indicator the points, what is held and the state; the grade; the flags.</summary>
public sealed class ScoreSheet
{
    internal const int Raised = 1;
    internal const int Undecided = 2;

    private readonly RuleSet ruleSet;
    private readonly CompiledProgram? program;
    private readonly Dictionary<string, int> indexes;
    private readonly double[]?[] outputs;
    private readonly LaneProgram?[] ran;
    private LaneProgram? roomy;
    private readonly ReferenceScores?[] reference;

    internal ScoreSheet(RuleSet ruleSet, CompiledProgram? program, IReadOnlyList<Project> projects)
    {
        (this.ruleSet, this.program, Projects) = (ruleSet, program, projects);
        indexes = ruleSet.Root.All.Where(n => n.Level <= Level.Indicator).Index().ToDictionary(n => n.Item.Code, n => n.Index);
        outputs = new double[]?[program?.Outputs ?? 0];
        ran = new LaneProgram?[(projects.Count + LaneProgram.Block - 1) / LaneProgram.Block];
        reference = new ReferenceScores?[projects.Count];
    }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>How many rows the reference scored.</summary>
    public int ByReference => reference.Count(r => r is not null);

    /// <summary>Why a project has no scores; null where it has.</summary>
    public Diagnostic? Problem(int row) => reference[row]?.Problem;

    /// <summary>The points that count, of a total, dimension, criterion or indicator.</summary>
    public Fraction Published(Node node, int row)
    {
        var index = indexes[node.Code];
        return reference[row] is { } own ? own.Nodes[index].Published : new Fraction(new BigInteger(Output(program!.Published(index), row))) * CompiledRuleSet.UnitOf(node);
    }

    /// <summary>分值 of a node, after the weight of what is left out is shared out.</summary>
    public Fraction Maximum(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].Maximum : program!.MaximumOf(node);

    /// <summary>What its maximum rests on; of an executor that was made to tell it.</summary>
    public StandingSplit Resting(Node node, int row)
    {
        if (reference[row] is { } own)
        {
            return own.Nodes[indexes[node.Code]].Resting;
        }

        if (!program!.HasStandings)
        {
            throw new InvalidOperationException("The executor was not made to tell what points rest on.");
        }

        var resting = default(StandingSplit);
        foreach (var leaf in program.LeavesOf(node))
        {
            resting += StandingSplit.Of((Standing)StateOf(program.Standing(leaf), row), program.Leaves[leaf].Weight);
        }

        return resting;
    }

    /// <summary>The points of it that are held.</summary>
    public Fraction Held(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].Held
        : Fraction.Sum(program!.LeavesOf(node).Where(l => StateOf(program.Leaf(l), row) == LeafLifter.Held).Select(l => program.Leaves[l].Weight));

    public ScoreState State(Node node, int row) => reference[row] is { } own ? own.Nodes[indexes[node.Code]].State
        : LeafLifter.StateOf(program!.LeavesOf(node).Max(l => StateOf(program.Leaf(l), row)));

    /// <summary>The grade that counts, caps included; null where everything is left out.</summary>
    public Grade? Grade(int row) => reference[row] is { } own ? own.Grade : program!.Grades[(int)Output(program.Grade, row)];

    /// <summary>The codes of the flags raised, those of rulings included.</summary>
    public ImmutableArray<string> Flags(int row) => reference[row]?.Flags ?? [.. Codes(row, Raised), .. Rulings(row)];

    /// <summary>The codes of the flags whose condition cannot be known.</summary>
    public ImmutableArray<string> UndecidedFlags(int row) => reference[row]?.UndecidedFlags ?? Codes(row, Undecided);

    /// <summary>Throws where the reference gives a project that the program scored another number: one of the two is wrong.</summary>
    internal void RequireSame(int row, ProjectResult result)
    {
        var expected = ReferenceScores.Of(result, indexes);
        var same = expected.Problem is null
            && program!.Nodes.Zip(expected.Nodes).All(n => Of(n.First, row) == n.Second with { Resting = program.HasStandings ? n.Second.Resting : default })
            && Grade(row) == expected.Grade && Flags(row).SequenceEqual(expected.Flags) && UndecidedFlags(row).SequenceEqual(expected.UndecidedFlags);
        if (!same)
        {
            throw new InvalidOperationException($"The compiled program and the reference score project {result.Project.Id} differently under {ruleSet.Id}.");
        }
    }

    private NodeScore Of(Node node, int row) =>
        new(Published(node, row), Held(node, row), State(node, row), Maximum(node, row), program!.HasStandings ? Resting(node, row) : default);

    /// <summary>Room for what a program writes; what is the same in every row takes none.</summary>
    internal double[][] RoomFor(LaneProgram lanes)
    {
        // Another thread that sees it made sees the room as well.
        if (Volatile.Read(ref roomy) == lanes)
        {
            return outputs!;
        }

        for (var i = 0; i < outputs.Length; i++)
        {
            if (lanes.Constants[i] is null && Volatile.Read(ref outputs[i]) is null)
            {
                Interlocked.CompareExchange(ref outputs[i], new double[LaneProgram.Padded(Projects.Count)], null);
            }
        }

        Volatile.Write(ref roomy, lanes);
        return outputs!;
    }

    internal void TakeBlock(int from, LaneProgram lanes) => ran[from / LaneProgram.Block] = lanes;

    internal void TakeReference(int row, ProjectResult result) => reference[row] = ReferenceScores.Of(result, indexes);

    /// <summary>Makes room for other rows.</summary>
    internal void Forget() => Array.Clear(reference);

    /// <summary>Whether the condition of a flag held in the program; null where it cannot be known.</summary>
    /// <param name="flag">Its number.</param>
    /// <param name="row">The row.</param>
    internal bool? Holds(int flag, int row) => StateOf(program!.Flag(flag), row) switch { Raised => true, Undecided => null, _ => false };

    internal double Output(int output, int row) => ran[row / LaneProgram.Block]!.Constants[output] ?? outputs[output]![row];

    /// <summary>What the first block has of an output.</summary>
    /// <param name="output">The output.</param>
    /// <param name="room">Is given back where all rows have the same.</param>
    internal double[] FirstBlock(int output, double[] room)
    {
        if (ran[0]!.Constants[output] is not { } constant)
        {
            return outputs[output]!;
        }

        Array.Fill(room, constant);
        return room;
    }

    /// <summary>认定 raises a flag of its own for each leaf.</summary>
    private IEnumerable<string> Rulings(int row)
    {
        if (!Projects[row].Findings.Any(f => f.IsRuling))
        {
            return [];
        }

        var rulings = Projects[row].Findings.Where(f => f.IsRuling).ToList();
        return ruleSet.Root.Leaves
            .Select(l => (Leaf: l, Ruling: rulings.Find(f => f.Code == l.Code) ?? rulings.Find(f => f.Code == ruleSet.IndicatorOf(l).Code)))
            .Where(r => r.Ruling is not null)
            .Select(r => Scoring.RulingCode(r.Ruling!, r.Leaf));
    }

    private ImmutableArray<string> Codes(int row, int state)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        for (var flag = 0; flag < ruleSet.Flags.Length; flag++)
        {
            if (StateOf(program!.Flag(flag), row) == state)
            {
                codes.Add(ruleSet.Flags[flag].Code);
            }
        }

        return codes.ToImmutable();
    }

    internal int StateOf((int Output, int Shift) at, int row) => (int)((long)Output(at.Output, row) >> at.Shift) & 3;
}

/// <summary>The score of a node in numbers.</summary>
internal readonly record struct NodeScore(Fraction Published, Fraction Held, ScoreState State, Fraction Maximum, StandingSplit Resting);

/// <summary>What the reference made of a project that the program did not take.</summary>
internal sealed record ReferenceScores(
    Diagnostic? Problem, NodeScore[] Nodes, Grade? Grade, ImmutableArray<string> Flags, ImmutableArray<string> UndecidedFlags)
{
    public static ReferenceScores Of(ProjectResult result, Dictionary<string, int> indexes)
    {
        var nodes = new NodeScore[indexes.Count];
        if (result.Evaluation is not { } evaluation)
        {
            return new(result.Problem, nodes, null, [], []);
        }

        foreach (var score in evaluation.Total.All)
        {
            if (indexes.TryGetValue(score.Node.Code, out var index))
            {
                nodes[index] = new NodeScore(score.Published, score.Held, score.State, score.Maximum, score.Resting);
            }
        }

        return new(
            null, nodes, evaluation.IsGraded ? evaluation.Grade : null,
            [.. evaluation.Flags.Select(f => f.Code)], [.. evaluation.UndecidedFlags.Select(f => f.Code)]);
    }
}
