namespace Indicators.Facts;

/// <summary>
/// Something that is known about one project. Facts are what rules written in C# match; each is itself and equals no
/// other, so that two like values stay two facts.
/// </summary>
public abstract class Fact(Project project)
{
    public Project Project { get; } = project;
}

/// <summary>佐证: the value of one field.</summary>
public sealed class EvidenceFact(Project project, string name, Cell cell) : Fact(project)
{
    public string Name { get; } = name;

    public Cell Cell { get; } = cell;
}

/// <summary>One row of a table.</summary>
public sealed class RowFact(Project project, string table, Row row) : Fact(project)
{
    public string Table { get; } = table;

    public Row Row { get; } = row;
}

/// <summary>评价意见: one finding.</summary>
public sealed class FindingFact(Project project, Finding finding) : Fact(project)
{
    public Finding Finding { get; } = finding;
}

/// <summary>得分: the score of one node, as soon as it is final; children come before their parent.</summary>
public sealed class ScoreFact(Project project, Score score) : Fact(project)
{
    public string Code => Score.Node.Code;

    public Score Score { get; } = score;
}

/// <summary>疑点: a flag that is raised; insert one to raise a flag of your own.</summary>
public sealed class FlagFact(Project project, RaisedFlag flag) : Fact(project)
{
    public RaisedFlag Flag { get; } = flag;

    /// <summary>Set on flags of the rule set, whose caps need it.</summary>
    internal Scoring? Scoring { get; init; }
}
