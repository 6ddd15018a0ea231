using System.Globalization;

namespace Indicators.Service;

/// <summary>Points as decimal digits. Most are hundredths up to 100, which stand ready.</summary>
internal static class PointsText
{
    private static readonly string[] Hundredths = [.. Enumerable.Range(0, 10_001).Select(units => Make(units, 2))];

    /// <param name="units">Of the last decimal; not below zero.</param>
    /// <param name="places">Decimals.</param>
    public static string Of(long units, int places) => places == 2 && units < Hundredths.Length ? Hundredths[units] : Make(units, places);

    private static string Make(long units, int places) =>
        new decimal((int)units, (int)(units >> 32), 0, isNegative: false, (byte)places).ToString(CultureInfo.InvariantCulture);
}
