using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Yaml;

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
        new(Keys.Linear, MeasuresNumber: true, LinearMethod.Read),
        new(Keys.FormulaMethod, MeasuresNumber: null, FormulaMethod.Read),
        new(Keys.Levels, MeasuresNumber: null, LevelMethod.Read),
        new(Keys.Peers, MeasuresNumber: true, PeersMethod.Read),
    ];

    /// <summary>All keys that say how an indicator scores, those of the methods and those around them.</summary>
    public static readonly ImmutableArray<Bilingual> NodeKeys =
        [Keys.Value, Keys.Points, Keys.EachPoint, Keys.Each, Keys.Share, Keys.MethodName, .. All.Select(m => m.Key)];

    /// <summary>The keys of which one says that a node has a method.</summary>
    public static IEnumerable<Bilingual> Everywhere => All.Select(k => k.Key).Prepend(Keys.MethodName).Prepend(Keys.Each);

    /// <summary>Takes the keys of a method that cannot be read because something around it is wrong, so that they do not pass for unknown.</summary>
    public static void TakeKeys(MapReader map)
    {
        foreach (var key in Everywhere.Append(Keys.Value).Append(Keys.Share))
        {
            map.Take(key);
        }
    }

    /// <summary>
    /// Reads the method of a node or of a band: 取值 and at most one method key. Null if there is none, or after
    /// reporting what is wrong with it.
    /// </summary>
    public static Method? Read(MapReader map, Inherited? inherited) =>
        map.TakeEntry(Keys.Each) is { } each ? EachReader.Read(map, each) : ReadOne(map, inherited);

    /// <summary>The same without 逐行, which goes around it.</summary>
    internal static Method? ReadOne(MapReader map, Inherited? inherited, Formula? given = null)
    {
        var context = map.Context;
        var valueYaml = map.TakeEntry(Keys.Value);
        var value = valueYaml is null ? given : Value(valueYaml.Value, context);
        if (map.TakeEntry(Keys.MethodName) is { } name)
        {
            return valueYaml is not null && value is null ? null : NamedMethod(name, context, inherited, value);
        }

        if (given is not null && valueYaml is not null)
        {
            context.Report(Messages.TwoValues, given.Source.Start, context.MethodsInUse.Last());
        }

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

    /// <summary>取值: an expression, or one with the decimals to which its value is rounded.</summary>
    private static Formula? Value(YamlValue yaml, LoadContext context)
    {
        if (yaml is not YamlMap || context.Map(yaml) is not { } map)
        {
            return context.Formula(yaml, FeelType.Unknown);
        }

        var formula = context.Formula(map.Require(Keys.FormulaMethod), FeelType.Unknown);
        var places = map.RequireText(Keys.Round) is { } text ? context.Places(text) : null;
        map.Finish();
        return places is null ? null : formula?.Rounded(places.Value);
    }

    /// <summary>方法: a method that rule-set.yaml gives a name, read where it is used, because what its names mean depends on the place.</summary>
    private static Method? NamedMethod(YamlEntry use, LoadContext context, Inherited? inherited, Formula? value)
    {
        if (context.Text(use.Value) is not { } name)
        {
            return null;
        }

        if (!context.NamedMethods.TryGetValue(name.Content, out var yaml))
        {
            context.Report(Messages.UnknownMethod, name.Place, name.Content, DidYouMean.Hint(name.Content, context.NamedMethods.Keys));
            return null;
        }

        if (context.MethodsInUse.Count > 0 && (context.MethodsInUse.Count == Limits.Depth || ++context.NestedMethods > Limits.NestedMethods))
        {
            ReportTooMany(name, context);
            return null;
        }

        if (!context.MethodsInUse.Add(name.Content))
        {
            context.Report(Messages.Circular, name.Place, string.Join(" → ", context.MethodsInUse.Append(name.Content)));
            return null;
        }

        var map = context.Map(yaml);
        var method = map is null ? null : ReadOne(map, inherited, value);
        map?.Finish();
        context.MethodsInUse.Remove(name.Content);
        return method;
    }

    /// <summary>Methods that use methods multiply: reported where the limit is passed, and not again.</summary>
    private static void ReportTooMany(YamlText name, LoadContext context)
    {
        if (!context.MethodsExhausted || context.NestedMethods == Limits.NestedMethods + 1)
        {
            context.Report(Messages.NestedMethodsLimit, name.Place, name.Content, Limits.Depth, Limits.NestedMethods);
        }
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

/// <summary>What an enclosing method measures: its type, and the expression where it is one.</summary>
internal sealed record Inherited(FeelType Type, Formula? Formula);

/// <summary>A method's key and how it is read.</summary>
/// <param name="Key">The key in rule files.</param>
/// <param name="MeasuresNumber">True: needs a 取值 that is a number; false: may have a 取值; null: has none.</param>
/// <param name="Read">Reads its keys, or reports and returns null.</param>
internal sealed record MethodKind(Bilingual Key, bool? MeasuresNumber, Func<MethodReader, Method?> Read);
