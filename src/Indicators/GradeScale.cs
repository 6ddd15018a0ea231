using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>等级: the grades from best to worst; every total has exactly one (checked when the rule set loads).</summary>
public sealed class GradeScale(ImmutableArray<Grade> grades)
{
    public ImmutableArray<Grade> Grades { get; } = grades;

    /// <summary>The first grade whose band holds the published total; a bonus above 100 is graded as 100.</summary>
    public Grade Of(Fraction total)
    {
        total = Fraction.Min(total, Fraction.Hundred);
        return Grades.First(g => g.Intervals.Any(i => i.Contains(total)));
    }

    public Grade? Find(string name) => Grades.FirstOrDefault(g => g.Name == name);

    /// <summary>The worse of two grades; one outside the scale (判为) takes the place of any in it.</summary>
    public Grade Worse(Grade a, Grade b) => Rank(a) >= Rank(b) ? a : b;

    private int Rank(Grade grade) => Grades.IndexOf(grade) is >= 0 and var i ? i : int.MaxValue;

    /// <summary>The next better grade, or null at the top.</summary>
    public Grade? Better(Grade grade) => Grades.IndexOf(grade) is > 0 and var i ? Grades[i - 1] : null;
}

/// <summary>One grade: its name, its band as written (<c>≥ 90</c>), and the totals in it.</summary>
public sealed record Grade(string Name, string Band, ImmutableArray<Interval> Intervals);
