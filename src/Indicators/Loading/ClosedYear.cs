using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>封存: the digest that the rules of a fiscal year had when it was closed.</summary>
internal sealed partial record ClosedYear(int Year, string Digest, Place Place)
{
    public static ImmutableArray<ClosedYear> Read(YamlValue? yaml, ImmutableArray<int> years, LoadContext context)
    {
        if (context.Map(yaml) is not { } map)
        {
            return [];
        }

        var closed = ImmutableArray.CreateBuilder<ClosedYear>();
        foreach (var (key, value) in map.TakeAll())
        {
            if (FiscalYear.Parse(key.Content) is not { } year)
            {
                context.Report(Messages.ExpectedYear, key.Place, key.Content);
            }
            else if (!years.Contains(year))
            {
                context.Report(Messages.ClosedYearUnknown, key.Place, year, Words.Listed([.. years.Select(y => $"{y}")]));
            }
            else if (context.Text(value) is { } text)
            {
                if (Written().IsMatch(text.Content))
                {
                    closed.Add(new ClosedYear(year, text.Content, text.Place));
                }
                else
                {
                    context.Report(Messages.ExpectedDigest, text.Place, text.Content);
                }
            }
        }

        return closed.ToImmutable();
    }

    public void Compare(string digest, LoadContext context)
    {
        if (digest != Digest)
        {
            context.Report(Messages.ClosedYearChanged, Place, Year, Digest, digest);
        }
    }

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex Written();
}
