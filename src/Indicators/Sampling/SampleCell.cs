using Indicators.Feel;

namespace Indicators.Sampling;

/// <summary>A made-up cell: its text, as somebody would write it, and what a reader makes of it.</summary>
/// <param name="definition">The field or column.</param>
/// <param name="draw">Makes up the text; from 1 on another one, because the one before did not go together with other cells.</param>
/// <param name="changed">Told of every change.</param>
internal sealed class SampleCell(FieldDefinition definition, Func<int, string> draw, Action<FieldDefinition> changed)
{
    private Value? value;

    public FieldDefinition Definition => definition;

    public string Text
    {
        get;
        set
        {
            field = value;
            this.value = null;
            Changes++;
            changed(definition);
        }
    } = draw(0);

    /// <summary>How often it was changed.</summary>
    public int Changes { get; private set; }

    /// <summary>Missing where the text cannot be read.</summary>
    public Value Value => value ??= ValueText.Read(Text, definition.Type, definition.Type.Unit).Value ?? Value.Null;

    /// <summary>The figure; null where it is missing or none.</summary>
    public Fraction? Figure => definition.Type.IsFigure && Value is Value.Number number ? number.Amount : null;

    /// <summary>Whether both say a figure of the same kind, such as a score and the most that it can be.</summary>
    public bool IsLike(SampleCell other) => other != this && other.Figure is not null && other.Definition.Type == definition.Type;

    /// <summary>Other texts that it might have; only figures have a size.</summary>
    public IEnumerable<string> Drawn(IEnumerable<int> attempts) =>
        definition.Type.IsFigure || attempts == SampleValues.OfOwnSize ? attempts.Select(draw) : [];

    /// <summary>Takes another figure, to the places that people write; false where its 范围 does not allow it, or it is below zero.</summary>
    public bool Take(Fraction figure)
    {
        var rounded = SampleValues.Rounded(definition.Type, figure);
        if (rounded.Sign < 0 || (definition.Range?.Intervals is { } allowed && !allowed.Any(i => i.Contains(rounded))))
        {
            return false;
        }

        Text = SampleValues.Written(definition.Type, rounded);
        return true;
    }
}
