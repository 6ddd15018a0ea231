using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Indicators.Service;

/// <summary>Where the service listens, and that nobody can listen in.</summary>
internal static class Endpoints
{
    private const string Section = "Kestrel:Endpoints";

    /// <summary>Puts the addresses of the settings where Kestrel looks for its own, unless these are configured.</summary>
    public static void Add(IConfigurationManager configuration, ServiceSettings settings)
    {
        if (configuration.GetSection(Section).GetChildren().Any())
        {
            return;
        }

        var isSecure = IsSecure(settings.Grpc);
        var endpoints = new Dictionary<string, string?>
        {
            [$"{Section}:Grpc:Url"] = settings.Grpc,
            [$"{Section}:Grpc:Protocols"] = isSecure ? "Http1AndHttp2" : "Http2",
        };
        if (!isSecure && settings.Json.Length > 0)
        {
            endpoints[$"{Section}:Json:Url"] = settings.Json;
            endpoints[$"{Section}:Json:Protocols"] = "Http1";
        }

        configuration.AddInMemoryCollection(endpoints);
    }

    /// <summary>Evidence is nobody's business: an address that others can reach is served with TLS, or on purpose without.</summary>
    /// <returns>The first address that may not be served; null where all may.</returns>
    public static string? Refused(IConfiguration configuration, ServiceSettings settings) => settings.AllowPlaintext ? null
        : configuration.GetSection(Section).GetChildren().Select(e => e["Url"]).OfType<string>().FirstOrDefault(u => !IsSecure(u) && !IsLoopback(u));

    /// <summary>Trusts callers whose certificate one of these has signed, and no others.</summary>
    public static void Trust(HttpsConnectionAdapterOptions https, string path)
    {
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPemFile(path);
        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        https.ClientCertificateValidation = (certificate, _, _) =>
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(certificate);
        };
    }

    private static bool IsSecure(string url) => url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsLoopback(string url) => BindingAddress.Parse(url).Host.Trim('[', ']') is var host
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)));
}
