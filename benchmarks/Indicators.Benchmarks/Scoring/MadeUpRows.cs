using System.Collections.Immutable;
using Indicators.Compiled;
using Indicators.Feel;

namespace Indicators.Benchmarks.Scoring;

/// <summary>Made-up figures for <see cref="MadeUpRules"/>, row after row: the same in every run.</summary>
internal sealed class MadeUpRows
{
    /// <summary>Of a number, in its column.</summary>
    public const int Units = 10_000;

    private MadeUpRows(int fields, int count, Func<Random, int, double> figure)
    {
        (Fields, Count, Values) = (fields, count, new double[fields * count]);
        var random = new Random(1);
        for (var i = 0; i < Values.Length; i++)
        {
            Values[i] = figure(random, i % fields);
        }
    }

    /// <summary>Figures like those of projects: nowhere near each other.</summary>
    public static MadeUpRows Real(int fields, int count) => new(fields, count, (random, _) => random.Next(0, MadeUpRules.Largest + 1));

    /// <summary>Round figures, so that rates fall on thresholds and points on ties, with zero divisors among them.</summary>
    public static MadeUpRows Adversarial(int fields, int count) => new(fields, count, (random, _) => 1000 * random.Next(0, 41));

    public int Fields { get; }

    public int Count { get; }

    /// <summary>Row by row.</summary>
    public double[] Values { get; }

    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Fields, Fields);

    /// <summary>The same figures as the compiled program reads them, beyond the CSV file.</summary>
    public EvidenceColumns ColumnsFor(CompiledProgram program)
    {
        var columns = new EvidenceColumns(program, Count);
        columns.Fill((row, column) => FieldOf(column) is { } field ? Values[row * Fields + field] * Units : 0, Count);
        return columns;
    }

    /// <summary>The field that a column holds; null for all other columns.</summary>
    public static int? FieldOf(Column column) => column.Name is ['f', .. var number] && int.TryParse(number, out var field) ? field - 1 : null;

    /// <summary>The first rows as projects, as if they had come from a CSV file.</summary>
    public ImmutableArray<Project> Projects(int count) =>
    [
        .. Enumerable.Range(0, count).Select(row => new Project
        {
            Id = $"P{row}",
            Fields = Enumerable.Range(0, Fields).ToImmutableDictionary(
                f => $"f{f + 1}", f => new Cell(Value.Of((int)Values[row * Fields + f]), Standing.Evidence, "made up", new Place("made up"))),
        }),
    ];
}
