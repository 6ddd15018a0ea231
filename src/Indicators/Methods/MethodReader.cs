using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Yaml;

namespace Indicators.Methods;

/// <summary>Reads the keys of one method; what a new method needs to read its YAML is here.</summary>
internal sealed class MethodReader
{
    private readonly LoadContext context;
    private readonly MapReader? map;
    private bool complained;

    public MethodReader(LoadContext context, YamlEntry entry, Formula? value, Inherited? inherited)
    {
        this.context = context;
        Yaml = entry.Value;
        Place = entry.Key.Place;
        Value = value;
        Measured = value is not null ? new Inherited(value.Type, value) : inherited;
        map = Yaml is YamlMap yaml ? new MapReader(yaml, context) : null;
    }

    public YamlValue Yaml { get; }

    public Place Place { get; }

    public Formula? Value { get; }

    /// <summary>Whether there is a 取值, here or around.</summary>
    public bool HasValue => Measured is not null;

    public FeelType MeasuredType => Measured?.Type ?? FeelType.Unknown;

    /// <summary>What is measured, here or around.</summary>
    public Inherited? Measured { get; }

    public bool IsMap => map is not null;

    public LoadContext Context => context;

    /// <summary>All keys of a method whose keys are not fixed words; empty after reporting that something else stands there.</summary>
    public ImmutableArray<YamlEntry> Entries => Keyed?.TakeAll() ?? [];

    /// <summary>The whole method as one expression.</summary>
    public Formula? Formula(FeelType expected) => context.Formula(Yaml, expected);

    public Formula? Formula(Bilingual key, FeelType expected, bool required)
    {
        var yaml = required ? Keyed?.Require(key) : Keyed?.Take(key);
        return context.Formula(yaml, expected);
    }

    public bool Has(Bilingual key) => Keyed?.Take(key) is not null;

    /// <summary>A value in its own right, such as a column's name or a fixed word.</summary>
    public YamlText? Word(Bilingual key, bool required)
    {
        var yaml = required ? Keyed?.Require(key) : Keyed?.Take(key);
        return context.Text(yaml);
    }

    /// <summary>The method that stands among the keys of this one; null where there is none, or after reporting what is wrong.</summary>
    public Method? Nested(Inherited? inherited) => Keyed is { } keys ? MethodTable.Read(keys, inherited) : null;

    public Tests? Tests(Bilingual key, FeelType tested) => context.Tests(Keyed?.Take(key), tested);

    /// <summary>An amount such as 5% or 1分; required unless a default is given.</summary>
    public Amount? Amount(Bilingual key, Amount? otherwise = null)
    {
        var yaml = otherwise is null ? Keyed?.Require(key) : Keyed?.Take(key);
        if (context.Text(yaml) is not { } text)
        {
            return otherwise;
        }

        return ReadAmount(context, text);
    }

    public static Amount? ReadAmount(LoadContext context, YamlText text)
    {
        var amount = Methods.Amount.Parse(text.Content);
        if (amount is null)
        {
            context.Report(Messages.ExpectedAmount, text.Place, text.Content);
        }

        return amount;
    }

    public Slope? Slope(Bilingual key)
    {
        if (context.Text(Keyed?.Take(key)) is not { } text)
        {
            return null;
        }

        var slope = Methods.Slope.Parse(text.Content);
        if (slope is null)
        {
            context.Report(Messages.ExpectedSlope, text.Place, text.Content);
        }
        else if (!slope.Fits(MeasuredType))
        {
            context.Report(Messages.SlopeUnit, text.Place, slope.Text, MeasuredType.InWords, (MeasuredType as FeelType.Number)?.Unit ?? "");
        }

        return slope;
    }

    public T Choice<T>(Bilingual key, T otherwise, IReadOnlyList<(string Word, T Meaning)> choices) =>
        Word(key, required: false) is { } text ? context.Choose(text, otherwise, choices) : otherwise;

    /// <summary>步长 of the method or of the rule set; null after reporting that neither says it.</summary>
    public StepMode? StepMode()
    {
        var text = context.Text(Keyed?.Take(Keys.Steps));
        var mode = text is null ? context.Steps : context.Word(text, Words.StepModes);
        if (mode is null && text is null && Keyed is not null)
        {
            context.Report(Messages.StepsMissing, Place);
        }

        return mode;
    }

    public void Report(Message message, params object[] arguments) => context.Report(message, Place, arguments);

    public void Finish() => map?.Finish();

    /// <summary>The keys of the method; reports once if something else than keys stands there.</summary>
    private MapReader? Keyed
    {
        get
        {
            if (map is null && !complained)
            {
                complained = true;
                context.Map(Yaml);
            }

            return map;
        }
    }
}
