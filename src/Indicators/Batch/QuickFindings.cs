using System.Buffers;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>
/// The rows of 评价意见.csv. What a finding means to the program is found out once, in the way of all other commands, and
/// remembered by its point, conclusion and share.
/// </summary>
internal sealed class QuickFindings : QuickFile
{
    private readonly BatchFile file;
    private readonly CompiledProgram program;
    private readonly EvidenceColumns into;
    private readonly (int Column, double Figure)[] bare;
    private readonly int point;
    private readonly int conclusion;
    private readonly int share;
    private readonly int document;
    private readonly int kind;
    private readonly Utf8Memory<Meaning?> meanings = new();
    private readonly ArrayBufferWriter<byte> key = new();
    private readonly Dictionary<string, int> nodes;
    private readonly bool[] seen;

    public QuickFindings(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        (this.file, this.program, this.into) = (file, program, into);
        Headers.Require(EvidenceWords.Project);
        (point, conclusion) = (At(Headers.Require(EvidenceWords.Point)), At(Headers.Require(EvidenceWords.Conclusion)));
        (share, _, document) = (At(Headers.Free(EvidenceWords.Share)), Headers.Free(EvidenceWords.Reason), At(Headers.Free(EvidenceWords.Document)));
        kind = At(Headers.Free(EvidenceWords.Class));
        bare = [.. program.Live.Where(i => !program.Columns.All[i].On.IsEmpty).Select(i => (i, into.Values[i][0]))];
        nodes = program.RuleSet.Root.All.Index().ToDictionary(n => n.Item.Code, n => n.Index);
        seen = new bool[nodes.Count];
    }

    public override void Begin(int row)
    {
        Array.Clear(seen);
        foreach (var (column, figure) in bare)
        {
            into.Values[column][row] = figure;
        }
    }

    public override bool Take(int row)
    {
        if (!IsPlain || !Cell(point, out var code) || !Cell(conclusion, out var found) || !Cell(share, out var amount) || !Cell(document, out var rests) || !Cell(kind, out var called))
        {
            return false;
        }

        key.ResetWrittenCount();
        Add(code);
        Add(found);
        Add(amount);
        Add(called);
        Add(rests.IsEmpty ? ""u8 : "-"u8);
        if (!meanings.TryGet(key.WrittenSpan, out var meaning))
        {
            meaning = meanings.Keep(key.WrittenSpan, Learn());
        }

        if (meaning is null)
        {
            return false;
        }

        foreach (var node in meaning.On)
        {
            if (seen[node])
            {
                return false;
            }

            seen[node] = true;
        }

        foreach (var (column, figure) in meaning.Figures)
        {
            into.Values[column][row] = figure;
        }

        return true;

        void Add(ReadOnlySpan<byte> cell)
        {
            key.Write(cell);
            key.Write("\0"u8);
        }
    }

    public override bool End(int row) => true;

    /// <summary>Null where there is anything to say about the finding, or the program does not prove what it makes of it.</summary>
    private Meaning? Learn()
    {
        var problems = new Diagnostics();
        var csv = CsvFile.Of(file.Path, file.Headers, file.HeaderLine, [new CsvPart(Record.ToArray(), 1)], problems);
        var drafts = new Drafts(problems);
        var columns = new Csv.Columns(csv, problems);
        if (csv.Lines.Count != 1 || drafts.Start(csv, csv.Lines[0], columns.Require(EvidenceWords.Project)!) is not { } draft)
        {
            return null;
        }

        file.Role.Read(new EvidenceFile(csv, columns, program.RuleSet, drafts, problems));
        // A ruling raises a flag that no rule names.
        if (draft.Findings is not [{ IsRuling: false } finding])
        {
            return null;
        }

        FindingsCheck.Check(draft.Findings, program.RuleSet, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        var row = new ReferenceRow(program.RuleSet, new Project { Id = "", Findings = [finding] }, [], program.Columns.Fields);
        var figures = bare.Where(b => program.Columns.All[b.Column].On.Contains(finding.Code)).Select(b => (b.Column, program.Columns.All[b.Column].Read(row))).ToArray();
        return figures.All(f => into.IsWithin(f.Column, f.Item2))
            ? new Meaning([.. program.RuleSet.Find(finding.Code)!.Children.Select(c => c.Code).Prepend(finding.Code).Select(c => nodes[c])], figures) : null;
    }

    /// <summary>What a finding means.</summary>
    /// <param name="On">The nodes of which there must be no other: what two findings mean together is for others to say.</param>
    /// <param name="Figures">What it puts into which column.</param>
    private sealed record Meaning(int[] On, (int Column, double Figure)[] Figures);
}
