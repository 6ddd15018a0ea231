using System.Text;
using Indicators.Feel;

namespace Indicators.Compiled;

/// <summary>What may stand behind the digits of a figure, and what they then are in units of the field's last decimal.</summary>
internal sealed class FigureUnit
{
    private readonly long times;
    private readonly (long Times, long Most)[] byDecimals;

    private FigureUnit(string written, long times)
    {
        (Written, this.times) = (Encoding.UTF8.GetBytes(written), times);
        // Most figures have no more decimals than their field, and are only multiplied.
        byDecimals = [.. PlainNumber.Powers.Select(p => times % p == 0 ? times / p : 0).Select(t => (t, t == 0 ? 0 : (long)Emitter.Exact / t))];
    }

    /// <summary>The unit in the cell; of most figures none.</summary>
    public byte[] Written { get; }

    /// <summary>Those that a field can have: none first, if it can do without, then those before others that end in the same way.</summary>
    /// <param name="type">Of the field.</param>
    /// <param name="header">The unit in the header of its column.</param>
    public static FigureUnit[] Of(FieldType type, string? header) =>
    [
        .. MoneyUnits.Names.Append("%").Concat(type is { Kind: FieldKind.Number, Unit: { } own } ? [own] : Array.Empty<string>()).Distinct().OrderByDescending(u => u.Length).Prepend("")
            .Select(u => (Unit: u, One: ValueText.Read("1" + u, type, header).Value))
            .Where(u => u.One is Value.Number)
            .Select(u => new FigureUnit(u.Unit, (long)(((Value.Number)u.One!).Amount * new Fraction(Columns.UnitsOf(type.Kind))).Numerator)),
    ];

    /// <summary>A plain number, perhaps below zero; false where it is written otherwise, or has more decimals than its field.</summary>
    public bool Read(ReadOnlySpan<byte> figure, out long units)
    {
        units = 0;
        var isNegative = figure.StartsWith((byte)'-');
        return PlainNumber.TryReadShort(isNegative ? figure[1..] : figure, out var digits, out var decimals) && Scale(isNegative ? -digits : digits, decimals, out units);
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, out long)"/>
    public bool Read(ReadOnlySpan<char> figure, out long units)
    {
        units = 0;
        var isNegative = figure.StartsWith('-');
        return PlainNumber.TryRead(isNegative ? figure[1..] : figure, out var digits, out var decimals) && Scale(isNegative ? -digits : digits, decimals, out units);
    }

    /// <summary>What digits with so many decimals are in units of the field's last decimal; false where that is no whole number, or a very large one.</summary>
    public bool Scale(long digits, int decimals, out long units)
    {
        var (factor, most) = byDecimals[decimals];
        units = digits * factor;
        return Math.Abs(digits) <= most || Divided(digits, decimals, out units);
    }

    private bool Divided(long digits, int decimals, out long units)
    {
        var (whole, rest) = Int128.DivRem((Int128)digits * times, PlainNumber.Powers[decimals]);
        units = (long)whole;
        return rest == 0 && Int128.Abs(whole) <= Emitter.Exact;
    }
}
