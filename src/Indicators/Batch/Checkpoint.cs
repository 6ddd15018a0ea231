using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Indicators.Batch;

/// <summary>How far a batch had come: enough to go on to the same bytes.</summary>
/// <param name="Of">What it was run on, and how.</param>
/// <param name="Next">Where reading goes on.</param>
/// <param name="IsDone">Whether nothing is left to read.</param>
/// <param name="Indexed">Whether rows were put in order by an index.</param>
/// <param name="Encodings">Of each file.</param>
/// <param name="Results">Bytes of results that belong to what was read.</param>
/// <param name="Rejects">Bytes of rejects.</param>
/// <param name="Grouped">Bytes of what is kept of each project to be put in groups.</param>
/// <param name="Tally">The numbers so far.</param>
internal sealed record Checkpoint(
    BatchIdentity Of, Position Next, bool IsDone, bool Indexed, ImmutableArray<Csv.FileEncoding> Encodings, long Results, long Rejects, long Grouped, Tally Tally)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new FractionText() } };

    /// <summary>The file beside the results.</summary>
    public static string PathOf(string results) => results + ".checkpoint";

    /// <summary>Null where there is none, or none that can be read.</summary>
    public static Checkpoint? Load(string results)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(File.ReadAllBytes(PathOf(results)), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Takes the place of the one before at once or not at all.</summary>
    public void Save(string results)
    {
        var path = PathOf(results);
        File.WriteAllBytes(OutputFile.PartOf(path), JsonSerializer.SerializeToUtf8Bytes(this, Json));
        File.Move(OutputFile.PartOf(path), path, overwrite: true);
    }

    /// <summary>A fraction as text, exactly.</summary>
    private sealed class FractionText : JsonConverter<Fraction>
    {
        public override Fraction Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Fraction.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>What a batch is run on, and how: with any other, a checkpoint is of no use.</summary>
/// <param name="Program">The build of the engine.</param>
/// <param name="Rules">The digest of the rule set.</param>
/// <param name="Format">Of the results.</param>
/// <param name="Groups">Whether projects are put in groups.</param>
/// <param name="Files">The evidence files as they were.</param>
internal sealed record BatchIdentity(Guid Program, string Rules, BatchFormat Format, bool Groups, ImmutableArray<NamedStamp> Files)
{
    public static BatchIdentity Of(RuleSet ruleSet, BatchOptions options, IEnumerable<BatchFile> files) =>
        new(typeof(BatchIdentity).Module.ModuleVersionId, $"{ruleSet.Id} {ruleSet.Digest}", options.Format, options.Across is not null, [.. files.Select(f => new NamedStamp(f.Path, f.Stamp))]);

    /// <summary>What differs; null where nothing does.</summary>
    public Bilingual? Difference(BatchIdentity other) =>
        Rules != other.Rules ? new("规则改过", "the rules have been changed")
        : !Files.SequenceEqual(other.Files) ? new("佐证文件不同或改过", "the evidence files are others, or have been changed")
        : Format != other.Format || Groups != other.Groups ? new("结果的格式不同", "the results have another format")
        : Program != other.Program ? new("程序换过版本", "the program is another build")
        : null;
}

/// <summary>A file as it was.</summary>
internal sealed record NamedStamp(string Path, FileStamp Stamp);
