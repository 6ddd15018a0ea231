using System.Collections.Immutable;
using Indicators.Compiled;

namespace Indicators.Batch;

/// <summary>What the reference works out for the program, from no more of a project than that takes.</summary>
internal sealed class QuickReference(CompiledProgram program, EvidenceColumns into, IEnumerable<QuickField> fields, IEnumerable<QuickTable> tables)
{
    private static readonly Place Nowhere = new("");

    private readonly QuickField[] fields = [.. fields.Where(f => program.Share!.Names.Contains(f.Definition.Name))];
    private readonly QuickTable[] tables = [.. tables.Where(t => program.Share!.Names.Contains(t.Name))];
    private readonly bool isAsked = !program.Share!.WorkedOut.IsEmpty || !program.Share.Rules.IsEmpty || !program.Share.Said.IsEmpty;

    /// <summary>Ends a project; false where the reference is to score it as a whole.</summary>
    public bool End(int row)
    {
        if (!isAsked)
        {
            return true;
        }

        var cells = ImmutableDictionary.CreateBuilder<string, Cell>();
        foreach (var field in fields)
        {
            cells.Add(field.Definition.Name, Cell.Of(field.Taken!, Standing.Evidence, null, Nowhere));
        }

        var project = new Project
        {
            Id = "",
            Fields = cells.ToImmutable(),
            Tables = tables.ToImmutableDictionary(t => t.Name, t => t.Taken),
        };
        return into.TakeWorkedOut(row, new ReferenceRow(program.RuleSet, project, program.Share!.Rules, program.Columns.Fields));
    }
}
