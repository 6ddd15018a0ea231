using System.Collections.Immutable;
using Indicators.Feel;

namespace Indicators.Tests;

/// <summary>Builds a project's evidence in a test, each value with a document.</summary>
internal static class TestProject
{
    public static Project Of(params (string Field, object Value)[] fields) => new()
    {
        Id = "P1",
        Fields = fields.ToDictionary(f => f.Field, f => Cell(f.Value)).ToImmutableDictionary(),
    };

    public static Project With(this Project project, params Finding[] findings) => project.With(findings: [.. project.Findings, .. findings]);

    /// <summary>The same with the fields of another project.</summary>
    public static Project WithFields(this Project project, Project other) => project.With(fields: other.Fields);

    public static Finding Finding(string code, Conclusion conclusion, Fraction? amount = null, string? document = "文件1") =>
        new(code, conclusion, new Place("评价意见.csv", 2))
        {
            Amount = amount,
            Document = document,
            Standing = document is null ? Standing.Claim : Standing.Evidence,
        };

    public static Cell Cell(object value, Standing standing = Standing.Evidence) =>
        new(Value(value), value is MissingState ? Standing.Nothing : standing, "文件1", new Place("数据.csv", 2));

    /// <summary>A number is written as decimal text, so that no test depends on binary fractions.</summary>
    public static Value Value(object value) => value switch
    {
        int number => Indicators.Feel.Value.Of(number),
        Value ready => ready,
        MissingState state => new Value.Missing(state),
        bool holds => Indicators.Feel.Value.Of(holds),
        DateOnly day => new Value.Date(day),
        string text when Fraction.TryParse(text, out var number) => Indicators.Feel.Value.Of(number),
        string text => new Value.Text(text),
        _ => throw new ArgumentException($"{value.GetType()} is no evidence."),
    };
}
