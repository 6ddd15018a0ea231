using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>What a condition or text of a <see cref="PortfolioFlag"/> may ask of a group; beside these names it has the texts that the projects share.</summary>
internal static class GroupNames
{
    public static readonly Bilingual Projects = new("项目数", "projects");
    public static readonly Bilingual PopulationProjects = new("总体项目数", "population_projects");
    public static readonly Bilingual Score = new("平均得分", "average_score");
    public static readonly Bilingual Total = new("合计", "total");
    public static readonly Bilingual Average = new("平均", "average");
    public static readonly Bilingual Least = new("最小", "least");
    public static readonly Bilingual Most = new("最大", "most");
    public static readonly Bilingual PopulationTotal = new("总体合计", "population_total");
    public static readonly Bilingual Share = new("份额", "share");
    public static readonly Bilingual Lacking = new("缺数", "lacking");

    /// <summary>The types of the names, without those that need an amount where there is none.</summary>
    public static IEnumerable<(Bilingual Name, FeelType Type)> Of(FieldDefinition? amount)
    {
        IEnumerable<(Bilingual, FeelType)> counts = [(Projects, FeelType.Bare), (PopulationProjects, FeelType.Bare), (Score, FeelType.Bare)];
        return amount is null ? counts :
        [
            .. counts, .. new[] { Total, Average, Least, Most, PopulationTotal }.Select(n => (n, amount.Type.Feel)),
            (Share, FeelType.Ratio), (Lacking, FeelType.Bare),
        ];
    }
}

/// <summary>The figures of some projects, taken one after the other. What is missing is counted, and is in no total.</summary>
internal sealed class GroupFigures
{
    public long Projects { get; private set; }

    public long Lacking { get; private set; }

    public Fraction Scores { get; private set; }

    /// <summary>Null where no project has an amount.</summary>
    public Fraction? Total { get; private set; }

    public Fraction? Average => Total / new Fraction(Math.Max(Projects - Lacking, 1));

    public Fraction? Least { get; private set; }

    public Fraction? Most { get; private set; }

    public void Add(Fraction score, Fraction? amount)
    {
        Projects++;
        Scores += score;
        if (amount is not { } value)
        {
            Lacking++;
            return;
        }

        Total = (Total ?? Fraction.Zero) + value;
        Least = Least is { } least ? Fraction.Min(least, value) : value;
        Most = Most is { } most ? Fraction.Max(most, value) : value;
    }
}

/// <summary>What an expression sees of a group. Without a single amount there is neither a total nor a share of it.</summary>
internal sealed class PortfolioGroup : Scope
{
    private readonly Dictionary<string, Value> values = [];

    /// <param name="flag">What is asked.</param>
    /// <param name="texts">What the projects share, in the order of 相同.</param>
    /// <param name="group">The figures of the group.</param>
    /// <param name="population">Those of its population.</param>
    public PortfolioGroup(PortfolioFlag flag, ImmutableArray<string> texts, GroupFigures group, GroupFigures population)
    {
        foreach (var (field, text) in flag.Same.Zip(texts))
        {
            values[field.Name] = new Value.Text(text);
        }

        Share = group.Total is { } part && population.Total is { IsZero: false } all ? part / all : null;
        Set(GroupNames.Projects, new Fraction(group.Projects));
        Set(GroupNames.PopulationProjects, new Fraction(population.Projects));
        Set(GroupNames.Score, group.Scores / new Fraction(group.Projects));
        Set(GroupNames.Total, group.Total);
        Set(GroupNames.Average, group.Average);
        Set(GroupNames.Least, group.Least);
        Set(GroupNames.Most, group.Most);
        Set(GroupNames.PopulationTotal, population.Total);
        Set(GroupNames.Share, Share);
        Set(GroupNames.Lacking, new Fraction(group.Lacking));
    }

    /// <summary>Of the amounts of the population; null where there is none.</summary>
    public Fraction? Share { get; }

    public override IEnumerable<string> Known => values.Keys;

    public override bool Knows(string name) => values.ContainsKey(name);

    public override Value Lookup(string name) => values.GetValueOrDefault(name, Value.Null);

    private void Set(Bilingual name, Fraction? value) => values[name.Zh] = values[name.En] = value is { } known ? Value.Of(known) : Value.Null;
}
