using System.Diagnostics.CodeAnalysis;
using System.Text;
using CsvHelper;
using Indicators.Compiled;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>The rows of 数据.csv: a value each, those of a project one after another.</summary>
internal sealed class QuickValues : QuickEvidence
{
    private readonly QuickField[] fields;
    private readonly bool[] seen;
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> numbers;
    private readonly int id;
    private readonly int name;
    private readonly int value;
    private readonly int source;
    private readonly int kind;
    private byte[] current = [];
    private int currentLength;
    private bool isPlainRecord;

    public QuickValues(BatchFile file, CompiledProgram program, EvidenceColumns into)
        : base(file)
    {
        var column = Headers.Require(EvidenceWords.Value);
        var schema = program.RuleSet.Schema.Fields;
        fields = [.. schema.Select(f => new QuickField(f, column, program, into))];
        seen = new bool[fields.Length];
        (id, name, value) = (At(Headers.Require(EvidenceWords.Project)), At(Headers.Require(EvidenceWords.Field)), At(column));
        (source, kind) = (At(Headers.Free(EvidenceWords.Source)), At(Headers.Free(EvidenceWords.Class)));
        var known = new Dictionary<byte[], int>(new Utf8Comparer());
        foreach (var (number, field) in schema.Index())
        {
            foreach (var called in field.Aliases.Prepend(field.Name))
            {
                known.TryAdd(Encoding.UTF8.GetBytes(called), number);
            }
        }

        numbers = known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public override bool IsRowEach => false;

    public override void Start() => currentLength = 0;

    public override bool? Begins(CsvReader reader)
    {
        isPlainRecord = IsPlain(reader);
        return Cell(reader, id, out var own) && !own.IsEmpty ? !own.SequenceEqual(current.AsSpan(0, currentLength)) : null;
    }

    public override void Begin(CsvReader reader)
    {
        Cell(reader, id, out var own);
        current = current.Length < own.Length ? new byte[2 * own.Length] : current;
        own.CopyTo(current);
        currentLength = own.Length;
        Array.Clear(seen);
    }

    public override bool Take(CsvReader reader, int row)
    {
        if (!isPlainRecord || !Cell(reader, name, out var called) || !numbers.TryGetValue(called, out var number) || seen[number]
            || !Cell(reader, value, out var cell) || !Cell(reader, source, out var sourceCell) || !Cell(reader, kind, out var kindCell) || !kindCell.IsEmpty)
        {
            return false;
        }

        seen[number] = true;
        return fields[number].Take(cell, row, Resting(sourceCell));
    }

    /// <summary>Fields that no row names are blank.</summary>
    public override bool End(int row, QuickTexts texts)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (!seen[i] && !fields[i].Take(default, row, LeafLifter.Unnamed))
            {
                return false;
            }
        }

        texts.Add(current.AsSpan(0, currentLength), default);
        return true;
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // FNV-1a: names are short.
            var hash = 2166136261;
            foreach (var b in alternate)
            {
                hash = (hash ^ b) * 16777619;
            }

            return (int)hash;
        }
    }
}
