using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>What may stand in a text: the words with which the rules compare it, a unit where it is the unit of another column.</summary>
internal sealed class SampleTexts
{
    private static readonly ImmutableArray<string> Units = ["个", "项", "人次"];
    private static readonly Bilingual Other = new("合成", "synthetic");

    /// <summary>How many names there are of what projects have in common, such as units.</summary>
    private const int Shared = 40;

    private readonly Dictionary<string, SortedSet<string>> found = [];
    private readonly FrozenDictionary<string, ImmutableArray<string>> words;
    private readonly HashSet<string> units;

    public SampleTexts(RuleSet ruleSet)
    {
        Language = ruleSet.Schema.Fields.Select(f => f.Name).Concat(ruleSet.Schema.Tables.Select(t => t.Name)).Any(n => n.Any(c => c > '\u2E80')) ? Language.Chinese : Language.English;
        units = [.. ruleSet.Schema.Tables.SelectMany(t => t.Columns).Select(c => c.Type.UnitColumn).OfType<string>()];
        foreach (var field in ruleSet.Across.SelectMany(f => f.Same).Distinct())
        {
            found[field.Name] = new(Enumerable.Range(1, Shared).Select(i => $"{Other.In(Language)}{field.Name}{i.ToString(CultureInfo.InvariantCulture)}"), StringComparer.Ordinal);
        }

        foreach (var method in ruleSet.Root.Leaves.SelectMany(l => l.Method!.All).Where(m => m.Value is not null))
        {
            foreach (var test in method.Tests.SelectMany(t => t.All))
            {
                Take(method.Value!.Root, test);
            }
        }

        var expressions = ruleSet.Formulas.Concat(ruleSet.Schema.Tables.SelectMany(t => t.Computed).Select(c => c.Formula)).Select(f => f.Root).Concat(ruleSet.Root.Leaves.SelectMany(l => l.Method!.Tests).SelectMany(t => t.All));
        foreach (var part in expressions.SelectMany(e => e.All))
        {
            switch (part)
            {
                case Expression.Binary { Operator: Operator.Equal or Operator.NotEqual } b:
                    Take(b.Left, b.Right);
                    Take(b.Right, b.Left);
                    break;
                case Expression.In i:
                    foreach (var test in i.Tests)
                    {
                        Take(i.Operand, test);
                    }

                    break;
                case Expression.Call { Arguments: [var within, Expression.Text looked] }:
                    Take(within, looked);
                    break;
            }
        }

        // Where the rules ask for one word, other texts have none of it.
        words = found.ToFrozenDictionary(f => f.Key, ImmutableArray<string> (f) => f.Value is { Count: 1 } and var only ? [only.Min!, only.Min == "≤" ? "≥" : Other.In(Language)] : [.. f.Value]);
    }

    /// <summary>That of the names of the evidence.</summary>
    public Language Language { get; }

    public ImmutableArray<string> Of(string name) =>
        words.TryGetValue(name, out var known) ? known : units.Contains(name) ? Units : [Other.In(Language)];

    private void Take(Expression named, Expression text)
    {
        var name = named switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => null };
        foreach (var word in name is null ? [] : text.All.OfType<Expression.Text>())
        {
            (found.TryGetValue(name!, out var known) ? known : found[name!] = new(StringComparer.Ordinal)).Add(word.Value);
        }
    }
}
