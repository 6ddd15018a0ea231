using Grpc.Core;
using Microsoft.Net.Http.Headers;

namespace Indicators.Service;

/// <summary>Which language a caller wants texts in.</summary>
internal static class SpokenLanguage
{
    /// <summary>The request's language; without one the most wanted of <c>accept-language</c> that is spoken here; else Chinese.</summary>
    public static Language Of(string code, Metadata headers) => code.Length == 0
        ? Accepted(headers.GetValue("accept-language") ?? "")
        : Spoken(code) ?? throw RpcErrors.Field(ErrorReason.LanguageUnknown, Language.English, "language_code", code);

    /// <summary>The most wanted of an <c>accept-language</c> header that is spoken here; else Chinese.</summary>
    public static Language Accepted(string header) =>
        (StringWithQualityHeaderValue.TryParseList([header], out var wanted) ? wanted : [])
        .Where(w => w.Quality is not 0)
        .OrderByDescending(w => w.Quality ?? 1)
        .Select(w => Spoken(w.Value.Value!))
        .FirstOrDefault(l => l is not null) ?? Language.Chinese;

    private static Language? Spoken(string code) => code.Trim().Split('-')[0].ToLowerInvariant() switch
    {
        "zh" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };
}
