using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Yaml;

namespace Indicators.Methods;

/// <summary>Reads the bands of a 分档 and proves that every value has exactly one: no gap, and none that can never be reached.</summary>
internal static class BandsReader
{
    public static ImmutableArray<Band>? Read(MethodReader reader)
    {
        var context = reader.Context;
        var before = context.Diagnostics.Count;
        var bands = ImmutableArray.CreateBuilder<Band>();
        foreach (var entry in reader.Entries)
        {
            if (ReadBand(entry, reader) is { } band)
            {
                bands.Add(band);
            }
        }

        if (context.Diagnostics.Count > before)
        {
            return null;
        }

        Bands.Check([.. bands.Select(b => new BandShape(b.Label.Zh, b.Test is null && b.Condition is null, b.Test?.Intervals, b.Place))], reader.Place, context);
        return context.Diagnostics.Skip(before).Any(d => d.Severity == Severity.Error) ? null : bands.ToImmutable();
    }

    private static Band? ReadBand(YamlEntry entry, MethodReader reader)
    {
        var context = reader.Context;
        var otherwise = Keys.Otherwise.Matches(entry.Key.Content);
        var test = !otherwise && reader.HasValue ? context.Tests(entry.Key, reader.MeasuredType) : null;
        var condition = !otherwise && !reader.HasValue ? context.Formula(entry.Key, FeelType.Boolean) : null;
        var method = ReadMethod(entry.Value, reader);
        var amount = entry.Value is YamlText text ? MethodReader.ReadAmount(context, text) : Amount.Full;
        var label = otherwise ? Keys.Otherwise : Bilingual.Same(entry.Key.Content);
        return amount is null || (entry.Value is not YamlText && method is null) || (!otherwise && test is null && condition is null)
            ? null
            : new Band(label, test, condition, amount.Value, method, entry.Key.Place);
    }

    private static Method? ReadMethod(YamlValue yaml, MethodReader reader)
    {
        if (yaml is YamlText || reader.Context.Map(yaml) is not { } map)
        {
            return null;
        }

        var before = reader.Context.Diagnostics.Count;
        var method = MethodTable.Read(map, reader.Measured);
        map.Finish();
        if (method is null && reader.Context.Diagnostics.Count == before && !reader.Context.MethodsExhausted)
        {
            reader.Context.Report(Messages.BandWithoutOutcome, yaml.Place);
        }

        return method;
    }
}
