using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>The files of one rule set as YAML; null where one is absent, or could not be read and is reported.</summary>
internal sealed record RuleFiles(
    string Directory,
    YamlValue? Header,
    YamlValue? Evidence,
    YamlValue? Flags,
    ImmutableArray<YamlValue?> Dimensions)
{
    public Place Folder => new(Directory);

    /// <summary>Whether a place is in the files of this folder, not of a base.</summary>
    public bool Owns(Place place) => Path.GetDirectoryName(place.File) == Path.TrimEndingDirectorySeparator(Directory);

    public YamlMap? HeaderMap => Header as YamlMap;
}
