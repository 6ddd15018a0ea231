using System.Collections.Immutable;

namespace Indicators;

/// <summary>
/// The rule set as rules in dependency order: every rule reads only evidence and what earlier rules wrote. All
/// executors run this one list, each in its own way.
/// </summary>
public sealed class RuleProgram(ImmutableArray<Rule> rules)
{
    public ImmutableArray<Rule> Rules { get; } = rules;
}

/// <summary>One rule: its name, its place in the rule files, the slots it reads and the one it writes.</summary>
public abstract record Rule(string Name, Place Place, ImmutableArray<string> Reads, string Writes);

/// <summary>Works out a computed field.</summary>
public sealed record ComputeRule(ComputedField Field, ImmutableArray<string> Reads)
    : Rule(Field.Name, Field.Place, Reads, Slots.Field(Field.Name));

/// <summary>Scores a leaf by its method, at its nominal weight.</summary>
public sealed record LeafRule(Node Node, ImmutableArray<string> Reads)
    : Rule(Node.Code, Node.Place, Reads, Slots.Leaf(Node.Code));

/// <summary>Adds up the children of a node; on the total also shares out the weight of what was excluded.</summary>
public sealed record RollUpRule(Node Node, ImmutableArray<string> Reads)
    : Rule(Node.Code, Node.Place, Reads, Slots.Score(Node.Code));

/// <summary>Takes the grade from the published total.</summary>
public sealed record GradeRule(Node Root)
    : Rule(Words.Total.Zh, Root.Place, [Slots.Score(Root.Code)], Slots.Grade);

/// <summary>Raises a flag.</summary>
public sealed record FlagRule(FlagDefinition Flag, ImmutableArray<string> Reads)
    : Rule(Flag.Code, Flag.Place, Reads, Slots.Flag(Flag.Code));

/// <summary>Caps the grade when its red line is raised.</summary>
public sealed record CapRule(FlagDefinition Flag)
    : Rule(Flag.Code, Flag.Place, [Slots.Flag(Flag.Code), Slots.Grade], Slots.Cap(Flag.Code));

/// <summary>The names of what rules read and write.</summary>
public static class Slots
{
    public const string Grade = "grade";

    public static string Field(string name) => $"field:{name}";

    public static string Leaf(string code) => $"leaf:{code}";

    public static string Score(string code) => $"score:{code}";

    public static string Flag(string code) => $"flag:{code}";

    public static string Cap(string code) => $"cap:{code}";
}
