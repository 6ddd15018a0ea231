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
}

/// <summary>The type of a field: its kind, and for a number its counting unit, for money the unit of bare figures (if declared).</summary>
public sealed record FieldType(FieldKind Kind, string? Unit = null)
{
    public FeelType Feel => Kind switch
    {
        FieldKind.Money => FeelType.Money,
        FieldKind.Percent => FeelType.Ratio,
        FieldKind.Number => new FeelType.Number(Unit),
        FieldKind.Date => FeelType.Day,
        FieldKind.YesNo => FeelType.Boolean,
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

/// <summary>A child table, one CSV file: its key columns and all columns.</summary>
public sealed record TableDefinition(string Name, ImmutableArray<string> Key, ImmutableArray<FieldDefinition> Columns, Place Place)
{
    public FeelType RowType => new FeelType.Row(Columns.ToImmutableDictionary(c => c.Name, c => c.Type.Feel));
}
