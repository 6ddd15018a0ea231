using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators;

/// <summary>evidence.yaml: which fields, computed values and tables a project's evidence has.</summary>
public sealed class EvidenceSchema
{
    public required ImmutableArray<FieldDefinition> Fields { get; init; }

    public required ImmutableArray<ComputedField> Computed { get; init; }

    public required ImmutableArray<TableDefinition> Tables { get; init; }

    public FieldDefinition? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The field that people call by this name: its own or one of its aliases.</summary>
    public FieldDefinition? FieldCalled(string name) => Fields.FirstOrDefault(f => f.Name == name || f.Aliases.Contains(name));

    public TableDefinition? Table(string name) => Tables.FirstOrDefault(t => t.Name == name);
}

public enum FieldKind
{
    /// <summary>金额, held in 元.</summary>
    Money,

    /// <summary>百分比: 98.5% is held as 0.985.</summary>
    Percent,

    Number,

    Date,

    YesNo,

    Text,

    /// <summary>目标: a figure with its direction, such as ≥200.</summary>
    Target,
}

/// <summary>The type of a field: its kind, and for a number or target its counting unit, for money the unit of bare figures (if declared).</summary>
/// <param name="UnitColumn">The column of the same row that says the unit; null where the type or the header does.</param>
public sealed record FieldType(FieldKind Kind, string? Unit = null, string? UnitColumn = null)
{
    /// <summary>Whether its values are plain figures: 金额, 百分比, 数.</summary>
    public bool IsFigure => Kind is FieldKind.Money or FieldKind.Percent or FieldKind.Number;

    public FeelType Feel => Kind switch
    {
        FieldKind.Money => FeelType.Money,
        FieldKind.Percent => FeelType.Ratio,
        FieldKind.Number => new FeelType.Number(Unit),
        FieldKind.Date => FeelType.Day,
        FieldKind.YesNo => FeelType.Boolean,
        FieldKind.Target => Target.Type(Unit),
        _ => FeelType.String,
    };
}

/// <summary>A field of a project or a column of a table. <see cref="Aliases"/> are other headers it may have in CSV files.</summary>
public sealed record FieldDefinition(
    string Name,
    FieldType Type,
    ImmutableArray<string> Aliases,
    bool Required,
    Tests? Range,
    Place Place);

/// <summary>A value worked out from the evidence by an expression.</summary>
public sealed record ComputedField(string Name, Formula Formula, Place Place);

/// <summary>A child table, one CSV file: its key columns, the columns that are read, and those that are worked out from a row.</summary>
public sealed record TableDefinition(
    string Name,
    ImmutableArray<string> Key,
    ImmutableArray<FieldDefinition> Columns,
    ImmutableArray<ComputedField> Computed,
    Survey? Survey,
    Place Place)
{
    public TableTraits Traits => new(Key, Survey);

    public FeelType RowType => new FeelType.Row(Columns.Select(c => (c.Name, c.Type.Feel)).Concat(Computed.Select(c => (c.Name, c.Formula.Type)))
        .DistinctBy(c => c.Name).ToImmutableDictionary(c => c.Name, c => c.Item2));
}

/// <summary>A table of answers: a column of options, each worth a share, and a column of counts.</summary>
/// <param name="OptionColumn">The column that names the option.</param>
/// <param name="CountColumn">The column that counts the answers; null where every row is one answer.</param>
/// <param name="Options">What each option is worth.</param>
/// <param name="Minimum">最少份数: with fewer answers there is no result; 0 where none is asked.</param>
public sealed record Survey(string OptionColumn, string? CountColumn, ImmutableDictionary<string, Fraction> Options, int Minimum);
