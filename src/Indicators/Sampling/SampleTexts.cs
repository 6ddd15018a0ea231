using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>What may stand in a text: the words of its 范围, or those with which the rules compare it; a unit where it is the unit of another column.</summary>
internal sealed class SampleTexts
{
    private static readonly ImmutableArray<string> Units = ["个", "项", "人次"];
    private static readonly Bilingual Other = new("合成", "synthetic");

    /// <summary>How many names there are of what projects have in common, such as units.</summary>
    private const int Shared = 40;

    private readonly FrozenDictionary<string, ImmutableArray<string>> words;
    private readonly FrozenSet<string> units;

    public SampleTexts(RuleSet ruleSet)
    {
        ImmutableArray<FieldDefinition> all = [.. ruleSet.Schema.Fields, .. ruleSet.Schema.Tables.SelectMany(t => t.Columns)];
        Language = all.Select(f => f.Name).Concat(ruleSet.Schema.Tables.Select(t => t.Name)).Any(n => n.Any(c => c > '\u2E80')) ? Language.Chinese : Language.English;
        units = all.Select(c => c.Type.UnitColumn).OfType<string>().ToFrozenSet();

        var asked = Asked(ruleSet).ToLookup(a => a.Name, a => a.Word).ToDictionary(a => a.Key, a => Several([.. a.Distinct().Order(StringComparer.Ordinal)]));
        foreach (var field in ruleSet.Across.SelectMany(f => f.Same).Distinct())
        {
            asked[field.Name] = [.. Enumerable.Range(1, Shared).Select(i => $"{Other.In(Language)}{field.Name}{i.ToString(CultureInfo.InvariantCulture)}")];
        }

        foreach (var field in all.Where(f => f is { Type.Kind: FieldKind.Text, Range: not null }))
        {
            asked[field.Name] = [.. field.Range!.All.SelectMany(Words)];
        }

        words = asked.ToFrozenDictionary();
    }

    /// <summary>That of the names of the evidence.</summary>
    public Language Language { get; }

    public ImmutableArray<string> Of(string name) =>
        words.TryGetValue(name, out var known) && !known.IsEmpty ? known : units.Contains(name) ? Units : [Other.In(Language)];

    /// <summary>Where the rules ask for one word only, other texts have none of it.</summary>
    private ImmutableArray<string> Several(ImmutableArray<string> found) => found is [var only] ? [only, only == "≤" ? "≥" : Other.In(Language)] : found;

    /// <summary>The words that the rules compare with a name, or look for in it.</summary>
    private static IEnumerable<(string Name, string Word)> Asked(RuleSet ruleSet)
    {
        var methods = ruleSet.Root.Leaves.SelectMany(l => l.Method!.All).ToList();
        var measured = methods.Where(m => m.Value is not null).SelectMany(m => m.Tests.SelectMany(t => t.All).Select(test => (Of: m.Value!.Root, Word: test)));
        var compared = ruleSet.Formulas.Concat(ruleSet.Schema.Tables.SelectMany(t => t.Computed).Select(c => c.Formula)).Select(f => f.Root)
            .Concat(methods.SelectMany(m => m.Tests).SelectMany(t => t.All))
            .SelectMany(e => e.All)
            .SelectMany<Expression, (Expression Of, Expression Word)>(part => part switch
            {
                Expression.Binary { Operator: Operator.Equal or Operator.NotEqual } b => [(b.Left, b.Right), (b.Right, b.Left)],
                Expression.In i => i.Tests.Select(test => (i.Operand, test)),
                Expression.Call { Arguments: [var within, Expression.Text looked] } => [(within, looked)],
                _ => [],
            });
        return measured.Concat(compared).SelectMany(c => Words(c.Word).Select(word => (c.Of switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => "" }, word)));
    }

    private static IEnumerable<string> Words(Expression expression) => expression.All.OfType<Expression.Text>().Select(t => t.Value);
}
