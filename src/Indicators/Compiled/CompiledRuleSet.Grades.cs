using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>The grade and the flags.</summary>
internal sealed partial class CompiledRuleSet
{
    private void TakeGrade(LiftedScore total)
    {
        var scale = ruleSet.Grades.Grades;
        var outside = ruleSet.Flags.Select(f => f.Cap).OfType<Grade>().Where(g => !scale.Contains(g)).Distinct().ToList();
        Grades = [.. scale, .. outside];
        var points = numbers.Min(total.Published, numbers.Constant(Fraction.Hundred));
        var grade = emitter.Constant(scale.Length - 1);
        for (var i = scale.Length - 2; i >= 0; i--)
        {
            var within = scale[i].Intervals.Aggregate(emitter.Never, (any, interval) => emitter.Or(any, Within(points, interval)));
            grade = emitter.Select(within, emitter.Constant(i), grade);
        }

        var flags = ImmutableArray.CreateBuilder<Lifted.Truth>();
        foreach (var flag in ruleSet.Flags)
        {
            var raised = Flag(flag);
            flags.Add(raised);
            if (flag.Cap is { } cap)
            {
                grade = emitter.Select(raised.Mask, Worse(grade, Grades.IndexOf(cap)), grade);
            }
        }

        Grade = grade;
        Flags = flags.ToImmutable();

        // All grades outside the scale are equally bad: the first that is reached stays.
        int Worse(int grade, int cap) => cap < scale.Length ? emitter.Max(grade, emitter.Constant(cap))
            : emitter.Select(emitter.LessOrEqual(emitter.Constant(scale.Length), grade), grade, emitter.Constant(cap));
    }

    private int Within(Lifted.Number points, Interval interval)
    {
        var within = emitter.Always;
        if (interval.Low is { } low)
        {
            within = emitter.And(within, interval.LowClosed ? numbers.LessOrEqual(numbers.Constant(low), points) : numbers.Less(numbers.Constant(low), points));
        }

        if (interval.High is { } high)
        {
            within = emitter.And(within, interval.HighClosed ? numbers.LessOrEqual(points, numbers.Constant(high)) : numbers.Less(points, numbers.Constant(high)));
        }

        return within;
    }

    private Lifted.Truth Flag(FlagDefinition flag)
    {
        // What it would say may take too long, which the reference finds out by saying it.
        var (says, readsScores) = (flag.Says.Formulas.All(IsLifted), ReadsScores(flag.When));
        Bilingual? reason = Reasons.Says;
        if ((says || readsScores) && WithinCaps(cap => Expressions(cap, inTree: false).Truth(flag.When.Root), out reason) is { } raises)
        {
            toReference = says ? toReference : emitter.Or(toReference, raises.Mask);
            return raises;
        }

        if (readsScores)
        {
            throw new NotLiftedException(Reasons.Of(Reasons.FlagReadsScores, flag.Code, reason!));
        }

        left[flag.Code] = reason!;
        var raised = columns.WorkedMask($"{flag.Code} 疑点", emitter, row => row.Scored.Raise(flag) is not null);
        var unknown = columns.Worked($"{flag.Code} 疑点?", emitter, 4, row => row.Scored.Holds(flag) is null ? 1 : 0);
        return new Lifted.Truth(raised, unknown);
    }
}
