using System.Reflection;

namespace Indicators;

/// <summary>
/// The catalogue of all problems that are reported to people, in both languages. Codes are stable; texts carry the
/// value that was found and what was expected, remedies the way out.
/// </summary>
public static partial class Messages
{
    /// <summary>Every message, for documentation and tests.</summary>
    public static IEnumerable<Message> All => typeof(Messages)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => f.GetValue(null))
        .OfType<Message>();

    private static Message Error(string code, string zh, string en, string remedyZh, string remedyEn) =>
        new(code, Severity.Error, new(zh, en), new(remedyZh, remedyEn));

    private static Message Warning(string code, string zh, string en, string remedyZh, string remedyEn) =>
        new(code, Severity.Warning, new(zh, en), new(remedyZh, remedyEn));
}
