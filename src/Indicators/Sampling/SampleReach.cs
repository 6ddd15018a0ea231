using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>The evidence that expressions rest on, in the order in which they name it; what is worked out is followed down.</summary>
internal sealed class SampleReach
{
    private SampleReach(ImmutableArray<FieldDefinition> fields, ImmutableArray<(TableDefinition Table, FieldDefinition Column)> columns) => (Fields, Columns) = (fields, columns);

    public ImmutableArray<FieldDefinition> Fields { get; }

    /// <summary>Without keys: those tell rows apart.</summary>
    public ImmutableArray<(TableDefinition Table, FieldDefinition Column)> Columns { get; }

    public static SampleReach Of(EvidenceSchema schema, params IEnumerable<Expression> expressions)
    {
        var names = new List<string>();
        var open = new Queue<Expression>(expressions);
        while (open.TryDequeue(out var next))
        {
            foreach (var name in next.All.Select(Named).OfType<string>().Except(names).ToList())
            {
                names.Add(name);
                var worked = schema.Computed.Concat(schema.Tables.SelectMany(t => t.Computed)).Where(c => c.Name == name);
                foreach (var formula in worked.Select(c => c.Formula))
                {
                    open.Enqueue(formula.Root);
                }
            }
        }

        return new(
            [.. names.Select(schema.Field).OfType<FieldDefinition>()],
            [.. names.SelectMany(n => schema.Tables.Where(t => names.Contains(t.Name) && !t.Key.Contains(n)).SelectMany(t => t.Columns.Where(c => c.Name == n).Select(c => (t, c))))]);
    }

    private static string? Named(Expression part) => part switch
    {
        Expression.Name name => name.Id,
        Expression.Path path => path.Member,
        _ => null,
    };
}
