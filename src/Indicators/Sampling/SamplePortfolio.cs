using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using Indicators.Batch;
using Indicators.Csv;

namespace Indicators.Sampling;

/// <summary>
/// Made-up evidence of many projects for a rule set: fields, tables and findings, with missing states, contradictions and a few
/// cells that cannot be read. Every row says that it is made up. It is written in the language of the rule set.
/// </summary>
public sealed class SamplePortfolio
{
    private const int DefaultYear = 2025;

    /// <summary>So many projects are made up at a time.</summary>
    private const int Block = 200;

    /// <summary>What mends one contradiction may make another.</summary>
    private const int Rounds = 3;

    private static readonly Bilingual Source = new("合成", "synthetic");
    private static readonly Bilingual Called = new("合成项目", "Synthetic project ");

    private readonly RuleSet ruleSet;
    private readonly ulong seed;
    private readonly Language language;
    private readonly SampleValues values;
    private readonly SampleRows rows;
    private readonly SampleFindings findings;
    private readonly ImmutableArray<SampleCheck> checks;
    private readonly ImmutableArray<string> computed;

    /// <param name="ruleSet">The rules that the evidence is for.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public SamplePortfolio(RuleSet ruleSet, ulong seed)
    {
        var year = ruleSet.Year ?? DefaultYear;
        var texts = new SampleTexts(ruleSet);
        (this.ruleSet, this.seed, language) = (ruleSet, seed, texts.Language);
        values = new SampleValues(seed, year, ruleSet.Schema, texts);
        rows = new SampleRows(seed, year, ruleSet.Schema, texts, values);
        findings = new SampleFindings(ruleSet, seed, language);
        checks = SampleCheck.Of(ruleSet, seed);
        computed = OfEvidence(ruleSet);
    }

    /// <summary>Writes the files of an empty folder, a block of projects after the other; they have their names once all are whole.</summary>
    /// <param name="folder">Is made where it is not there.</param>
    /// <param name="projects">How many.</param>
    /// <param name="cancel">Stops between blocks; nothing is left then.</param>
    /// <param name="made">Told how many there are so far.</param>
    /// <returns>The names of the files.</returns>
    public ImmutableArray<string> Write(string folder, long projects, CancellationToken cancel = default, Action<long>? made = null)
    {
        Directory.CreateDirectory(folder);
        ImmutableArray<string> names =
        [
            EvidenceWords.ProjectsFile.In(language), .. ruleSet.Schema.Tables.Select(t => $"{t.Name}.csv"), .. findings.Any ? [EvidenceWords.FindingsFile.In(language)] : Array.Empty<string>(),
        ];
        var files = new List<OutputFile>();
        try
        {
            files.AddRange(names.Select(n => OutputFile.Create(Path.Combine(folder, n))));
            Write(files, projects, cancel, made);
            files.ForEach(f => f.Publish());
        }
        catch
        {
            files.ForEach(f => f.Discard());
            throw;
        }

        return names;
    }

    /// <summary>What a thread makes up depends on nothing but the numbers of its projects, and blocks are written in their order.</summary>
    private void Write(List<OutputFile> files, long projects, CancellationToken cancel, Action<long>? made)
    {
        var pending = new Queue<(long Last, Task<MemoryStream[]> Made)>();
        for (var next = 1L; next <= projects || pending.Count > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            if (next <= projects && pending.Count <= Environment.ProcessorCount)
            {
                var (first, last) = (next, Math.Min(next + Block - 1, projects));
                pending.Enqueue((last, Task.Run(() => Made(first, last, files.Count), CancellationToken.None)));
                next = last + 1;
                continue;
            }

            var block = pending.Dequeue();
            foreach (var (file, bytes) in files.Zip(block.Made.GetAwaiter().GetResult()))
            {
                file.Write(bytes);
            }

            made?.Invoke(block.Last);
        }
    }

    /// <summary>The computed fields that read no score.</summary>
    private static ImmutableArray<string> OfEvidence(RuleSet ruleSet)
    {
        var scores = new HashSet<string>();
        // In their order a field comes after those that it reads.
        foreach (var field in ruleSet.Program.Rules.OfType<ComputeRule>().Select(r => r.Field).Where(f => !f.Formula.Codes.IsEmpty || f.Formula.Names.Any(scores.Contains)))
        {
            scores.Add(field.Name);
        }

        return [.. ruleSet.Schema.Computed.Select(c => c.Name).Where(c => !scores.Contains(c))];
    }

    /// <summary>The bytes of some projects in each file.</summary>
    private MemoryStream[] Made(long first, long last, int files)
    {
        var streams = Enumerable.Range(0, files).Select(_ => new MemoryStream()).ToArray();
        CsvWriter[] writers = [.. streams.Select(s => CsvWriter.Create(new StreamWriter(s, new UTF8Encoding(false), leaveOpen: true), new CsvWriterOptions { NewLine = "\n" }, leaveOpen: false))];
        if (first == 1)
        {
            Record(writers[0], [EvidenceWords.Project.In(language), EvidenceWords.Name.In(language), .. ruleSet.Schema.Fields.Select(Header), EvidenceWords.Source.In(language)]);
            foreach (var (table, writer) in ruleSet.Schema.Tables.Zip(writers[1..]))
            {
                Record(writer, [EvidenceWords.Project.In(language), .. table.Columns.Select(Header), EvidenceWords.Source.In(language)]);
            }

            if (findings.Any)
            {
                Record(writers[^1], SampleFindings.Header.Select(h => h.In(language)));
            }
        }

        for (var number = first; number <= last; number++)
        {
            Record(writers, Mended(number));
        }

        foreach (var writer in writers)
        {
            writer.Dispose();
        }

        return streams;
    }

    private SampleProject Mended(long number)
    {
        var project = new SampleProject(ruleSet, number, values, rows, computed);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var check in checks)
            {
                check.Mend(project, isCareful: round > 0);
            }

            foreach (var check in checks)
            {
                check.Close(project);
            }
        }

        return project;
    }

    private void Record(CsvWriter[] writers, SampleProject project)
    {
        var id = $"P{project.Number.ToString("00000000", CultureInfo.InvariantCulture)}";
        Record(writers[0], [id, Called.In(language) + project.Number.ToString(CultureInfo.InvariantCulture), .. ruleSet.Schema.Fields.Select(f => project.Field(f.Name).Text), SourceOf(project.Number, "项目")]);
        foreach (var (table, writer) in ruleSet.Schema.Tables.Zip(writers[1..]))
        {
            foreach (var (at, row) in project.Rows(table.Name).Index())
            {
                Record(writer, [id, .. row.Cells.Select(c => c.Text), SourceOf(project.Number, table.Name + at.ToString(CultureInfo.InvariantCulture))]);
            }
        }

        foreach (var finding in findings.Of(project.Number))
        {
            Record(writers[^1], [id, .. finding]);
        }
    }

    private static void Record(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        writer.EndRecord();
    }

    /// <summary>Money without a unit of its own says it in each cell.</summary>
    private static string Header(FieldDefinition field) => field.Type is { Kind: FieldKind.Money, Unit: { } unit } ? $"{field.Name}({unit})" : field.Name;

    /// <summary>One in twenty is a claim without a document.</summary>
    private string SourceOf(long project, string about) => new Dice(seed, project, $"{about} 来源").Chance(50) ? "" : Source.In(language);
}
