using System.Collections.Immutable;
using System.Globalization;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>What may stand in a text: the words with which the rules compare it, a unit where it is the unit of another column.</summary>
internal sealed class SampleTexts
{
    private static readonly ImmutableArray<string> Units = ["个", "项", "人次"];
    private static readonly ImmutableArray<string> Others = ["合成"];

    /// <summary>How many names there are of what projects have in common, such as units.</summary>
    private const int Shared = 40;

    private readonly Dictionary<string, SortedSet<string>> words = [];
    private readonly HashSet<string> units;

    public SampleTexts(RuleSet ruleSet)
    {
        units = [.. ruleSet.Schema.Tables.SelectMany(t => t.Columns).Select(c => c.Type.UnitColumn).OfType<string>()];
        foreach (var field in ruleSet.Across.SelectMany(f => f.Same).Distinct())
        {
            words[field.Name] = new(Enumerable.Range(1, Shared).Select(i => $"合成{field.Name}{i.ToString(CultureInfo.InvariantCulture)}"), StringComparer.Ordinal);
        }

        var expressions = ruleSet.Formulas.Select(f => f.Root).Concat(ruleSet.Root.Leaves.SelectMany(l => l.Method!.Tests).SelectMany(t => t.All));
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
            }
        }
    }

    public ImmutableArray<string> Of(string name) =>
        words.TryGetValue(name, out var known) ? [.. known] : units.Contains(name) ? Units : Others;

    private void Take(Expression named, Expression text)
    {
        var name = named switch { Expression.Name n => n.Id, Expression.Path p => p.Member, _ => null };
        foreach (var word in name is null ? [] : text.All.OfType<Expression.Text>())
        {
            (words.TryGetValue(name!, out var known) ? known : words[name!] = new(StringComparer.Ordinal)).Add(word.Value);
        }
    }
}
