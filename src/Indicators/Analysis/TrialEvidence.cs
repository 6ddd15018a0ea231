using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>A number of the evidence that is moved: a field, or a column of the one row that its table has.</summary>
internal sealed record TrialAxis(string Name, FieldDefinition Field, string? Table)
{
    public Project Set(Project project, Fraction number)
    {
        var cell = new Cell(Value.Of(number), Standing.Nothing, null, Field.Place);
        return new Project
        {
            Id = project.Id,
            Fields = Table is null ? project.Fields.SetItem(Field.Name, cell) : project.Fields,
            Tables = Table is null ? project.Tables
                : project.Tables.SetItem(Table, [project.Tables[Table][0] with { Cells = project.Tables[Table][0].Cells.SetItem(Field.Name, cell) }]),
        };
    }

    public Cell Of(Project project) => Table is null ? project.Fields[Field.Name] : project.Tables[Table][0].Cells[Field.Name];

    public Bilingual Show(Fraction number) => Shown.Value(Value.Of(number), Field.Type.Feel);
}

/// <summary>
/// Made-up evidence for the one leaf: what it reads, through computed values too, in numbers near the constants of its rule and in
/// the texts that it compares with. A fixed sequence, so that the same rule set is always tried in the same way.
/// </summary>
internal sealed class TrialEvidence
{
    private const int Most = 80;

    private readonly ImmutableArray<FieldDefinition> fields;
    private readonly ImmutableArray<TableDefinition> tables;
    private readonly ImmutableArray<Fraction> constants;
    private readonly ILookup<string, string> texts;

    public TrialEvidence(RuleSet ruleSet, Node leaf)
    {
        var method = leaf.Method!;
        var (names, expressions) = (new HashSet<string>(), new List<Expression>(method.Tests.SelectMany(t => t.All)));
        foreach (var formula in method.AllFormulas)
        {
            Follow(formula);
        }

        var schema = ruleSet.Schema;
        tables = [.. schema.Tables.Where(t => names.Contains(t.Name))];
        foreach (var computed in tables.SelectMany(t => t.Computed))
        {
            Follow(computed.Formula);
        }

        fields = [.. schema.Fields.Where(f => names.Contains(f.Name))];
        var numbers = expressions.SelectMany(e => e.All).OfType<Expression.Number>().Select(n => n.Value);
        constants = [.. numbers.Concat([Fraction.Zero, Fraction.One, Fraction.Hundred]).Concat(fields.SelectMany(Ends)).Distinct().Order()];
        texts = expressions.SelectMany(e => e.All).OfType<Expression.Binary>().Where(b => b.Right is Expression.Text)
            .SelectMany(b => b.Left.All.Select(e => e switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => null }).OfType<string>(), (b, name) => (name, ((Expression.Text)b.Right).Value))
            .Distinct().ToLookup(t => t.name, t => t.Value);
        Axes = [
            .. fields.Where(IsNumber).Select(f => new TrialAxis(f.Name, f, null)),
            .. tables.SelectMany(t => t.Columns.Where(IsNumber).Select(c => new TrialAxis($"{t.Name}.{c.Name}", c, t.Name))),
        ];

        void Follow(Formula formula)
        {
            expressions.Add(formula.Root);
            foreach (var name in formula.Names.Where(names.Add))
            {
                if (ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed)
                {
                    Follow(computed.Formula);
                }
            }
        }
    }

    public ImmutableArray<TrialAxis> Axes { get; }

    public Project Project(int seed)
    {
        var chance = new Sequence(seed);
        return new Project
        {
            Id = $"{seed}",
            Fields = fields.ToImmutableDictionary(f => f.Name, f => Cell(f, chance)),
            Tables = tables.ToImmutableDictionary(t => t.Name, t => ImmutableArray.Create(new Row(t.Columns.ToImmutableDictionary(c => c.Name, c => Cell(c, chance)), Standing.Nothing, null, t.Place))),
        };
    }

    /// <summary>The constants of the rule, their multiples and shares of the other numbers, just beside each, and halfway between.</summary>
    public IEnumerable<Fraction> Numbers(TrialAxis axis, Project project)
    {
        var others = Axes.Where(a => a != axis).Select(a => a.Of(project).Value).OfType<Value.Number>().Select(n => n.Amount).Where(n => !n.IsZero).Distinct().Take(4).ToList();
        var marks = constants.Concat(others.SelectMany(o => constants.SelectMany(c => c.IsZero ? [o] : new[] { o * c, o / c }))).Distinct().Order().Take(Most).ToList();
        var near = new Fraction(1, 1000);
        return marks.SelectMany(m => new[] { m * (Fraction.One - near), m, m * (Fraction.One + near) })
            .Concat(marks.Zip(marks.Skip(1), (a, b) => (a + b) / 2))
            .Append(marks[^1] * 2)
            .Distinct().Order().Where(n => Fits(axis.Field, n));
    }

    /// <summary>The evidence around an axis, for people.</summary>
    public Bilingual Others(TrialAxis axis, Project project)
    {
        var shown = fields.Where(f => f != axis.Field).Select(f => (f.Name, Value: Shown.Value(project.Fields[f.Name].Value, f.Type.Feel)))
            .Concat(tables.SelectMany(t => t.Columns.Where(c => c != axis.Field).Select(c => (Name: $"{t.Name}.{c.Name}", Value: Shown.Value(project.Tables[t.Name][0].Cells[c.Name].Value, c.Type.Feel)))))
            .ToList();
        return shown.Count == 0 ? new("无", "none") : new(string.Join("，", shown.Select(s => $"{s.Name} {s.Value.Zh}")), string.Join(", ", shown.Select(s => $"{s.Name} {s.Value.En}")));
    }

    private static bool IsNumber(FieldDefinition field) => field.Type.Kind is FieldKind.Number or FieldKind.Money or FieldKind.Percent;

    private static IEnumerable<Fraction> Ends(FieldDefinition field) =>
        (field.Range?.Intervals ?? []).SelectMany(i => new[] { i.Low, i.High }).OfType<Fraction>();

    private static bool Fits(FieldDefinition field, Fraction number) =>
        field.Range?.Intervals is { } range ? range.Any(i => i.Contains(number)) : number.Sign >= 0;

    private Cell Cell(FieldDefinition field, Sequence chance) => new(Of(field, chance), Standing.Nothing, null, field.Place);

    private Value Of(FieldDefinition field, Sequence chance) => field.Type.Kind switch
    {
        FieldKind.YesNo => Value.Of(chance.Next(2) == 1),
        FieldKind.Text => Text([.. texts[field.Name]], chance),
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
        var candidates = new[] { constants[chance.Next(constants.Length)], whole, new Fraction(chance.Next(101), 100), constants[chance.Next(constants.Length)] + whole };
        return candidates.Skip(field.Type.Kind == FieldKind.Money ? 1 : chance.Next(3)).Concat(candidates).Concat(Ends(field)).Where(n => Fits(field, n)).DefaultIfEmpty(whole).First();
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
