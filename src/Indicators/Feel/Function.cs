using System.Collections.Immutable;
using Indicators.Feel.Functions;

namespace Indicators.Feel;

/// <summary>
/// A built-in function: its FEEL name and, where it is our own or analysts write it in Chinese, its Chinese name.
/// A missing argument makes the result missing unless the signature lets it be null.
/// </summary>
internal sealed record Function(string Name, string? Chinese, ImmutableArray<Signature> Signatures, Func<Arguments, Value> Apply)
{
    /// <summary>Takes one list, or its items as arguments; 不适用 items are skipped, other missing items make the result missing.</summary>
    public bool Aggregates { get; init; }

    /// <summary>Aggregates, but decides itself what a missing item does.</summary>
    public bool SeesMissing { get; init; }

    /// <summary>Whether the one argument is the code of an indicator, written as text.</summary>
    public bool TakesCode { get; init; }

    /// <summary>Whether the one argument is a table of answers, with 选项.</summary>
    public bool TakesSurvey { get; init; }

    /// <summary>Asks for the present time, which rules must not depend on.</summary>
    public bool NeedsClock { get; init; }

    public static readonly ImmutableArray<Function> All =
    [
        .. Functions.Aggregates.All, .. Lists.All, .. Numbers.All, .. Strings.All, .. Dates.All, .. Ranges.All, .. Contexts.All, .. Own.All,
    ];

    private static readonly Dictionary<string, Function> ByName = All
        .SelectMany(f => f.Chinese is null ? [(f.Name, f)] : new[] { (f.Name, f), (f.Chinese, f) })
        .ToDictionary(pair => pair.Item1, pair => pair.f);

    /// <summary>The element type of what it aggregates.</summary>
    public FeelType Element => ((FeelType.List)Signatures[0].Parameters[0].Type).Element;

    public static Function? Find(string name) => ByName.GetValueOrDefault(name);

    public static IEnumerable<string> Names => ByName.Keys;

    public static Function Of(string name, string? chinese, string signatures, Func<Arguments, Value> apply) =>
        new(name, chinese, Signature.ReadAll(signatures), apply);

}
