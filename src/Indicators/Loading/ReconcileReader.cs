using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>
/// 核对: two figures that must agree, as <c>合计 = 甲 + 乙</c> or with 编号, 名称, 指标, 依据 and 容差. It is a flag that is raised when
/// they differ by more than the tolerance.
/// </summary>
internal static class ReconcileReader
{
    public static FlagDefinition? Read(YamlValue yaml, int index, LoadContext context)
    {
        if (yaml is YamlText text)
        {
            return Flag(text, CodeOf(index), null, null, [], [], context);
        }

        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var equation = map.RequireText(Keys.Equation);
        var code = map.TakeText(Keys.Code)?.Content ?? CodeOf(index);
        var name = map.TakeText(Keys.Name)?.Content;
        var tolerance = map.TakeText(Keys.Tolerance);
        var (about, basis) = (context.Scalars(map.Take(Keys.About)), context.Texts(map.Take(Keys.Basis)));
        map.Finish();
        return equation is null ? null : Flag(equation, code, name, tolerance, about, basis, context);
    }

    /// <summary>The code of a reconciliation that has none of its own: K1.</summary>
    public static string CodeOf(int index) => $"K{index + 1}";

    private static FlagDefinition? Flag(
        YamlText equation, string code, string? name, YamlText? tolerance, ImmutableArray<YamlText> about, ImmutableArray<string> basis, LoadContext context)
    {
        var source = LoadContext.Source(equation);
        if (context.Formula(equation, FeelType.Boolean) is not { } whole)
        {
            return null;
        }

        if (whole.Root is not Expression.Binary { Operator: Operator.Equal } equal || whole.TypeOf(equal.Left) is not (FeelType.Number or FeelType.Any))
        {
            context.Report(Messages.ReconcileNotEquation, equation.Place, equation.Content);
            return null;
        }

        var (left, right) = (source.Of(equal.Left.Span), source.Of(equal.Right.Span));
        var apart = $"abs(({left}) - ({right}))";
        var when = context.Formula(equation with { Content = $"{apart} > {Tolerance(tolerance, context)}" }, FeelType.Boolean);
        var says = FlagsReader.Says(equation with { Content = $"{left} {{{left}}}，{right} {{{right}}}，相差 {{{apart}}}" }, context);
        return when is null || says is null
            ? null
            : new FlagDefinition(code, name ?? $"核对：{equation.Content}", FlagKind.Doubt, [.. about.Select(a => a.Content)], when, says, null, basis, equation.Place)
            {
                AboutPlaces = [.. about.Select(a => a.Place)],
            };
    }

    /// <summary>容差: a number, a percentage, or an amount of money with its unit.</summary>
    private static string Tolerance(YamlText? text, LoadContext context)
    {
        if (text is null)
        {
            return "0";
        }

        var money = ValueText.Split(text.Content) is var (amount, unit) && MoneyUnits.Find(unit) is { } yuan ? (amount * yuan).ToShortest(4) : null;
        if (money is null && context.Formula(text, FeelType.Bare) is null)
        {
            return "0";
        }

        return money ?? $"({text.Content})";
    }
}
