using System.Text;

namespace Indicators.Sampling;

/// <summary>Chance that depends on nothing but a seed and what it is for, so that the same sample comes out in any order and on any machine.</summary>
internal struct Dice
{
    private ulong state;

    /// <param name="seed">Of the sample.</param>
    /// <param name="project">The number of the project.</param>
    /// <param name="about">What is diced for, such as the name of a field.</param>
    public Dice(ulong seed, long project, string about)
    {
        state = Mix(seed + 0x9E3779B97F4A7C15 * (ulong)(project + 1));
        foreach (var b in Encoding.UTF8.GetBytes(about))
        {
            state = Mix(state ^ b);
        }
    }

    /// <summary>From 0 to below <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        state += 0x9E3779B97F4A7C15;
        return (int)(Mix(state) % (ulong)below);
    }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Next(high - low + 1);

    /// <summary>True so often in a thousand.</summary>
    public bool Chance(int perMille) => Next(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>The finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
