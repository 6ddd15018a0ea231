using System.CommandLine;

namespace Indicators.Cli;

/// <summary>A command of <c>indicators</c>, with what one would type first.</summary>
internal sealed class Verb : Command
{
    public Verb(string name, string about, string example)
        : base(name, about)
    {
        Example = $"indicators {name} {example}";
        // What is left over is a usage error that we word ourselves, in the user's language.
        TreatUnmatchedTokensAsErrors = false;
    }

    public string Example { get; }
}
