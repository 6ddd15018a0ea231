using System.Text.Json.Nodes;

namespace Indicators.Schema;

/// <summary>When a key must be there.</summary>
internal enum Need
{
    Optional,

    /// <summary>Unless the file lays something over a base, which may give it.</summary>
    Whole,

    Always,
}

/// <summary>A key of a map in its two spellings, and what may stand under it.</summary>
/// <param name="Key">Either spelling.</param>
/// <param name="Value">The schema of its value.</param>
/// <param name="Need">When it must be there.</param>
/// <param name="About">What an editor says of it; null to say what <see cref="KeyTexts"/> says.</param>
internal sealed record KeySchema(Bilingual Key, JsonObject Value, Need Need = Need.Optional, string? About = null);
