using System.Buffers;
using System.Text;
using CsvHelper;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>Writes and counts rows in which something is left out: their points have no column in the program.</summary>
/// <param name="ruleSet">The rules.</param>
/// <param name="sheet">Has their scores.</param>
/// <param name="projects">Those of the sheet, by row.</param>
/// <param name="format">Of the results.</param>
internal sealed class QuickLeftOut(RuleSet ruleSet, ScoreSheet sheet, Project[] projects, BatchFormat format)
{
    private readonly ResultWriter writer = new(ruleSet, format);
    private readonly MemoryStream bytes = new();
    private Tally tally = new();

    public void Write(ArrayBufferWriter<byte> to, int row, ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        projects[row] = new Project { Id = Encoding.UTF8.GetString(id), Name = Encoding.UTF8.GetString(name) };
        bytes.SetLength(0);
        using (var csv = BatchFormat.Writer(bytes))
        {
            writer.Write(csv, sheet, row, null);
        }

        tally.Add(ruleSet, sheet, row);
        to.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>What was counted, which begins anew.</summary>
    public Tally Count()
    {
        var counted = tally;
        tally = new Tally();
        return counted;
    }
}
