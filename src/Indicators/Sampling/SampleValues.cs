using System.Globalization;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>
/// Made-up cells of a project. Its money is of one size and its counts of another, so that rates come out near 100%; what is
/// called actual is a little less than what is planned. All of it keeps to the 范围 of the fields.
/// </summary>
internal sealed class SampleValues(ulong seed, int year, SampleTexts texts)
{
    private static readonly string[] Actuals = ["实际", "支出", "完成", "到位", "执行", "actual", "spent"];
    private static readonly string[] Missing = ["", "", "", "", "未提供", "未提供", "无法考核", "不适用"];

    /// <summary>What people write that no number is: one of these cells keeps its project from being scored.</summary>
    private static readonly string[] Dirty = ["十二", "约30", "——", "见附件", "1,23,4", "3O", "#REF!", "30至40"];

    /// <summary>The text of a cell, as somebody would write it.</summary>
    /// <param name="field">The field or column.</param>
    /// <param name="project">The number of the project.</param>
    /// <param name="row">The row of a table; empty for a field.</param>
    /// <param name="mayLack">Whether it may be missing.</param>
    public string Cell(FieldDefinition field, long project, string row, bool mayLack)
    {
        var dice = new Dice(seed, project, $"{row}/{field.Name}");
        if (mayLack && dice.Chance(30))
        {
            return dice.Pick(Missing);
        }

        return field.Type.IsFigure && dice.Chance(1) ? dice.Pick(Dirty) : Sound(field, project, ref dice);
    }

    private string Sound(FieldDefinition field, long project, ref Dice dice)
    {
        switch (field.Type.Kind)
        {
            case FieldKind.Money:
                var size = new Dice(seed, project, "金额");
                var yuan = size.Pick([10_000m, 50_000m, 100_000m, 500_000m, 1_000_000m, 5_000_000m]) * size.Between(10, 99) / 10 * Share(field, ref dice);
                return Within(field, decimal.Round(yuan / 100) * 100) is var money && MoneyUnits.Find(field.Type.Unit ?? "万元") is { } unit
                    ? Shortest(money / (decimal)unit.Numerator) + (dice.Chance(300) || field.Type.Unit is null ? field.Type.Unit ?? "万元" : "") : "";
            case FieldKind.Percent:
                return Shortest(Within(field, dice.Between(400, 1000) / 1000m) * 100) + "%";
            case FieldKind.Number:
                return Shortest(Within(field, Count(field, project, ref dice)));
            case FieldKind.Target:
                return $"≥{Shortest(Count(field, project, ref dice))}";
            case FieldKind.Date:
                return new DateOnly(year, dice.Between(1, 12), dice.Between(1, 28)).ToString(dice.Pick(["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"]), CultureInfo.InvariantCulture);
            case FieldKind.YesNo:
                return dice.Chance(880) ? "是" : "否";
            default:
                return dice.Pick(texts.Of(field.Name));
        }
    }

    private decimal Count(FieldDefinition field, long project, ref Dice dice)
    {
        var size = new Dice(seed, project, field.Type.Unit ?? "数");
        var count = size.Pick([4, 10, 25, 60, 200]) * size.Between(5, 15) / 10m * Share(field, ref dice);
        return decimal.Ceiling(count);
    }

    /// <summary>Of the size of the project; now and then ten times that, as where a unit is mistaken.</summary>
    private static decimal Share(FieldDefinition field, ref Dice dice)
    {
        var share = Actuals.Any(a => field.Name.Contains(a, StringComparison.OrdinalIgnoreCase)) ? dice.Between(620, 1080) : dice.Between(960, 1040);
        return share / 1000m * (dice.Chance(4) ? 10 : 1);
    }

    /// <summary>The nearest value that its 范围 allows.</summary>
    private static decimal Within(FieldDefinition field, decimal value)
    {
        if (field.Range?.Intervals is not { IsEmpty: false } intervals || intervals.Any(i => i.Contains(Exact(value))))
        {
            return value;
        }

        var nearest = intervals[0];
        return nearest.Low is { } low && Exact(value) < low ? Decimal(low) : nearest.High is { } high ? Decimal(high) : value;
    }

    private static Fraction Exact(decimal value) => Fraction.TryParse(value.ToString(CultureInfo.InvariantCulture), out var exact) ? exact : Fraction.Zero;

    private static decimal Decimal(Fraction value) => decimal.Parse(value.ToShortest(6), CultureInfo.InvariantCulture);

    private static string Shortest(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
