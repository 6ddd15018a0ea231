using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>Why values of a node are as they are in this year.</summary>
internal sealed class Reasons : List<YamlText>
{
    /// <summary>A key in the language of the file.</summary>
    public Func<Bilingual, string> Word { get; set; } = text => text.Zh;

    public YamlMap AddTo(YamlMap map, Bilingual key)
    {
        if (Count == 0)
        {
            return map;
        }

        var old = map.Find(key);
        var before = old?.Value switch
        {
            null => [],
            YamlList list => list.Items,
            var one => [one],
        };
        var word = old?.Key ?? this[0] with { Content = Word(key) };
        return map.With(new YamlEntry(word, new YamlList([.. before, .. this], this[0].Place)));
    }
}
