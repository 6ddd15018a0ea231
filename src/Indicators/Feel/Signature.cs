using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>
/// One way to call a function, written as <c>n: number, scale?: number -> number</c>. A name with <c>?</c> may be left out,
/// with <c>...</c> repeats; a type with <c>?</c> may be null. A result <c>same</c> is of the first argument's type,
/// <c>element</c> of its items', so that units are kept.
/// </summary>
internal sealed record Signature(string Text, ImmutableArray<Signature.Parameter> Parameters, FeelType? Result)
{
    private const string Arrow = " -> ";

    public int Least => Parameters.Count(p => p is { Optional: false, Repeats: false });

    public static ImmutableArray<Signature> ReadAll(string text) => [.. text.Split(" | ").Select(Read)];

    /// <summary>The type of the result where the arguments have these types.</summary>
    public FeelType Returns(ImmutableArray<FeelType> arguments) => Result ?? (arguments, Text.EndsWith("element", StringComparison.Ordinal)) switch
    {
        ([], _) => FeelType.Unknown,
        ([FeelType.List list, ..], true) => list.Element,
        _ => arguments[0],
    };

    /// <summary>The arguments in the order of the parameters, those left out as null; null if they are not for this signature.</summary>
    public ImmutableArray<T?>? Bind<T>(ImmutableArray<T> arguments, ImmutableArray<string> names)
        where T : class
    {
        if (!names.IsEmpty)
        {
            return names.All(n => Parameters.Any(p => p.Name == n)) && names.Distinct().Count() == names.Length
                && Parameters.All(p => p.Optional || names.Contains(p.Name))
                ? [.. Parameters.Select(p => names.IndexOf(p.Name) is >= 0 and var i ? arguments[i] : null)]
                : null;
        }

        if (Parameters is [.., { Repeats: true }])
        {
            return arguments.Length >= Least ? [.. arguments] : null;
        }

        return arguments.Length >= Least && arguments.Length <= Parameters.Length
            ? [.. arguments, .. Enumerable.Repeat<T?>(null, Parameters.Length - arguments.Length)]
            : null;
    }

    public Parameter At(int index) => Parameters[Math.Min(index, Parameters.Length - 1)];

    private static Signature Read(string text)
    {
        var arrow = text.IndexOf(Arrow, StringComparison.Ordinal);
        var parameters = text[..arrow];
        var result = text[(arrow + Arrow.Length)..];
        return new Signature(
            text,
            parameters.Length == 0 ? [] : [.. parameters.Split(", ").Select(One)],
            result is "same" or "element" ? null : Type(result));
    }

    private static Parameter One(string text)
    {
        var (name, type) = text.Split(": ") is [var n, var t] ? (n, t) : throw new FormatException(text);
        return new Parameter(name.TrimEnd('?', '.'), Type(type.TrimEnd('?')), name.EndsWith('?'), name.EndsWith('.'), type.EndsWith('?'));
    }

    private static FeelType Type(string text) => text.StartsWith("list<", StringComparison.Ordinal)
        ? new FeelType.List(Type(text[5..^1]))
        : text == "percent" ? FeelType.Ratio
        : TypeNames.Find(text) ?? throw new FormatException(text);

    public sealed record Parameter(string Name, FeelType Type, bool Optional, bool Repeats, bool Nullable);
}
