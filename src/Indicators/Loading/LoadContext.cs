using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Loading.Building;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>What the readers of one rule set share: the problems found so far, the names in scope, and the set's defaults.</summary>
internal sealed class LoadContext(Diagnostics diagnostics)
{
    public Diagnostics Diagnostics { get; } = diagnostics;

    public TypeScope Scope { get; set; } = new(new Dictionary<string, FeelType>());

    /// <summary>步长 of the rule set; there is no default, because it changes digits.</summary>
    public StepMode? Steps { get; set; }

    public MissingPolicies Missing { get; set; } =
        new(MissingPolicy.Exclude, MissingPolicy.Keep, MissingPolicy.Hold, MissingPolicy.Zero);

    public bool PartialAllowed { get; set; }

    public int Round { get; set; } = 2;

    /// <summary>方法 of the rule set, by name.</summary>
    public Dictionary<string, YamlValue> NamedMethods { get; } = [];

    /// <summary>The named methods that are being read, outermost first.</summary>
    public HashSet<string> MethodsInUse { get; } = [];

    /// <summary>What is 待定: an extension must set it before anything can be scored.</summary>
    public List<OpenPart> Open { get; } = [];

    /// <summary>How often named methods were read inside others.</summary>
    public int NestedMethods { get; set; }

    /// <summary>Named methods are no longer read, which is reported.</summary>
    public bool MethodsExhausted => NestedMethods > Limits.NestedMethods;

    /// <summary>The key columns of each table, which name its rows in an explanation.</summary>
    public Dictionary<string, ImmutableArray<string>> TableKeys { get; } = [];

    public void Report(Message message, Place place, params object[] arguments) =>
        Diagnostics.Report(message, place, arguments);

    public Formula? Formula(YamlValue? yaml, FeelType expected) =>
        Text(yaml) is { } text ? Feel.Formula.Read(Source(text), Scope, expected, Diagnostics) : null;

    public Tests? Tests(YamlValue? yaml, FeelType tested) =>
        Text(yaml) is { } text ? Feel.Tests.Read(Source(text), tested, Scope, Diagnostics) : null;

    public static Source Source(YamlText text) => new(text.Content, text.Place);

    /// <summary>The scalar, or null after reporting that something else stands there.</summary>
    public YamlText? Text(YamlValue? yaml)
    {
        if (yaml is YamlText text)
        {
            return text;
        }

        if (yaml is not null)
        {
            Report(Messages.ExpectedText, yaml.Place, Describe(yaml));
        }

        return null;
    }

    public ImmutableArray<string> Texts(YamlValue? yaml) => [.. Scalars(yaml).Select(t => t.Content)];

    /// <summary>One text or a list of them, each with its place.</summary>
    public ImmutableArray<YamlText> Scalars(YamlValue? yaml) => yaml switch
    {
        null => [],
        YamlList list => [.. list.Items.Select(Text).OfType<YamlText>()],
        _ => Text(yaml) is { } text ? [text] : [],
    };

    public MapReader? Map(YamlValue? yaml)
    {
        if (yaml is YamlMap map)
        {
            return new MapReader(map, this);
        }

        if (yaml is YamlText { Quoted: false } text && YamlTraps.OfColon(text) is { } trap)
        {
            trap.Report(text, Diagnostics);
        }
        else if (yaml is not null)
        {
            Report(Messages.ExpectedMap, yaml.Place, Describe(yaml));
        }

        return null;
    }

    /// <summary>The entries of a map whose keys are the analyst's own names; none where nothing stands there, or after reporting that something else does.</summary>
    public ImmutableArray<YamlEntry> Entries(YamlValue? yaml) => Map(yaml) is null ? [] : ((YamlMap)yaml!).Entries;

    /// <summary>A fiscal year; null after reporting anything else.</summary>
    public int? Year(YamlText text)
    {
        var year = FiscalYear.Parse(text.Content);
        if (year is null)
        {
            Report(Messages.ExpectedYear, text.Place, text.Content);
        }

        return year;
    }

    public ImmutableArray<YamlValue> List(YamlValue? yaml)
    {
        if (yaml is YamlList list)
        {
            return list.Items;
        }

        if (yaml is not null)
        {
            Report(Messages.ExpectedList, yaml.Place, Describe(yaml));
        }

        return [];
    }

    /// <summary>A non-negative decimal such as a weight; null after reporting anything else.</summary>
    public Fraction? Number(YamlText text)
    {
        var digits = text.Content.Count(char.IsDigit);
        if (digits > Limits.Digits)
        {
            Report(Messages.TooManyDigits, text.Place, text.Content, Limits.Digits);
            return null;
        }

        if (Fraction.TryParse(Lexer.Ascii(text.Content).Trim(), out var number) && number >= 0)
        {
            return number;
        }

        Report(Messages.ExpectedNumber, text.Place, text.Content);
        return null;
    }

    public int? Places(YamlText text)
    {
        if (int.TryParse(text.Content, out var places) && places is >= 0 and <= 10)
        {
            return places;
        }

        Report(Messages.ExpectedPlaces, text.Place, text.Content);
        return null;
    }

    /// <summary>One of some fixed words; reports anything else and returns null.</summary>
    public T? Word<T>(YamlText text, ImmutableDictionary<T, Bilingual> words)
        where T : struct, Enum
    {
        var found = Words.Find(words, text.Content);
        if (found is null)
        {
            Report(Messages.ExpectedWord, text.Place, text.Content, Words.Choices(words));
        }

        return found;
    }

    /// <summary>The meaning of one of some words; reports anything else.</summary>
    public T Choose<T>(YamlText text, T otherwise, IReadOnlyList<(string Word, T Meaning)> choices)
    {
        foreach (var (word, meaning) in choices)
        {
            if (word.Equals(text.Content.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        Report(Messages.ExpectedWord, text.Place, text.Content, string.Join(" ", choices.Select(c => c.Word)));
        return otherwise;
    }

    public bool? YesOrNo(YamlText text, Bilingual yes, Bilingual no)
    {
        if (yes.Matches(text.Content) || no.Matches(text.Content))
        {
            return yes.Matches(text.Content);
        }

        Report(Messages.ExpectedWord, text.Place, text.Content, Words.Choices([yes, no]));
        return null;
    }

    private static Bilingual Describe(YamlValue yaml) => yaml switch
    {
        YamlText text => new($"“{text.Content}”", $"“{text.Content}”"),
        YamlList => new("一个列表", "a list"),
        _ => new("一组键", "a map of keys"),
    };
}
