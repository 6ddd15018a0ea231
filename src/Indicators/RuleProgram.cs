using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Indicators;

/// <summary>
/// The rule set as rules in dependency order: every rule reads only evidence and what earlier rules wrote. All
/// executors run this one list, each in its own way.
/// </summary>
public sealed class RuleProgram
{
    private readonly FrozenDictionary<string, int> stages;

    public RuleProgram(ImmutableArray<Rule> rules)
    {
        Rules = rules;
        var found = new Dictionary<string, int>();
        foreach (var rule in rules)
        {
            found[rule.Writes] = rule.Reads.Select(slot => found.GetValueOrDefault(slot) + 1).Append(0).Max();
        }

        stages = found.ToFrozenDictionary();
    }

    public ImmutableArray<Rule> Rules { get; }

    /// <summary>All rules with the branches of the leaves: what a rule engine is given, one definition each.</summary>
    public IEnumerable<Rule> All => Rules.SelectMany(r => r is LeafRule leaf ? leaf.Branches.Prepend(r) : [r]);

    /// <summary>The level of the agenda on which a rule runs: one more than the latest rule that it reads from, from 0.</summary>
    public int StageOf(Rule rule) => stages[rule.Writes];
}

/// <summary>One rule: its name (a code, or a computed field's name), its place in the rule files, the slots it reads and the one it writes.</summary>
public abstract record Rule(string Name, Place Place, ImmutableArray<string> Reads, string Writes)
{
    /// <summary>What it does, in a word.</summary>
    public abstract Bilingual Kind { get; }

    /// <summary>The node that it is about; null for rules that stand outside the tree.</summary>
    public virtual Node? About => null;

    /// <summary>Names it uniquely in its rule set, such as <c>C11 评分 (output.yaml:8)</c>.</summary>
    public string Title(Language language) => $"{Name} {Kind.In(language)} ({Path.GetFileName(Place.File)}:{Place.Line})";
}

/// <summary>Works out a computed field.</summary>
public sealed record ComputeRule(ComputedField Field, ImmutableArray<string> Reads)
    : Rule(Field.Name, Field.Place, Reads, Slots.Field(Field.Name))
{
    public override Bilingual Kind => new("计算", "compute");
}

/// <summary>Scores a leaf by its method, at its nominal weight; where the method has branches, one of them decides.</summary>
public sealed record LeafRule(Node Node, ImmutableArray<string> Reads)
    : Rule(Node.Code, Node.Place, Reads, Slots.Leaf(Node.Code))
{
    public override Bilingual Kind => new("评分", "score");

    public override Node About => Node;

    /// <summary>In the order in which they are tried; the last one always applies.</summary>
    public ImmutableArray<BranchRule> Branches { get; } = [.. Node.Method!.Branches.Select(b => new BranchRule(Node, b, Reads))];
}

/// <summary>A band or a deduction: decides a leaf if it is the first of its branches that applies.</summary>
public sealed record BranchRule(Node Node, Methods.Branch Branch, ImmutableArray<string> Reads)
    : Rule(Node.Code, Branch.Place, Reads, Slots.Leaf(Node.Code))
{
    public override Bilingual Kind => Branch.Label;

    public override Node About => Node;
}

/// <summary>Shares out the weight of what is excluded among the leaves that are left.</summary>
public sealed record ShareOutRule(Node Root, ImmutableArray<string> Reads)
    : Rule(Root.Code, Root.Place, Reads, Slots.Shares)
{
    public override Bilingual Kind => new("分摊", "share out");
}

/// <summary>Adds up the children of a node.</summary>
public sealed record RollUpRule(Node Node, ImmutableArray<string> Reads)
    : Rule(Node.Code, Node.Place, Reads, Slots.Score(Node.Code))
{
    public override Bilingual Kind => new("汇总", "roll up");

    public override Node About => Node;
}

/// <summary>Takes the grade from the published total.</summary>
public sealed record GradeRule(Node Root)
    : Rule(Root.Code, Root.Place, [Slots.Score(Root.Code)], Slots.Grade)
{
    public override Bilingual Kind => new("等级", "grade");
}

/// <summary>Raises a flag.</summary>
public sealed record FlagRule(FlagDefinition Flag, ImmutableArray<string> Reads)
    : Rule(Flag.Code, Flag.Place, Reads, Slots.Flag(Flag.Code))
{
    public override Bilingual Kind => new("疑点", "flag");
}

/// <summary>Caps the grade when its red line is raised.</summary>
public sealed record CapRule(FlagDefinition Flag)
    : Rule(Flag.Code, Flag.Place, [Slots.Flag(Flag.Code), Slots.Grade], Slots.Cap(Flag.Code))
{
    public override Bilingual Kind => new("等级上限", "cap");
}

/// <summary>The names of what rules read and write.</summary>
public static class Slots
{
    public const string Shares = "shares";

    public const string Grade = "grade";

    public static string Field(string name) => $"field:{name}";

    public static string Leaf(string code) => $"leaf:{code}";

    public static string Score(string code) => $"score:{code}";

    public static string Flag(string code) => $"flag:{code}";

    public static string Cap(string code) => $"cap:{code}";
}
