using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>
/// Made-up evidence for the one leaf: what it reads, through computed values too, in numbers near the constants of its rule and in
/// the texts that it compares with. A fixed sequence, so that the same rule set is always tried in the same way.
/// </summary>
internal sealed class TrialEvidence
{
    private readonly LeafInputs inputs;

    public TrialEvidence(RuleSet ruleSet, Node leaf)
    {
        inputs = new LeafInputs(ruleSet, leaf);
        Axes =
        [
            .. inputs.Fields.Where(f => f.Type.IsFigure).Select(f => new Spot(f)),
            .. inputs.Tables.SelectMany(t => t.Columns.Where(c => c.Type.IsFigure).Select(c => new Spot(c, t.Name))),
        ];
    }

    /// <summary>The numbers that are moved: fields, and columns of the one row that each table has.</summary>
    public ImmutableArray<Spot> Axes { get; }

    public Project Project(int seed)
    {
        var chance = new Sequence(seed);
        return new Project
        {
            Id = $"{seed}",
            Fields = inputs.Fields.ToImmutableDictionary(f => f.Name, f => Cell(f, chance)),
            Tables = inputs.Tables.ToImmutableDictionary(t => t.Name, t => ImmutableArray.Create(new Row(t.Columns.ToImmutableDictionary(c => c.Name, c => Cell(c, chance)), Standing.Nothing, null, t.Place))),
        };
    }

    /// <summary>The constants of the rule, their multiples and shares of the other numbers, just beside each, and halfway between.</summary>
    public IEnumerable<Fraction> Numbers(Spot axis, Project project)
    {
        var marks = inputs.Marks(Axes.Where(a => a != axis).Select(a => a.Of(project)!.Value).OfType<Value.Number>().Select(n => n.Amount));
        var near = new Fraction(1, 1000);
        return marks.SelectMany(m => new[] { m * (Fraction.One - near), m, m * (Fraction.One + near) })
            .Concat(marks.Zip(marks.Skip(1), (a, b) => (a + b) / 2))
            .Append(marks[^1] * 2)
            .Distinct().Order().Where(n => LeafInputs.Fits(axis.Field, n));
    }

    /// <summary>The evidence around an axis, for people.</summary>
    public Bilingual Others(Spot axis, Project project)
    {
        var shown = inputs.Fields.Where(f => f != axis.Field).Select(f => (f.Name, Value: Shown.Value(project.Fields[f.Name].Value, f.Type.Feel)))
            .Concat(inputs.Tables.SelectMany(t => t.Columns.Where(c => c != axis.Field).Select(c => (Name: $"{t.Name}.{c.Name}", Value: Shown.Value(project.Tables[t.Name][0].Cells[c.Name].Value, c.Type.Feel)))))
            .ToList();
        return shown.Count == 0 ? new("无", "none") : new(string.Join("，", shown.Select(s => $"{s.Name} {s.Value.Zh}")), string.Join(", ", shown.Select(s => $"{s.Name} {s.Value.En}")));
    }

    private Cell Cell(FieldDefinition field, Sequence chance) => new(Of(field, chance), Standing.Nothing, null, field.Place);

    private Value Of(FieldDefinition field, Sequence chance) => field.Type.Kind switch
    {
        FieldKind.YesNo => Value.Of(chance.Next(2) == 1),
        FieldKind.Text => Text([.. inputs.Texts(field.Name)], chance),
        FieldKind.Date => new Value.Date(new DateOnly(2017, 1, 1).AddDays(chance.Next(365))),
        FieldKind.Target => Target.Of(Number(field, chance), chance.Next(2) == 1 ? "≥" : "≤", ""),
        _ => Value.Of(Number(field, chance)),
    };

    /// <summary>One of the texts that the rule compares it with, or none.</summary>
    private static Value Text(ImmutableArray<string> texts, Sequence chance) =>
        chance.Next(texts.Length + 1) is var i && i < texts.Length ? Value.Of(texts[i]) : Value.Null;

    private Fraction Number(FieldDefinition field, Sequence chance)
    {
        var whole = new Fraction(1 + chance.Next(40)) * (field.Type.Kind == FieldKind.Money ? 10_000 : 1);
        var candidates = new[] { inputs.Constants[chance.Next(inputs.Constants.Length)], whole, new Fraction(chance.Next(101), 100), inputs.Constants[chance.Next(inputs.Constants.Length)] + whole };
        return candidates.Skip(field.Type.Kind == FieldKind.Money ? 1 : chance.Next(3)).Concat(candidates).Concat(LeafInputs.Ends(field)).Where(n => LeafInputs.Fits(field, n)).DefaultIfEmpty(whole).First();
    }

    /// <summary>A fixed sequence of numbers (a linear congruence): the engine has no chance in it.</summary>
    private sealed class Sequence(int seed)
    {
        private uint state = (uint)seed * 2654435761u;

        public int Next(int below)
        {
            state = state * 1664525u + 1013904223u;
            return (int)((state >> 8) % (uint)below);
        }
    }
}
