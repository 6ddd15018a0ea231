using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>The grade and the flags.</summary>
internal sealed partial class CompiledRuleSet
{
    private bool saysScores;

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

    /// <summary>
    /// The flags that ask for scores or for what they rest on, which are others where something is left out; null where that takes
    /// more of a project than scores and conclusions.
    /// </summary>
    public ImmutableArray<FlagDefinition>? FlagsOfScores()
    {
        var asking = ruleSet.Flags.Where(f => ReadsScores(f.When.Root)).ToImmutableArray();
        return !saysScores && asking.All(f => f.When.Names.IsEmpty && f.Says.Formulas.All(IsLifted)) ? asking : null;
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
        subject = flag.Code;
        var raises = WithinCaps(cap => Expressions(cap, inTree: false).Truth(flag.When.Root), out var reason);
        if (raises is null && ReadsScores(flag.When.Root))
        {
            throw new NotLiftedException(Reasons.Of(Reasons.FlagReadsScores, flag.Code, reason!));
        }

        raises ??= Part(flag.When.Root, Caps[0]) as Lifted.Truth;
        if (raises is not null)
        {
            Says([.. flag.Says.Formulas.Where(f => !IsLifted(f))], raises.Mask);
            return raises;
        }

        left[flag.Code] = reason!;
        var raised = columns.WorkedMask($"{flag.Code} 疑点", emitter, row => row.Scored.Raise(flag) is not null);
        var unknown = columns.Worked($"{flag.Code} 疑点?", emitter, 4, row => row.Scored.Holds(flag) is null ? 1 : 0);
        return new Lifted.Truth(raised, unknown);
    }

    /// <summary>What a flag says when it is raised is worked out by the reference alone, and may take too long.</summary>
    private void Says(ImmutableArray<Formula> texts, int raised)
    {
        if (texts.Any(t => ReadsScores(t.Root)))
        {
            saysScores = true;
            toReference = emitter.Or(toReference, raised);
        }
        else if (!texts.IsEmpty)
        {
            Said = Said.AddRange(texts);
            partNames.UnionWith(texts.SelectMany(t => t.Names));
            Saying = emitter.Or(Saying, raised);
        }
    }
}
