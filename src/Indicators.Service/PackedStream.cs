using System.Globalization;
using System.Numerics;
using Google.Protobuf;
using Indicators.Compiled;
using Indicators.Contracts;
using Indicators.V1;

namespace Indicators.Service;

/// <summary>Scores the packed chunks of one stream.</summary>
internal sealed class PackedStream
{
    private readonly LoadedRuleSet rules;
    private readonly Language language;
    private readonly ScaledField[] fields;
    private readonly ColumnScorer? scorer;
    private readonly Node[] nodes;

    /// <param name="rules">The rules.</param>
    /// <param name="opened">What the columns are.</param>
    /// <param name="language">Of errors.</param>
    public PackedStream(LoadedRuleSet rules, IReadOnlyList<PackedField> opened, Language language)
    {
        (this.rules, this.language) = (rules, language);
        var ruleSet = rules.RuleSet;
        fields = [.. opened.Select(Field)];
        scorer = fields.Length == 0 ? null : rules.Columns(fields);
        nodes = [ruleSet.Root, .. ScoresMapping.Nodes(ruleSet.Root)];
        Legend = new PackedLegend
        {
            Nodes = { nodes.Select(n => new PackedNode { Code = n.Code, Decimals = n.Places }) },
            Grades = { ruleSet.Grades.Grades.Select(g => g.Name) },
            Flags = { ruleSet.Flags.Select(f => f.Code) },
        };
    }

    public PackedLegend Legend { get; }

    public PackedScores Score(PackedChunk chunk, CancellationToken cancel)
    {
        var count = chunk.ProjectIds.Count;
        Require(chunk);
        var scores = new ScoreColumns(count, nodes.Length, Legend.Flags.Count);
        var left = new List<int>();
        if (scorer is null)
        {
            left.AddRange(Enumerable.Range(0, count));
        }
        else
        {
            scorer.Score(new ScaledColumns(count, [.. chunk.Columns.Select(c => c.Values)], [.. chunk.Columns.Select(c => c.Present.Memory)], chunk.Documented.Memory), scores, left);
        }

        // What has no id, and what has the id of another.
        var bad = chunk.ProjectIds.CountBy(id => id).Where(c => c.Value > 1 || string.IsNullOrWhiteSpace(c.Key)).Select(c => c.Key).ToHashSet();
        left = bad.Count == 0 ? left : [.. left.Union(chunk.ProjectIds.Index().Where(p => bad.Contains(p.Item)).Select(p => p.Index)).Order()];
        var packed = new PackedScores { Sequence = chunk.Sequence };
        Rest(chunk, left, scores, packed, cancel);
        packed.Nodes.Add(scores.Points.Zip(scores.Present, (points, present) => new PackedColumn { Values = { points }, Present = UnsafeByteOperations.UnsafeWrap(present) }));
        packed.Grades.Add(scores.Grades);
        packed.Flags.Add(scores.Raised.Select(bits => UnsafeByteOperations.UnsafeWrap(bits)));
        packed.UndecidedFlags.Add(scores.Undecided.Select(bits => UnsafeByteOperations.UnsafeWrap(bits)));
        return packed;
    }

    /// <summary>Projects that are not scored in columns, as a chunk of projects would have them.</summary>
    private void Rest(PackedChunk chunk, List<int> left, ScoreColumns scores, PackedScores packed, CancellationToken cancel)
    {
        // All of an id that stands twice are among them, so they are told here.
        var results = ProjectBatch.Score(rules, [.. left.Select(row => Project(chunk, row))], arePortfolio: false, language, cancel);
        foreach (var (row, result) in left.Zip(results))
        {
            foreach (var present in scores.Present.Concat(scores.Raised).Concat(scores.Undecided))
            {
                present[row >> 3] &= (byte)~(1 << (row & 7));
            }

            scores.Grades[row] = 0;
            if (result.Error is not null)
            {
                packed.Errors.Add(new PackedError { Row = row, Error = result.Error });
            }
            else
            {
                Take(result.Scores, row, scores);
            }
        }
    }

    private void Take(ProjectScores own, int row, ScoreColumns scores)
    {
        scores.Grades[row] = Legend.Grades.IndexOf(own.Grade) + 1;
        Point(0, own.Total);
        foreach (var (node, score) in own.Nodes.Index())
        {
            Point(node + 1, score.Published);
        }

        foreach (var (bits, codes) in new[] { (scores.Raised, own.Flags), (scores.Undecided, own.UndecidedFlags) })
        {
            foreach (var code in codes.Where(Legend.Flags.Contains))
            {
                ScoreColumns.Set(bits[Legend.Flags.IndexOf(code)], row);
            }
        }

        void Point(int node, string published)
        {
            if (published.Length > 0)
            {
                scores.Points[node][row] = long.Parse(published.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                ScoreColumns.Set(scores.Present[node], row);
            }
        }
    }

    /// <summary>The row as it would be sent alone.</summary>
    private V1.Project Project(PackedChunk chunk, int row)
    {
        var project = new V1.Project { Id = chunk.ProjectIds[row] };
        var source = !chunk.Documented.IsEmpty && ScoreColumns.Bit(chunk.Documented.Span, row) ? "packed columns" : "";
        foreach (var (field, column) in fields.Zip(chunk.Columns).Where(c => c.Second.Present.IsEmpty || ScoreColumns.Bit(c.Second.Present.Span, row)))
        {
            project.Fields.Add(new Field { Name = field.Definition.Name, Value = Value(field, column.Values[row]), Source = source });
        }

        return project;
    }

    private static V1.Value Value(ScaledField field, long value) => field.Definition.Type.Kind == FieldKind.YesNo && value is 0 or 1
        ? new V1.Value { YesNo = value == 1 }
        : new V1.Value { Number = new Fraction(value, BigInteger.Pow(10, field.Decimals)).ToFixed(field.Decimals), Unit = field.Unit ?? "" };

    private ScaledField Field(PackedField sent)
    {
        var field = rules.RuleSet.Schema.FieldCalled(sent.Name) is { } definition ? new ScaledField(definition, sent.Decimals, sent.Unit.Length > 0 ? sent.Unit : null) : null;
        return field?.IsKnown == true ? field : throw Invalid(
            $"packed_fields[\"{sent.Name}\"]",
            new("没有这个字段，或它不是数、金额、百分比、是否，或单位、小数位不对", "no such field, or it is no number, money, percentage or yes-no, or its unit or decimals do not suit it"));
    }

    private void Require(PackedChunk chunk)
    {
        var (count, bytes) = (chunk.ProjectIds.Count, ScoreColumns.Bytes(chunk.ProjectIds.Count));
        if (fields.Length == 0 || chunk.Columns.Count != fields.Length)
        {
            throw Invalid("columns", new($"有 {chunk.Columns.Count} 列，opening 里有 {fields.Length} 列", $"{chunk.Columns.Count} columns, {fields.Length} in the opening"));
        }

        foreach (var (field, column) in fields.Zip(chunk.Columns))
        {
            if (column.Values.Count != count || (!column.Present.IsEmpty && column.Present.Length != bytes))
            {
                throw Invalid(
                    $"columns[\"{field.Definition.Name}\"]",
                    new($"有 {column.Values.Count} 个值、{column.Present.Length} 个字节，{count} 个项目要 {count} 个和 {bytes} 个", $"{column.Values.Count} values and {column.Present.Length} bytes; {count} projects need {count} and {bytes}"));
            }
        }

        if (!chunk.Documented.IsEmpty && chunk.Documented.Length != bytes)
        {
            throw Invalid("documented", new($"有 {chunk.Documented.Length} 个字节，要 {bytes} 个", $"{chunk.Documented.Length} bytes, {bytes} are needed"));
        }
    }

    private Grpc.Core.RpcException Invalid(string field, Bilingual what) => RpcErrors.Field(ErrorReason.PackedInvalid, language, field, field, what);
}
