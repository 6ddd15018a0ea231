using Grpc.Core;

namespace Indicators.Service;

/// <summary>Which language a caller wants texts in.</summary>
internal static class SpokenLanguage
{
    /// <summary>The request's language; without one the first of <c>accept-language</c> that is spoken here; else Chinese.</summary>
    public static Language Of(string code, Metadata headers)
    {
        var accepted = (headers.GetValue("accept-language") ?? "").Split(',').Select(l => Spoken(l.Split(';')[0])).OfType<Language>();
        return code.Length == 0
            ? accepted.Cast<Language?>().FirstOrDefault() ?? Language.Chinese
            : Spoken(code) ?? throw RpcErrors.LanguageUnknown(code);
    }

    private static Language? Spoken(string code) => code.Trim().Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };
}
