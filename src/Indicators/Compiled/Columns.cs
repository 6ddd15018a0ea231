using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>One column that the program reads: what it takes from a project, and between which bounds it must lie.</summary>
/// <param name="Name">What it holds.</param>
/// <param name="IsMask">Whether it holds truths, all bits or none, and not numbers.</param>
/// <param name="Read">The value in a lane; not a number where it cannot be told as an integer.</param>
internal sealed record Column(string Name, bool IsMask, Func<ReferenceRow, double> Read)
{
    /// <summary>The field of the evidence that it takes something from; null where it takes it from elsewhere.</summary>
    public FieldDefinition? Field { get; init; }

    /// <summary>What it takes from its field.</summary>
    public FieldPart Part { get; init; }

    /// <summary>The codes whose findings it takes something from.</summary>
    public ImmutableArray<string> On { get; init; } = [];

    /// <summary>The table that it takes something from; null where it takes it from elsewhere.</summary>
    public string? Table { get; init; }

    /// <summary>Whether the reference works it out from anything in the evidence.</summary>
    public bool IsWorkedOut { get; init; }

    /// <summary>The part of an expression whose value it has; null where it takes anything else.</summary>
    public WorkedPart? Of { get; init; }

    /// <summary>Outside of these the program proves nothing, and the row goes to the reference.</summary>
    public ColumnBounds Bounds { get; private set; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Whether a program reads it.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Notes that a program reads it, and trusts it to lie within bounds; nothing bounds a mask.</summary>
    public void Trust((Int128 Low, Int128 High) bounds)
    {
        IsLive = true;
        if (!IsMask)
        {
            Bounds = new(Math.Max(Bounds.Low, (double)bounds.Low), Math.Min(Bounds.High, (double)bounds.High));
        }
    }
}

/// <summary>Between which figures a program proves what it makes of a column; a mask is no number, and nothing bounds it.</summary>
internal readonly record struct ColumnBounds(double Low, double High)
{
    public bool Contain(double figure) => double.IsNegativeInfinity(Low) || (figure >= Low && figure <= High);
}

/// <summary>A part of an expression whose value a column has.</summary>
/// <param name="Expression">The part.</param>
/// <param name="Takes">What the column takes of its value.</param>
/// <param name="Units">Of a figure: it is held in units, so many of one.</param>
internal sealed record WorkedPart(Expression Expression, PartTakes Takes, long Units = 1)
{
    /// <summary>What the column holds of a value; not a number where no column does, or where it takes too long to work out.</summary>
    public double FigureOf(Value? value) => Takes switch
    {
        PartTakes.Missing => value is null ? double.NaN : Lifted.Rank((value as Value.Missing)?.State),
        PartTakes.Numerator => value is Value.Number n ? Columns.Units(new Fraction(n.Amount.Numerator), 1) : 0,
        PartTakes.Denominator => value is Value.Number n ? Columns.Units(new Fraction(n.Amount.Denominator), 1) : 1,
        _ => value switch
        {
            Value.Number n => Columns.Units(n.Amount, Units),
            Value.Truth { Holds: true } => Emitter.AllBits,
            _ => 0,
        },
    };
}

/// <summary>What a column takes of the value of an expression.</summary>
internal enum PartTakes
{
    Value,

    /// <summary>0, or the rank of the missing state.</summary>
    Missing,

    /// <summary>Of a fraction.</summary>
    Numerator,
    Denominator,
}

/// <summary>What a column takes from a field.</summary>
internal enum FieldPart
{
    Value,

    /// <summary>0, or the rank of the missing state.</summary>
    Missing,

    /// <summary>What it rests on.</summary>
    Standing,
}

/// <summary>The columns of a program, made as the rules ask for them.</summary>
internal sealed partial class Columns
{
    /// <summary>Decimals that a figure can have: fen, four decimals of a percentage, four of any other number.</summary>
    public static long UnitsOf(FieldKind kind) => kind switch { FieldKind.Money => 100, FieldKind.Percent => 1_000_000, _ => 10_000 };

    private readonly List<Column> all = [];
    private readonly HashSet<int> sparse = [];
    private readonly Dictionary<string, int> known = [];
    private readonly Dictionary<string, int> texts = [];
    private readonly Dictionary<string, int> fields = [];

    public IReadOnlyList<Column> All => all;

    /// <summary>How many fields they read.</summary>
    public int Fields => fields.Count;

    /// <summary>Columns that are zero in most blocks: what is missing, declared or ruled. A program that takes them for zero is much shorter.</summary>
    public IReadOnlySet<int> Sparse => sparse;

    /// <summary>Whether the program that is being made takes sparse columns for zero.</summary>
    public bool Plain { get; set; }

    /// <summary>The texts that rules name, with their numbers.</summary>
    public IReadOnlyDictionary<string, int> Texts => texts;

    /// <summary>The number of a text that a rule names, from 1; 0 is any other.</summary>
    public int TextId(string text) => texts.TryGetValue(text, out var id) ? id : texts[text] = texts.Count + 1;

    /// <summary>A program of which the columns that it reads are live, within the bounds that it trusts.</summary>
    public LaneProgram Program(Emitter emitter, IEnumerable<int> outputs)
    {
        var made = new LaneProgram(emitter.Instructions, [.. outputs]);
        foreach (var load in made.LiveColumns)
        {
            all[(int)emitter.Instructions[load].Value].Trust(emitter.BoundsOf(load));
        }

        return made;
    }

    /// <summary>A field of the evidence.</summary>
    /// <param name="field">The field.</param>
    /// <param name="emitter">Takes the loads.</param>
    /// <param name="cap">Figures beyond go to the reference.</param>
    public Lifted Field(FieldDefinition field, Emitter emitter, Int128 cap)
    {
        // Of a project's cells each is looked up once.
        var place = fields.TryGetValue(field.Name, out var known) ? known : fields[field.Name] = fields.Count;
        var missing = LoadSparse(emitter, Of(From(FieldPart.Missing, $"{field.Name}?", row => Lifted.Rank((Cell(row) as Value.Missing)?.State))), 4);
        switch (field.Type.Kind)
        {
            case FieldKind.Money or FieldKind.Percent or FieldKind.Number:
                var units = UnitsOf(field.Type.Kind);
                var scale = new Fraction(units);
                var (low, high) = Bounds(field, scale, cap);
                var top = Of(From(FieldPart.Value, field.Name, row => Cell(row) is Value.Number n ? Units(n.Amount, units) : 0));
                return new Lifted.Number(Fraction.One / scale, emitter.Load(top, low, high), null, missing);
            case FieldKind.YesNo:
                return new Lifted.Truth(emitter.LoadMask(Of(From(FieldPart.Value, field.Name, row => Cell(row) is Value.Truth { Holds: true } ? Emitter.AllBits : 0) with { IsMask = true })), missing);
            case FieldKind.Date:
                return new Lifted.Day(emitter.Load(Of(From(FieldPart.Value, field.Name, row => Cell(row) is Value.Date d ? d.Day.Number : 0)), -4_000_000, 4_000_000), missing);
            case FieldKind.Text:
                return new Lifted.Text(emitter.Load(Of(From(FieldPart.Value, field.Name, row => Cell(row) is Value.Text t ? texts.GetValueOrDefault(t.Content) : 0)), 0, 1_000_000), missing);
            default:
                throw new NotLiftedException(Reasons.Unordered);
        }

        Value Cell(ReferenceRow row) => row.Cell(place, field.Name);

        Column From(FieldPart part, string name, Func<ReferenceRow, double> read) => new(name, false, read) { Field = field, Part = part };
    }

    /// <summary>What an evaluator found on a leaf, as a share of its points and as points.</summary>
    public LiftedFindings Findings(Node leaf, Emitter emitter)
    {
        const int scale = 10_000;
        var numbers = new NumberLifter(emitter);
        var missing = LoadSparse(emitter, Of($"{leaf.Code} 结论?", [leaf.Code], row => row.Judged(leaf).Missing), 4);
        var share = emitter.Load(Of($"{leaf.Code} 结论", [leaf.Code], row => Units(row.Judged(leaf).Share, scale)), 0, scale);
        var points = leaf.PartialAllowed || !leaf.Method!.Levels.IsEmpty
            ? emitter.Load(Of($"{leaf.Code} 打分", [leaf.Code], row => Units(row.Judged(leaf).Points, scale)), 0, Ceiling(leaf.Weight * scale)) : emitter.Zero;
        var count = emitter.Load(Of($"{leaf.Code} 缺陷", [leaf.Code], row => row.Judged(leaf).Defects), 0, 1 << 20);
        var notMet = emitter.LoadMask(Mask($"{leaf.Code} 不符合", [leaf.Code], row => row.Judged(leaf).NotMet));
        return new LiftedFindings(
            numbers.Plus(new(leaf.Weight / scale, share, null, missing), new(new Fraction(1, scale), points, null, emitter.Zero)),
            new(Fraction.One, count, null, missing),
            notMet);
    }

    /// <summary>无法考核, 不适用 or 未提供, said by a finding on a leaf or on its indicator.</summary>
    public int Declared(Node leaf, Node indicator, Emitter emitter) => LoadSparse(emitter, Of($"{leaf.Code} 声明", [leaf.Code, indicator.Code], row => row.Declared(leaf, indicator)), 4);

    /// <summary>认定: where it is 认定符合, where 认定不符合, and what it rests on.</summary>
    public LiftedRuling Ruling(Node leaf, Node indicator, Emitter emitter) => new(
        LoadSparse(emitter, Mask($"{leaf.Code} 认定符合", [leaf.Code, indicator.Code], row => row.Ruling(leaf, indicator)?.Conclusion == Conclusion.RuledMet), 0),
        LoadSparse(emitter, Mask($"{leaf.Code} 认定不符合", [leaf.Code, indicator.Code], row => row.Ruling(leaf, indicator)?.Conclusion == Conclusion.RuledNotMet), 0),
        emitter.Load(Of($"{leaf.Code} 认定依据", [leaf.Code, indicator.Code], row => (int)(row.Ruling(leaf, indicator)?.Standing ?? Indicators.Standing.Nothing)), 0, (int)Indicators.Standing.Evidence));

    /// <summary>结论: the word of the first finding on a node.</summary>
    public Lifted.Text ConclusionOn(string code, Emitter emitter)
    {
        var (id, missing) = ConclusionColumns(code);
        return new Lifted.Text(emitter.Load(id, 0, 1_000_000), emitter.Load(missing, 0, 4));
    }

    /// <summary>The column of its number among the texts, and the one that says that there is none.</summary>
    public (int Id, int Missing) ConclusionColumns(string code) => (
        Of($"{code} 结论词", [code], row => row.ConclusionOn(code) is { } word ? texts.GetValueOrDefault(word) : 0),
        Of($"{code} 结论词?", [code], row => row.ConclusionOn(code) is null ? Lifted.Undefined : 0));

    /// <summary>The weakest standing of fields, tables and the findings on a leaf; 3 where there is none of them.</summary>
    public int Standing(Node leaf, IEnumerable<FieldDefinition> fields, IEnumerable<string> tables, Emitter emitter)
    {
        var all = fields.Select(f => Of(new Column($"{f.Name} 依据", false, row => row.Project.Fields.TryGetValue(f.Name, out var cell) && cell.Value is not Value.Missing ? (int)cell.Standing : LeafLifter.Unnamed) { Field = f, Part = FieldPart.Standing }))
            .Concat(tables.Select(t => Of(new Column($"{t} 依据", false, row => row.Project.Tables.GetValueOrDefault(t, []) is { IsEmpty: false } rows ? rows.Min(r => (int)r.Standing) : LeafLifter.Unnamed) { Table = t })));
        return (leaf.Method!.IsJudged ? all.Append(Of($"{leaf.Code} 佐证", [leaf.Code], row => row.StandingOf(leaf))) : all)
            .Select(column => emitter.Load(column, 0, LeafLifter.Unnamed))
            .Aggregate(emitter.Constant(LeafLifter.Unnamed), emitter.Min);
    }

    /// <param name="emitter">Takes the load.</param>
    /// <param name="column">The column.</param>
    /// <param name="high">The largest number in it; 0 for a mask.</param>
    private int LoadSparse(Emitter emitter, int column, Int128 high)
    {
        sparse.Add(column);
        if (!Plain)
        {
            return emitter.Load(column, 0, high);
        }

        // That it is zero must be seen, also where the other program leaves to the reference what this one takes.
        all[column].Trust((0, high));
        return emitter.Zero;
    }

    private int Mask(string name, ImmutableArray<string> on, Func<ReferenceRow, bool> read) => Of(new Column(name, true, row => read(row) ? Emitter.AllBits : 0) { On = on });

    private int Of(string name, ImmutableArray<string> on, Func<ReferenceRow, double> read) => Of(new Column(name, false, read) { On = on });

    private int Of(Column column)
    {
        if (!known.TryGetValue(column.Name, out var index))
        {
            known[column.Name] = index = all.Count;
            all.Add(column);
        }

        return index;
    }

    /// <summary>An amount in units of which one is so many parts of it: an integer that a double holds, or not a number.</summary>
    public static double Units(Fraction amount, long parts)
    {
        if (amount.Denominator > parts || amount.Numerator > (long)Emitter.Exact || amount.Numerator < -(long)Emitter.Exact)
        {
            return double.NaN;
        }

        var (each, rest) = Math.DivRem(parts, (long)amount.Denominator);
        var units = (Int128)(long)amount.Numerator * each;
        return rest == 0 && Int128.Abs(units) <= Emitter.Exact ? (double)units : double.NaN;
    }

    private static Int128 Ceiling(Fraction value) => (Int128)value.Ceiling();

    private static (Int128 Low, Int128 High) Bounds(FieldDefinition field, Fraction scale, Int128 cap)
    {
        var (low, high) = (-cap, cap);
        if (field.Range?.Intervals is { IsEmpty: false } intervals)
        {
            low = intervals.All(i => i.Low is not null) ? Int128.Max(low, Bounded(intervals.Min(i => i.Low!.Value) * scale)) : low;
            high = intervals.All(i => i.High is not null) ? Int128.Min(high, Bounded(intervals.Max(i => i.High!.Value) * scale)) : high;
        }

        return low <= high ? (low, high) : (-cap, cap);

        Int128 Bounded(Fraction bound) => (Int128)System.Numerics.BigInteger.Max(-(System.Numerics.BigInteger)cap, System.Numerics.BigInteger.Min((System.Numerics.BigInteger)cap, bound.Sign < 0 ? bound.Floor() : bound.Ceiling()));
    }
}
