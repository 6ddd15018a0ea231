using Google.Protobuf;
using Indicators.Benchmarks.Scoring;
using Indicators.Compiled;
using Indicators.Contracts;
using Indicators.V1;

namespace Indicators.Benchmarks.Load;

/// <summary>Made-up projects of 30 fields as messages, and the answers to them as the service gives them.</summary>
internal static class LoadEvidence
{
    public const int Indicators = 20;
    public const int ProjectsInChunk = 200;

    private static readonly MadeUpRows Rows = MadeUpRows.Real(MadeUpRules.FieldsOf(Indicators), ProjectsInChunk);

    public static RuleSetChoice Rules => new() { Id = "made-up" };

    public static V1.Project Project(int row) => new()
    {
        Id = $"P{row:00000000}",
        Fields = { Enumerable.Range(0, Rows.Fields).Select(f => new Field { Name = $"f{f + 1}", Value = new V1.Value { Number = $"{(int)Rows.Row(row)[f]}" }, Source = "made up" }) },
    };

    public static ScoreStreamRequest Opening() => new()
    {
        Opening = new ScoreStreamOpening { RuleSet = Rules, PackedFields = { Enumerable.Range(1, Rows.Fields).Select(f => new PackedField { Name = $"f{f}" }) } },
    };

    public static ProjectChunk Chunk() => new() { Projects = { Enumerable.Range(0, ProjectsInChunk).Select(Project) } };

    public static PackedChunk Packed() => new()
    {
        ProjectIds = { Enumerable.Range(0, ProjectsInChunk).Select(row => $"P{row:00000000}") },
        Columns = { Enumerable.Range(0, Rows.Fields).Select(f => new PackedColumn { Values = { Enumerable.Range(0, ProjectsInChunk).Select(row => (long)Rows.Row(row)[f]) } }) },
        Documented = ByteString.CopyFrom([.. Enumerable.Repeat((byte)0xFF, ProjectsInChunk / 8)]),
    };

    public static ScoreResponse Answer() => new()
    {
        RuleSet = new RuleSetVersion { Id = "made-up", Version = 1, Digest = "sha256:" + new string('0', 64) },
        Scores = Sheet.ToScores(Set, 0),
    };

    public static ScoredChunk AnswerToChunk() => new()
    {
        Results = { Enumerable.Range(0, ProjectsInChunk).Select(row => new V1.ProjectResult { ProjectId = $"P{row:00000000}", Scores = Sheet.ToScores(Set, row) }) },
    };

    public static PackedScores AnswerToPacked()
    {
        var sheet = Sheet;
        Node[] nodes = [Set.Root, .. ScoresMapping.Nodes(Set.Root)];
        var bits = ByteString.CopyFrom(new byte[ProjectsInChunk / 8]);
        return new PackedScores
        {
            Nodes = { nodes.Select(n => new PackedColumn { Values = { Enumerable.Range(0, ProjectsInChunk).Select(row => (long)(sheet.Published(n, row) * Fraction.Hundred).Numerator) }, Present = bits }) },
            Grades = { Enumerable.Repeat(1, ProjectsInChunk) },
            Flags = { bits, bits, bits },
            UndecidedFlags = { bits, bits, bits },
        };
    }

    private static readonly RuleSet Set = MadeUpRules.Of(Indicators);

    private static readonly ScoreSheet Sheet = new CompiledExecutor(Set, standings: true).Score(Rows.Projects(ProjectsInChunk));
}
