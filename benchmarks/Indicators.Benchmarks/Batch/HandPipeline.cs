using CsvHelper;
using Indicators.Benchmarks.Scoring;

namespace Indicators.Benchmarks.Batch;

/// <summary>The best that is known for one rule set written in C#: the CSV library's spans, a loop over doubles, points written digit by digit.</summary>
internal static class HandPipeline
{
    private const int Figures = 30;
    private const int Indicators = 20;

    /// <summary>A row a project.</summary>
    public static void Wide(string from, string to)
    {
        using var reader = Open(from);
        using var results = new HandResults(to);
        Span<double> figures = stackalloc double[Figures];
        Span<double> scores = stackalloc double[HandWritten.Outputs];
        while (reader.Read())
        {
            for (var i = 0; i < Figures; i++)
            {
                reader.TryParse(2 + i, out double figure);
                figures[i] = figure;
            }

            HandWritten.Score(figures, scores);
            results.Write(reader.GetRawSpan(0), reader.GetRawSpan(1), scores, Indicators);
        }
    }

    /// <summary>A row a value, those of a project together: project, field, value, source.</summary>
    public static void Long(string from, string to)
    {
        using var reader = Open(from);
        using var results = new HandResults(to);
        Span<double> figures = stackalloc double[Figures];
        Span<double> scores = stackalloc double[HandWritten.Outputs];
        Span<byte> id = stackalloc byte[64];
        var length = 0;
        while (reader.Read())
        {
            var own = reader.GetRawSpan(0);
            if (!own.SequenceEqual(id[..length]))
            {
                Finish(figures, scores, id[..length], results);
                own.CopyTo(id);
                length = own.Length;
            }

            // f1 to f30.
            var name = reader.GetRawSpan(1);
            reader.TryParse(2, out double figure);
            figures[name.Length == 2 ? name[1] - '1' : 10 * (name[1] - '0') + name[2] - '1'] = figure;
        }

        Finish(figures, scores, id[..length], results);

        static void Finish(Span<double> figures, Span<double> scores, ReadOnlySpan<byte> id, HandResults results)
        {
            if (!id.IsEmpty)
            {
                HandWritten.Score(figures, scores);
                results.Write(id, default, scores, Indicators);
            }
        }
    }

    /// <summary>A row a project with its plan, and a table with some rows of amounts for each in the same order: see <see cref="TableRules"/>.</summary>
    public static void Tables(string projects, string payments, string to)
    {
        using var reader = Open(projects);
        using var rows = Open(payments);
        using var results = new HandResults(to);
        Span<double> scores = stackalloc double[TableRules.Indicators + 4];
        var more = rows.Read();
        while (reader.Read())
        {
            var (sum, count, large, most) = (0.0, 0, 0, 0.0);
            for (; more && rows.GetRawSpan(0).SequenceEqual(reader.GetRawSpan(0)); more = rows.Read())
            {
                rows.TryParse(2, out double amount);
                (sum, count, large, most) = (sum + amount, count + 1, large + (amount > TableRules.Large ? 1 : 0), Math.Max(most, amount));
            }

            reader.TryParse(2, out double plan);
            TableRules.Score(plan, sum, count, large, most, scores);
            results.Write(reader.GetRawSpan(0), reader.GetRawSpan(1), scores, TableRules.Indicators);
        }
    }

    private static CsvReader Open(string path) => CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', HasHeader = true });
}
