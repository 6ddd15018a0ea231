namespace Indicators;

/// <summary>Where something stands in a file: 1-based line and column (characters), and the text of that line when it is known.</summary>
public sealed record Place(string File, long Line = 0, long Column = 0, string? SourceLine = null)
{
    /// <summary>The same line, some characters further right.</summary>
    public Place Right(int characters) => this with { Column = Column + characters };

    public override string ToString() =>
        Line == 0 ? File : Column == 0 ? $"{File}:{Line}" : $"{File}:{Line}:{Column}";
}
