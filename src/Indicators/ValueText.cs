using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Indicators.Feel;

namespace Indicators;

/// <summary>A value that was read, or the problem with the text.</summary>
public sealed record ValueReading(Value? Value, Message? Problem, params object[] Arguments);

/// <summary>
/// Reads values as people write them: 30万元, 98.5%, 1,234.56, full-width digits, 是, 2017年4月25日. Strict: what can be
/// read in two ways is refused, and a unit is converted or refused, never guessed.
/// </summary>
public static partial class ValueText
{
    private static readonly FrozenDictionary<string, MissingState> MissingStates = Words.Lookup(Words.MissingStates);

    /// <param name="raw">The cell as written.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="unit">The unit in the column's header, or in the row's 单位列, if there is one.</param>
    public static ValueReading Read(string raw, FieldType type, string? unit)
    {
        var text = raw.Trim();
        if (text.Length == 0)
        {
            return new(Value.Null, null);
        }

        if (MissingStates.TryGetValue(text, out var state))
        {
            return new(new Value.Missing(state), null);
        }

        return type.Kind switch
        {
            FieldKind.Text => new(new Value.Text(text), null),
            FieldKind.YesNo => YesNo(text),
            FieldKind.Date => Date(text),
            FieldKind.Target => Target(text, type, unit),
            _ => Number(text, type, unit),
        };
    }

    /// <summary>A decimal number with strict thousands groups, and what follows it; null if the text is no number.</summary>
    internal static (Fraction Amount, string Unit)? Split(string text)
    {
        if (Plain(text) is { } plain)
        {
            return (plain, "");
        }

        var match = NumberPattern().Match(Lexer.Ascii(text).Replace('−', '-'));
        if (!match.Success || match.Groups["n"].Value.Count(char.IsAsciiDigit) > Limits.Digits)
        {
            return null;
        }

        var digits = match.Groups["n"].Value.Replace(",", "");
        return Fraction.TryParse(match.Groups["sign"].Value.TrimStart('+') + digits, out var amount) ? (amount, match.Groups["unit"].Value.Trim()) : null;
    }

    /// <summary>Most figures are a few digits with or without a point, and need no pattern; null for all others.</summary>
    private static Fraction? Plain(string text) =>
        PlainNumber.TryRead<char>(text, out var digits, out var decimals) ? new Fraction(digits, PlainNumber.Powers[decimals]) : null;

    private static ValueReading Number(string text, FieldType type, string? headerUnit)
    {
        if (text[0] is '≥' or '≤' or '>' or '<' or '＞' or '＜' or '=' or '＝')
        {
            return new(null, Messages.TargetNotNumber, text);
        }

        if (Split(text) is not var (amount, cellUnit))
        {
            return new(null, Messages.BadNumber, text, type.Feel.InWords, Why(text));
        }

        return type.Kind switch
        {
            FieldKind.Money => Money(text, amount, cellUnit, headerUnit ?? type.Unit),
            FieldKind.Percent => Percent(text, amount, cellUnit, headerUnit),
            _ when type.UnitColumn is not null => InRow(amount, cellUnit, headerUnit) is (var held, null) ? new(Value.Of(held), null) : new(null, Messages.WrongUnit, text, cellUnit, headerUnit ?? ""),
            _ => Counted(text, amount, cellUnit, headerUnit, type.Unit),
        };
    }

    /// <summary>A figure in the unit of its row: percentages as shares, money in 元, anything else as it is; a second unit beside it must be the same.</summary>
    private static (Fraction Amount, Message? Problem) InRow(Fraction amount, string cellUnit, string? rowUnit)
    {
        var unit = rowUnit ?? cellUnit;
        if (cellUnit.Length > 0 && cellUnit != unit)
        {
            return (amount, Messages.WrongUnit);
        }

        return unit is "%" or "％" ? (amount / Fraction.Hundred, null) : (amount * (MoneyUnits.Find(unit) ?? Fraction.One), null);
    }

    /// <summary>≥200个, ≤30%, =100, or 200 without a direction.</summary>
    private static ValueReading Target(string text, FieldType type, string? rowUnit)
    {
        var match = TargetPattern().Match(Lexer.Ascii(text));
        if (!match.Success || Split(match.Groups["n"].Value) is not var (amount, unit))
        {
            return new(null, Messages.BadTarget, text);
        }

        var declared = type.Unit ?? rowUnit;
        if (declared is not null && unit.Length > 0 && unit != declared)
        {
            return new(null, Messages.WrongUnit, text, unit, declared);
        }

        var direction = match.Groups["d"].Value switch { "" => null, "≥" or ">=" or "不低于" or "不少于" => "≥", "≤" or "<=" or "不高于" or "不超过" => "≤", _ => "=" };
        return new(Indicators.Target.Of(InRow(amount, unit, declared).Amount, direction, declared ?? unit), null);
    }

    /// <summary>What keeps a text from being a number, where it comes close to one.</summary>
    private static Bilingual Why(string text)
    {
        var narrow = Lexer.Ascii(text);
        return narrow switch
        {
            _ when narrow.Count(char.IsAsciiDigit) > Limits.Digits => new($"：最多 {Limits.Digits} 位数字", $": at most {Limits.Digits} digits"),
            _ when Bracketed().Match(narrow) is { Success: true } match => new($"：负数写成 -{match.Groups["n"].Value}", $": write the negative as -{match.Groups["n"].Value}"),
            _ when Exponent().IsMatch(narrow) => new("：不用指数，把数字写全", ": write the digits in full, without an exponent"),
            _ when OpenPoint().IsMatch(narrow) => new("：小数点前后都要有数字", ": a decimal point has digits on both sides"),
            _ when Grouped().IsMatch(narrow) => new("：千位逗号要三位一组", ": thousands commas stand every three digits"),
            _ => new("", ""),
        };
    }

    private static ValueReading Money(string text, Fraction amount, string cellUnit, string? otherUnit)
    {
        var unit = cellUnit.Length > 0 ? cellUnit : otherUnit;
        if (unit is null)
        {
            return new(null, Messages.MoneyWithoutUnit, text);
        }

        return MoneyUnits.Find(unit) is { } yuan
            ? new(Value.Of(amount * yuan), null)
            : new(null, Messages.WrongUnit, text, unit, Words.Listed([.. MoneyUnits.Names]));
    }

    private static ValueReading Percent(string text, Fraction amount, string cellUnit, string? headerUnit) => (cellUnit, headerUnit) switch
    {
        ("%", _) or ("", "%" or "％") => new(Value.Of(amount / Fraction.Hundred), null),
        ("", _) => new(null, Messages.PercentWithoutSign, text),
        _ => new(null, Messages.WrongUnit, text, cellUnit, "%"),
    };

    private static ValueReading Counted(string text, Fraction amount, string cellUnit, string? headerUnit, string? declared)
    {
        var unit = cellUnit.Length > 0 ? cellUnit : headerUnit;
        return unit is null || unit == declared
            ? new(Value.Of(amount), null)
            : new(null, Messages.WrongUnit, text, unit, declared is null ? new Bilingual("不带单位的数", "a number without a unit") : declared);
    }

    private static ValueReading YesNo(string text) => text.ToLowerInvariant() switch
    {
        "是" or "yes" => new(Value.True, null),
        "否" or "no" => new(Value.False, null),
        _ => new(null, Messages.BadYesNo, text),
    };

    private static ValueReading Date(string text)
    {
        var match = DatePattern().Match(Lexer.Ascii(text));
        return match.Success && Day(Part("y"), Part("m"), Part("d")) is { } day ? new(new Value.Date(day), null) : new(null, Messages.BadDate, text);

        int Part(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Null where there is no such day.</summary>
    internal static DateOnly? Day(int year, int month, int day) =>
        year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    [GeneratedRegex(@"^(?<sign>[-+]?)(?<n>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(?<unit>[^\d\s.,()+\-]{0,16})$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^(?<d>≥|≤|>=|<=|=|不低于|不少于|不高于|不超过)?\s*(?<n>[^≥≤<>=].*)$")]
    private static partial Regex TargetPattern();

    [GeneratedRegex(@"^\((?<n>\d[\d,.]*)\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[-+]?\d[\d,.]*[eE][-+]?\d")]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^[-+]?(?:\d[\d,]*\.(?!\d)|\.\d)")]
    private static partial Regex OpenPoint();

    [GeneratedRegex(@"^[-+]?\d[\d,]*,")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(?<y>\d{4})(?:(?:-(?<m>\d{1,2})-(?<d>\d{1,2}))|(?:/(?<m>\d{1,2})/(?<d>\d{1,2}))|(?:\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日))$")]
    private static partial Regex DatePattern();
}
