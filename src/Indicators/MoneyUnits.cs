namespace Indicators;

/// <summary>The units of money that people write, in 元.</summary>
public static class MoneyUnits
{
    private static readonly (string Name, int Yuan)[] Units =
        [("元", 1), ("千元", 1_000), ("万元", 10_000), ("百万元", 1_000_000), ("亿元", 100_000_000)];

    public static IEnumerable<string> Names => Units.Select(u => u.Name);

    /// <summary>How many 元 one unit is; null for anything that is no unit of money.</summary>
    public static Fraction? Find(string unit) =>
        Units.Where(u => u.Name == unit).Select(u => (Fraction?)u.Yuan).FirstOrDefault();
}
