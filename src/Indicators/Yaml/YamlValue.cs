using System.Collections.Immutable;

namespace Indicators.Yaml;

/// <summary>A rule file as written: every scalar is text, every part knows its place.</summary>
public abstract record YamlValue(Place Place);

public sealed record YamlText(string Content, bool Quoted, Place Place) : YamlValue(Place);

public sealed record YamlList(ImmutableArray<YamlValue> Items, Place Place) : YamlValue(Place);

public sealed record YamlMap(ImmutableArray<YamlEntry> Entries, Place Place) : YamlValue(Place);

public sealed record YamlEntry(YamlText Key, YamlValue Value);
