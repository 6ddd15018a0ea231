using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>
/// A rule set as two programs over the same columns and with the same outputs: the whole, and a shorter one for blocks in
/// which nothing is missing, declared or ruled.
/// </summary>
internal sealed class CompiledProgram
{
    /// <summary>States of leaves and flags take two bits each.</summary>
    private const int InWord = 26;

    private readonly CompiledRuleSet whole;
    private readonly Dictionary<string, ImmutableArray<int>> leavesOf = [];
    private readonly Dictionary<string, Fraction> maxima = [];
    private readonly Lazy<WorkShare?> share;

    private CompiledProgram(RuleSet ruleSet, CompiledRuleSet whole, Columns columns, bool standings)
    {
        (RuleSet, this.whole, Columns, HasStandings) = (ruleSet, whole, columns, standings);
        Nodes = [.. ruleSet.Root.All.Where(n => n.Level <= Level.Indicator)];
        Leaves = [.. ruleSet.Root.Leaves];
        Count(ruleSet.Root, Leaves.Index().ToDictionary(l => l.Item, l => l.Index));
        foreach (var node in Nodes)
        {
            maxima[node.Code] = node.Kind == DimensionKind.Counted && !node.Children.IsEmpty ? Fraction.Sum(LeavesOf(node).Select(l => Leaves[l].Weight)) : node.Weight;
        }

        Whole = Program(whole);
        var asking = whole.FlagsOfScores();
        ScoreFlags = asking ?? [];
        LeafScores = asking is not null && Leaves.All(l => whole.Leaf(l) is not null) ? columns.Program(whole.Emitter, Leaves.SelectMany(l => OutputsOf(whole.Leaf(l)!))) : null;
        columns.Plain = true;
        var plain = CompiledRuleSet.Of(ruleSet, columns, out _);
        Plain = plain is null ? Whole : Program(plain);
        ReferenceRules = [.. ruleSet.Program.Rules.Where(r => whole.ReferenceRules.Contains(r) || plain?.ReferenceRules.Contains(r) == true)];
        Said = [.. whole.Said.Union(plain?.Said ?? [])];
        Live = [.. columns.All.Index().Where(c => c.Item.IsLive).Select(c => c.Index)];
        Sparse = [.. Live.Where(columns.Sparse.Contains)];
        WorkedOut = [.. Live.Where(i => columns.All[i].IsWorkedOut)];
        Parts = Math.Max(whole.Parts.Count, plain?.Parts.Count ?? 0);
        share = new Lazy<WorkShare?>(() => WorkShare.Of(this));
    }

    /// <summary>Null with the reason where the rule set as a whole is left to the reference.</summary>
    /// <param name="ruleSet">The rules.</param>
    /// <param name="reason">Why there is none.</param>
    /// <param name="standings">Whether it says what the points of leaves rest on; that takes columns of its own.</param>
    public static CompiledProgram? Of(RuleSet ruleSet, out Bilingual? reason, bool standings = false)
    {
        var columns = new Columns();
        return CompiledRuleSet.Of(ruleSet, columns, out reason) is { } whole ? new CompiledProgram(ruleSet, whole, columns, standings) : null;
    }

    public RuleSet RuleSet { get; }

    public Columns Columns { get; }

    /// <summary>The columns that are read; those of them that are zero in most blocks.</summary>
    public ImmutableArray<int> Live { get; }

    public ImmutableArray<int> Sparse { get; }

    /// <summary>The columns that the reference works out.</summary>
    public ImmutableArray<int> WorkedOut { get; }

    /// <summary>How many parts of expressions those are, which share the time that one may take.</summary>
    public int Parts { get; }

    /// <inheritdoc cref="WorkShare.Of"/>
    public WorkShare? Share => share.Value;

    /// <summary>Whether it says what points rest on.</summary>
    public bool HasStandings { get; }

    public LaneProgram Whole { get; }

    public LaneProgram Plain { get; }

    /// <summary>
    /// Of every leaf what is divided by what to give its exact points, its state, how it is missing and its standing, for rows in
    /// which something is left out; null where the reference scores those as a whole.
    /// </summary>
    public LaneProgram? LeafScores { get; }

    /// <summary>What the quotient of a leaf is multiplied with.</summary>
    public Fraction ScaleOf(Node leaf) => whole.Leaf(leaf)!.Exact.Scale;

    /// <inheritdoc cref="CompiledRuleSet.FlagsOfScores"/>
    public ImmutableArray<FlagDefinition> ScoreFlags { get; }

    /// <summary>The total, dimensions, criteria and indicators.</summary>
    public ImmutableArray<Node> Nodes { get; }

    public ImmutableArray<Grade> Grades => whole.Grades;

    public IReadOnlyDictionary<string, Bilingual> Left => whole.Left;

    public IReadOnlyDictionary<string, HashSet<string>> PartsOf => whole.PartsOf;

    /// <summary>Those that the reference runs for either program, in order.</summary>
    public ImmutableArray<Rule> ReferenceRules { get; }

    public ImmutableArray<Node> Leaves { get; }

    /// <summary>The leaves whose states and held points are those of a node, by number.</summary>
    public ImmutableArray<int> LeavesOf(Node node) => leavesOf[node.Code];

    /// <summary>分值 of a total, dimension, criterion or indicator.</summary>
    public Fraction MaximumOf(Node node) => maxima[node.Code];

    /// <inheritdoc cref="CompiledRuleSet.Said"/>
    public ImmutableArray<Formula> Said { get; }

    // The outputs: who goes to the reference, and of whom it tries out what flags say; the points of all nodes; the grade; the states of leaves and flags and what leaves rest on, in words.
    public const int Away = 0;
    public const int Saying = 1;

    public int Published(int node) => 2 + node;

    public int Grade => 2 + Nodes.Length;

    public (int Output, int Shift) Leaf(int leaf) => (Grade + 1 + leaf / InWord, 2 * (leaf % InWord));

    public (int Output, int Shift) Flag(int flag) => (Grade + 1 + WordsOf(Leaves.Length) + flag / InWord, 2 * (flag % InWord));

    public (int Output, int Shift) Standing(int leaf) => (Grade + 1 + WordsOf(Leaves.Length) + WordsOf(RuleSet.Flags.Length) + leaf / InWord, 2 * (leaf % InWord));

    private static int WordsOf(int states) => (states + InWord - 1) / InWord;

    public int Outputs => Whole.Constants.Length;

    /// <summary>What a thread needs beside the columns and the outputs.</summary>
    public double[][] Scratch(int rows = LaneProgram.Block) =>
        [.. Enumerable.Range(0, new[] { Whole.Slots, Plain.Slots, LeafScores?.Slots ?? 0 }.Max()).Select(_ => new double[LaneProgram.Padded(rows)])];

    /// <summary>Whether rows can go by the shorter program.</summary>
    public bool IsPlain(double[][] columns, int from, int rows)
    {
        foreach (var column in Sparse)
        {
            if (columns[column].AsSpan(from, rows).ContainsAnyExcept(0.0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What stands outside the 100 points counts for itself alone.</summary>
    private ImmutableArray<int> Count(Node node, Dictionary<Node, int> numbers)
    {
        var below = node.Children.Select(c => (c.Kind, Leaves: Count(c, numbers))).ToList();
        return leavesOf[node.Code] = node.Method is not null ? [numbers[node]] : [.. below.Where(c => c.Kind == DimensionKind.Counted).SelectMany(c => c.Leaves)];
    }

    /// <summary>Of a leaf what <see cref="LeafScores"/> has.</summary>
    private int[] OutputsOf(LiftedScore leaf) => [leaf.Exact.Top, leaf.Exact.Bottom ?? whole.Emitter.One, leaf.State, leaf.Missing, leaf.Standing];

    /// <summary>With its outputs in this order; the columns that it reads are live, within the bounds that it trusts.</summary>
    private LaneProgram Program(CompiledRuleSet rules)
    {
        var emitter = rules.Emitter;
        List<int> outputs =
        [
            rules.ToReference,
            rules.Saying,
            .. Nodes.Select(rules.Published),
            rules.Grade,
            .. Words(Leaves.Select(rules.StateOf)),
            .. Words(rules.Flags.Select(State)),
            .. HasStandings ? Words(Leaves.Select(rules.StandingOf)) : [],
        ];
        return Columns.Program(emitter, outputs);

        IEnumerable<int> Words(IEnumerable<int> states) => states.Chunk(InWord)
            .Select(word => word.Reverse().Aggregate(emitter.Zero, (bits, state) => emitter.Plus(emitter.Scaled(bits, 4), state)));

        int State(Lifted.Truth flag) => emitter.Select(
            flag.Mask, emitter.Constant(ScoreSheet.Raised), emitter.Select(emitter.Equal(flag.Missing, emitter.Zero), emitter.Zero, emitter.Constant(ScoreSheet.Undecided)));
    }
}
