using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;

namespace Indicators.Methods;

/// <summary>All methods by their key. A new method is one file beside this one and one line here.</summary>
internal static class MethodTable
{
    public static readonly ImmutableArray<MethodKind> All =
    [
        new(Keys.Met, MeasuresNumber: null, MetMethod.Read),
        new(Keys.Deduct, MeasuresNumber: null, DeductMethod.Read),
        new(Keys.Bands, MeasuresNumber: false, BandsMethod.Read),
        new(Keys.Proportional, MeasuresNumber: true, ProportionalMethod.Read),
        new(Keys.Slope, MeasuresNumber: true, SlopeMethod.Read),
    ];

    /// <summary>
    /// Reads the method of a node or of a band: 取值 and at most one method key. Null if there is none, or after
    /// reporting what is wrong with it.
    /// </summary>
    public static Method? Read(MapReader map, FeelType? inherited)
    {
        var context = map.Context;
        var valueYaml = map.TakeEntry(Keys.Value);
        var value = valueYaml is null ? null : context.Formula(valueYaml.Value, FeelType.Unknown);
        var written = All.Select(kind => (kind, entry: map.TakeEntry(kind.Key))).Where(m => m.entry is not null).ToList();
        if (written.Count > 1)
        {
            context.Report(Messages.TwoMethods, written[1].entry!.Key.Place, written[0].kind.Key, written[1].kind.Key);
            return null;
        }

        if (written.Count == 0)
        {
            if (valueYaml is not null)
            {
                context.Report(Messages.ValueWithoutMethod, valueYaml.Key.Place, Words.Choices(All.Where(k => k.MeasuresNumber is not null).Select(k => k.Key)));
            }

            return null;
        }

        var (found, entry) = written[0];
        if (valueYaml is not null && value is null)
        {
            return null;
        }

        var reader = new MethodReader(context, entry!, value, inherited);
        if (!Fits(found, reader, valueYaml?.Key.Place))
        {
            return null;
        }

        var method = found.Read(reader);
        reader.Finish();
        return method;
    }

    private static bool Fits(MethodKind kind, MethodReader reader, Place? value)
    {
        if (kind.MeasuresNumber is null && value is not null)
        {
            reader.Context.Report(Messages.ValueUnused, value, kind.Key);
        }

        if (kind.MeasuresNumber != true)
        {
            return true;
        }

        if (!reader.HasValue)
        {
            reader.Report(Messages.ValueMissing, kind.Key);
            return false;
        }

        if (!FeelType.Bare.Accepts(reader.MeasuredType))
        {
            reader.Report(Messages.ValueNotNumber, kind.Key, reader.MeasuredType.InWords);
            return false;
        }

        return true;
    }
}

/// <summary>A method's key and how it is read.</summary>
/// <param name="Key">The key in rule files.</param>
/// <param name="MeasuresNumber">True: needs a 取值 that is a number; false: may have a 取值; null: has none.</param>
/// <param name="Read">Reads its keys, or reports and returns null.</param>
internal sealed record MethodKind(Bilingual Key, bool? MeasuresNumber, Func<MethodReader, Method?> Read);
