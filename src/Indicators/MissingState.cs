namespace Indicators;

/// <summary>
/// The four ways in which evidence can be absent, mildest first: where several meet, the worst (the last) counts.
/// Zero is none of them.
/// </summary>
public enum MissingState
{
    /// <summary>不适用: does not apply to this project.</summary>
    NotApplicable,

    /// <summary>无法考核: applies, but cannot be assessed.</summary>
    Unassessable,

    /// <summary>空白: nobody has filled it in yet.</summary>
    Blank,

    /// <summary>未提供: was asked for and not handed over.</summary>
    Withheld,
}

/// <summary>What a missing result does to the score.</summary>
public enum MissingPolicy
{
    /// <summary>零分: scores zero.</summary>
    Zero,

    /// <summary>暂不扣分: keeps full points for the time being.</summary>
    Keep,

    /// <summary>剔除: leaves the tree; its siblings share its weight.</summary>
    Exclude,

    /// <summary>挂起: earns nothing until it is settled; the points stay open.</summary>
    Hold,
}

/// <summary>The policy for each state, and where the weight of an excluded node goes.</summary>
public sealed record MissingPolicies(
    MissingPolicy NotApplicable,
    MissingPolicy Unassessable,
    MissingPolicy Blank,
    MissingPolicy Withheld,
    bool ExcludeToTotal = false)
{
    public MissingPolicy For(MissingState state) => state switch
    {
        MissingState.NotApplicable => NotApplicable,
        MissingState.Unassessable => Unassessable,
        MissingState.Blank => Blank,
        _ => Withheld,
    };

    public MissingPolicies With(MissingState state, MissingPolicy policy) => state switch
    {
        MissingState.NotApplicable => this with { NotApplicable = policy },
        MissingState.Unassessable => this with { Unassessable = policy },
        MissingState.Blank => this with { Blank = policy },
        _ => this with { Withheld = policy },
    };
}
