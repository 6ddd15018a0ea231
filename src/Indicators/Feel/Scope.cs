namespace Indicators.Feel;

/// <summary>What an expression sees: names, and what our own functions ask for. Without a project everything is missing.</summary>
public class Scope
{
    /// <summary>Whether a name means something here; one that does not may still be that of a function.</summary>
    public virtual bool Knows(string name) => false;

    public virtual Value Lookup(string name) => Value.Null;

    /// <summary>Whether a code is one of the rule set.</summary>
    public virtual bool KnowsCode(string code) => false;

    /// <summary>The names and codes that mean something here, for whoever mistypes one.</summary>
    public virtual IEnumerable<string> Known => [];

    /// <summary>The expression behind a computed name, for explanations; null for evidence.</summary>
    public virtual Formula? Definition(string name) => null;

    /// <summary>得分: the score of an indicator, criterion, dimension, or of the total.</summary>
    public virtual Value Score(string code) => Value.Null;

    /// <summary>结论: the conclusion of the finding on a judged point.</summary>
    public virtual Value Finding(string code) => Value.Null;

    /// <summary>依据: 佐证, 自述 or 无.</summary>
    public virtual Value Standing(string code) => Value.Null;
}
