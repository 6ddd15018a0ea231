using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>
/// 跨项目疑点: what no project shows by itself, such as a unit that is paid twice for the same purpose (重复安排), a fund that is
/// cut into crumbs (散小差), or one that goes to a single unit. It is asked of every group of projects, and changes no score.
/// </summary>
/// <param name="Code">Its code among all flags.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Same">相同: the texts in which the projects of a group agree; without any, all projects are one group.</param>
/// <param name="Population">总体: what the share of a group is of: those projects that agree in these texts.</param>
/// <param name="Amount">金额: the figure of which there are a total, an average and a share; null where it only counts.</param>
/// <param name="When">The condition, over the names of <see cref="GroupNames"/>.</param>
/// <param name="Says">What it then says.</param>
/// <param name="Basis">The regulations that it rests on.</param>
/// <param name="Place">Where it is written.</param>
public sealed record PortfolioFlag(
    string Code,
    string Name,
    ImmutableArray<FieldDefinition> Same,
    ImmutableArray<FieldDefinition> Population,
    FieldDefinition? Amount,
    Formula When,
    SaysText Says,
    ImmutableArray<string> Basis,
    Place Place)
{
    /// <summary>The evidence that it reads.</summary>
    internal IEnumerable<FieldDefinition> Fields => Amount is null ? Same : Same.Append(Amount);
}
