using System.Runtime.CompilerServices;

namespace Indicators.Benchmarks.Scoring;

/// <summary>
/// The rules of <see cref="MadeUpRules"/> with 20 indicators as one would write them in C#, over a row of doubles: the yardstick.
/// It is not exact: what falls on a tie or a threshold may go either way. <see cref="Decimals"/> divides first as well.
/// </summary>
internal static class HandWritten
{
    /// <summary>20 scores, 4 dimensions, the total, the number of the grade, the bits of the flags.</summary>
    public const int Outputs = 27;

    public static void Score(ReadOnlySpan<double> f, Span<double> to)
    {
        to[0] = Proportional(f[0], f[7]);
        to[1] = Slope(f[1], f[8]);
        to[2] = Bands(f[2], f[9]);
        to[3] = Linear(f[3], f[10]);
        to[4] = Deduct(f[4]);
        to[5] = Proportional(f[5], f[12]);
        to[6] = Slope(f[6], f[13]);
        to[7] = Bands(f[7], f[14]);
        to[8] = Linear(f[8], f[15]);
        to[9] = Deduct(f[9]);
        to[10] = Proportional(f[10], f[17]);
        to[11] = Slope(f[11], f[18]);
        to[12] = Bands(f[12], f[19]);
        to[13] = Linear(f[13], f[20]);
        to[14] = Deduct(f[14]);
        to[15] = Proportional(f[15], f[22]);
        to[16] = Slope(f[16], f[23]);
        to[17] = Bands(f[17], f[24]);
        to[18] = Linear(f[18], f[25]);
        to[19] = Deduct(f[19]);
        to[20] = to[0] + to[1] + to[2] + to[3] + to[4];
        to[21] = to[5] + to[6] + to[7] + to[8] + to[9];
        to[22] = to[10] + to[11] + to[12] + to[13] + to[14];
        to[23] = to[15] + to[16] + to[17] + to[18] + to[19];
        var total = to[24] = to[20] + to[21] + to[22] + to[23];
        var low = total < 40;
        to[25] = low ? 3 : total >= 90 ? 0 : total >= 80 ? 1 : total >= 60 ? 2 : 3;
        to[26] = (f[0] > f[1] ? 1 : 0) + (f[2] + f[3] > f[4] + f[5] ? 2 : 0) + (low ? 4 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Proportional(double a, double b) => b == 0 ? 0 : Round(Math.Min(a / b, 1) * 5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Slope(double a, double b) => b == 0 ? 0 : a >= b ? 5 : Round(Math.Max(5 - (1 - a / b) * 25, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Bands(double a, double b)
    {
        var rate = a / b;
        return b == 0 ? 0 : rate >= 0.9 ? 5 : rate >= 0.8 ? 3 : rate >= 0.6 ? 1.5 : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Linear(double a, double b) => b == 0 ? 0 : Round(Math.Min(Math.Max((a / b - 0.6) / 0.4, 0), 1) * 5);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Deduct(double a) => Round(Math.Max(5 - a / 100_000 * 0.5, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Round(double points) => Math.Floor(points * 100 + 0.5) / 100;

    /// <summary>The total over decimals.</summary>
    public static decimal Decimals(ReadOnlySpan<decimal> f)
    {
        var total = 0m;
        for (var first = 0; first < 20; first += 5)
        {
            var (a, b) = (f[first], f[first + 7]);
            total += b == 0 ? 0 : Round(Math.Min(a / b, 1) * 5);
            (a, b) = (f[first + 1], f[first + 8]);
            total += b == 0 ? 0 : a >= b ? 5 : Round(Math.Max(5 - (1 - a / b) * 25, 0));
            (a, b) = (f[first + 2], f[first + 9]);
            total += b == 0 ? 0 : a / b is var rate && rate >= 0.9m ? 5 : rate >= 0.8m ? 3 : rate >= 0.6m ? 1.5m : 0;
            (a, b) = (f[first + 3], f[first + 10]);
            total += b == 0 ? 0 : Round(Math.Min(Math.Max((a / b - 0.6m) / 0.4m, 0), 1) * 5);
            total += Round(Math.Max(5 - f[first + 4] / 100_000 * 0.5m, 0));
        }

        return total;
    }

    private static decimal Round(decimal points) => Math.Floor(points * 100 + 0.5m) / 100;
}
