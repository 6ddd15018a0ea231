using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Analysis;

/// <summary>What a leaf is scored from: the fields and tables that its rule reads, through computed values too, and the constants that it compares them with.</summary>
internal sealed class LeafInputs
{
    private const int Most = 80;

    private readonly ImmutableArray<Fraction> constants;
    private readonly ILookup<string, string> texts;

    public LeafInputs(RuleSet ruleSet, Node leaf)
    {
        var method = leaf.Method!;
        var (names, expressions) = (new HashSet<string>(), new List<Expression>(method.Tests.SelectMany(t => t.All)));
        var readsCodes = !method.Codes.IsEmpty;
        foreach (var formula in method.AllFormulas)
        {
            Follow(formula);
        }

        var schema = ruleSet.Schema;
        Tables = [.. schema.Tables.Where(t => names.Contains(t.Name))];
        foreach (var computed in Tables.SelectMany(t => t.Computed))
        {
            Follow(computed.Formula);
        }

        ReadsCodes = readsCodes;
        Fields = [.. schema.Fields.Where(f => names.Contains(f.Name))];
        var numbers = expressions.SelectMany(e => e.All).OfType<Expression.Number>().Select(n => n.Value);
        constants = [.. numbers.Concat([Fraction.Zero, Fraction.One, Fraction.Hundred]).Concat(Fields.SelectMany(Ends)).Distinct().Order()];
        texts = expressions.SelectMany(e => e.All).OfType<Expression.Binary>().Where(b => b.Right is Expression.Text)
            .SelectMany(b => b.Left.All.Select(e => e switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => null }).OfType<string>(), (b, name) => (name, ((Expression.Text)b.Right).Value))
            .Distinct().ToLookup(t => t.name, t => t.Value);

        void Follow(Formula formula)
        {
            expressions.Add(formula.Root);
            readsCodes |= formula.Codes.Any();
            foreach (var name in formula.Names.Where(names.Add))
            {
                if (ruleSet.Schema.Computed.FirstOrDefault(c => c.Name == name) is { } computed)
                {
                    Follow(computed.Formula);
                }
            }
        }
    }

    public ImmutableArray<FieldDefinition> Fields { get; }

    public ImmutableArray<TableDefinition> Tables { get; }

    /// <summary>Whether it depends on what became of other nodes.</summary>
    public bool ReadsCodes { get; }

    /// <summary>The numbers in its expressions, the ends of 范围, 0, 1 and 100; in order.</summary>
    public ImmutableArray<Fraction> Constants => constants;

    /// <summary>The texts that a field or column is compared with.</summary>
    public IEnumerable<string> Texts(string name) => texts[name];

    /// <summary>Numbers at which the score may turn: the constants, and their multiples and shares of other numbers of the evidence.</summary>
    public List<Fraction> Marks(IEnumerable<Fraction> others) =>
    [
        .. constants.Concat(others.Where(o => !o.IsZero).Distinct().Take(4).SelectMany(o => constants.SelectMany(c => c.IsZero ? [o] : new[] { o * c, o / c })))
            .Distinct().Order().Take(Most),
    ];

    /// <summary>The ends of the range that a field has.</summary>
    public static IEnumerable<Fraction> Ends(FieldDefinition field) =>
        (field.Range?.Intervals ?? []).SelectMany(i => new[] { i.Low, i.High }).OfType<Fraction>();

    /// <summary>Whether a field may have this number; one without 范围 from 0 up.</summary>
    public static bool Fits(FieldDefinition field, Fraction number) =>
        field.Range?.Intervals is { } range ? range.Any(i => i.Contains(number)) : number.Sign >= 0;
}
