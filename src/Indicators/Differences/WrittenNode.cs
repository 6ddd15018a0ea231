using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Yaml;

namespace Indicators.Differences;

/// <summary>A node of the tree as it is written, in the canonical spelling; a point that is only a text is a 名称.</summary>
internal sealed class WrittenNode
{
    private static readonly Bilingual[] ChildKeys = [Keys.Criteria, Keys.Indicators, Keys.Points];

    private WrittenNode(YamlValue yaml, Level level, WrittenNode? parent, int index)
    {
        var map = yaml as YamlMap ?? new YamlMap([new(new YamlText(Keys.Name.Zh, false, yaml.Place), yaml)], yaml.Place);
        var code = Text(map, Keys.Code);
        (Level, Parent) = (level, parent);
        Name = Text(map, level == Level.Dimension ? Keys.Dimension : Keys.Name) ?? "";
        Code = code ?? (level == Level.Point ? NodeReader.PointCode(parent!.Code, index) : Name);
        Label = code ?? (level == Level.Point ? NodeReader.PointCode("", index) : Name);
        Own = map.Without(ChildKeys);
        Children = level == Level.Point ? [] : [.. map.Items(ChildKeys[(int)level - 1]).Select((child, i) => new WrittenNode(child, level + 1, this, i))];
    }

    public Level Level { get; }

    /// <summary>As in <see cref="Node.Code"/>.</summary>
    public string Code { get; }

    /// <summary>Of a point its own code, else its place among the points (②); of others the code.</summary>
    public string Label { get; }

    public string Name { get; }

    /// <summary>Its keys without those of the nodes below it.</summary>
    public YamlMap Own { get; }

    public WrittenNode? Parent { get; }

    public ImmutableArray<WrittenNode> Children { get; }

    /// <summary>This node and all below it.</summary>
    public IEnumerable<WrittenNode> All => Children.SelectMany(c => c.All).Prepend(this);

    public IEnumerable<string> IndicatorCodes => All.Where(n => n.Level == Level.Indicator).Select(n => n.Code);

    public WrittenNode Dimension => Parent?.Dimension ?? this;

    /// <summary>The names from the dimension down to it.</summary>
    public string Path => Parent is null ? Name : $"{Parent.Path} / {Name}";

    public Place Place => Own.Entries.IsEmpty ? Own.Place : Own.Entries[0].Key.Place;

    public static WrittenNode Read(YamlMap dimension) => new(dimension, Level.Dimension, null, 0);

    private static string? Text(YamlMap map, Bilingual key) => (map.Find(key)?.Value as YamlText)?.Content;
}
