using System.Collections.Immutable;
using System.Text;
using Indicators.Feel;

namespace Indicators.Batch;

/// <summary>What is kept of a project to put it in groups when all are scored.</summary>
/// <param name="Id">The project.</param>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Score">Its total.</param>
/// <param name="Texts">Of each field by which a flag groups; empty where it is missing.</param>
/// <param name="Amounts">Of each field that a flag adds up, exactly; empty where it is missing.</param>
internal sealed record GroupedRow(string Id, string Name, string Score, ImmutableArray<string> Texts, ImmutableArray<string> Amounts)
{
    /// <summary>
    /// The text by which projects are in one group: neither blanks nor the width of letters and signs make two units of one.
    /// </summary>
    public static string KeyOf(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            key.Append(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);
        }

        return key.ToString();
    }
}

/// <summary>Writes and reads such rows, for the fields that the flags of a rule set ask for.</summary>
internal sealed class GroupedRows(RuleSet ruleSet)
{
    public ImmutableArray<FieldDefinition> Texts { get; } = [.. ruleSet.Across.SelectMany(f => f.Same).Distinct()];

    public ImmutableArray<FieldDefinition> Amounts { get; } = [.. ruleSet.Across.Select(f => f.Amount).OfType<FieldDefinition>().Distinct()];

    public void Write(Stream stream, Project project, Fraction score)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(project.Id);
        writer.Write(project.Name ?? "");
        writer.Write(score.ToString());
        foreach (var field in Texts)
        {
            writer.Write(project.Fields.GetValueOrDefault(field.Name)?.Value is Value.Text text ? text.Content : "");
        }

        foreach (var field in Amounts)
        {
            writer.Write(project.Fields.GetValueOrDefault(field.Name)?.Value is Value.Number number ? number.Amount.ToString() : "");
        }
    }

    public IEnumerable<GroupedRow> Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        while (stream.Position < stream.Length)
        {
            yield return new GroupedRow(reader.ReadString(), reader.ReadString(), reader.ReadString(), [.. Texts.Select(_ => reader.ReadString())], [.. Amounts.Select(_ => reader.ReadString())]);
        }
    }
}
