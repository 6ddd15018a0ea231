using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Indicators.Service;
using Indicators.V1;

namespace Indicators.Tests.Service;

/// <summary>How the service is reached: JSON and gRPC-Web beside gRPC, with TLS and without.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly TestRuleSet rules = TestRuleSet.WithNode("取值: 实际 / 计划\n按比例: 100%");
    private readonly TestFolder folder = new();
    private RunningService service = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => service = await RunningService.Start(rules.Parent, "--MaxMessageBytes", "2000");

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        rules.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_project_is_scored_in_json()
    {
        var (status, json) = await Post("/v1/projects:score", Project("1"));
        Assert.Equal((HttpStatusCode.OK, "33.33", "test"), (status, json.GetProperty("scores").GetProperty("total").GetString(), json.GetProperty("ruleSet").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_error_in_json_has_its_details()
    {
        var (status, json) = await Post("/v1/projects:score", Project("NaN"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("EVIDENCE_INVALID", json.GetRawText());
        Assert.Contains("project.fields", json.GetRawText());
        (_, json) = await Post("/v1/projects:batchScore", """{"ruleSet": {"id": "test"}, "projects": [{"id": "P1"}, {"id": ""}]}""");
        Assert.Contains("PROJECT_ID_MISSING", json.GetProperty("results")[1].GetRawText());
    }

    [Fact]
    public async Task Rule_sets_are_read_in_json()
    {
        var listed = JsonDocument.Parse(await Http.GetStringAsync($"{service.Json}/v1/ruleSets", Cancel)).RootElement;
        Assert.Equal("test", listed.GetProperty("ruleSets")[0].GetProperty("version").GetProperty("id").GetString());
        var shown = JsonDocument.Parse(await Http.GetStringAsync($"{service.Json}/v1/ruleSets/test?languageCode=en", Cancel)).RootElement;
        Assert.Equal("FIELD_TYPE_MONEY", shown.GetProperty("ruleSet").GetProperty("fields")[2].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"ruleSet": 5}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"noSuchField": 5}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    public async Task Json_that_is_none_is_refused(string body, HttpStatusCode expected) => Assert.Equal(expected, (await Send("/v1/projects:score", body)).StatusCode);

    [Fact]
    public async Task Json_beyond_the_limit_is_refused()
    {
        // The answer comes before the body is read, so a caller that does not wait for it may find the connection closed.
        var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Json}/v1/projects:score") { Content = new StringContent(Project(new string('1', 3000)), Json) };
        request.Headers.ExpectContinue = true;
        var response = await Http.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("MESSAGE_TOO_LARGE", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_browser_may_call_by_gRPC_Web()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{service.Json}/indicators.v1.RuleSetService/GetServerInfo")
        {
            Content = new ByteArrayContent([0, 0, 0, 0, 0]),
        };
        request.Content.Headers.ContentType = new("application/grpc-web");
        var response = await Http.SendAsync(request, Cancel);
        Assert.Equal("application/grpc-web", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("grpc-status: 0", await response.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pages_of_the_origins_that_are_named_may_call_and_no_others()
    {
        await using var own = await RunningService.Start(rules.Parent, "--AllowOrigins", "https://a.example;https://b.example");
        Assert.Equal(["https://b.example"], await Allowed("https://b.example"));
        Assert.Empty(await Allowed("https://c.example"));

        async Task<IEnumerable<string>> Allowed(string origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Options, $"{own.Json}/indicators.v1.ScoringService/Score") { Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" } } };
            return (await Http.SendAsync(request, Cancel)).Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : [];
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "http://127.0.0.1:0")]
    [InlineData("http://*:0", "")]
    [InlineData("http://127.0.0.1:0", "http://[::]:0")]
    [InlineData("http://example.com:0", "")]
    public void An_address_that_others_can_reach_is_refused_without_tls_unless_told(string grpc, string json)
    {
        string[] args = ["--Grpc", grpc, "--Json", json, "--Rules", rules.Parent];
        Assert.Null(ServiceHost.Build(args, service.RuleSets, ServiceHost.Settings(args), out var refused));
        Assert.NotNull(refused);
        args = [.. args, "--AllowPlaintext", "true"];
        Assert.NotNull(ServiceHost.Build(args, service.RuleSets, ServiceHost.Settings(args), out _));
    }

    [Fact]
    public async Task With_tls_one_port_serves_all_and_callers_can_be_asked_for_a_certificate()
    {
        using var authority = Certificate("CN=Test authority", null);
        using var stranger = Certificate("CN=Another authority", null);
        var (server, trusted) = (Path.Combine(folder.Path, "server.pfx"), Path.Combine(folder.Path, "ca.pem"));
        using (var own = Certificate("CN=localhost", authority))
        {
            File.WriteAllBytes(server, own.Export(X509ContentType.Pfx, "password"));
        }

        File.WriteAllText(trusted, authority.ExportCertificatePem());
        await using var secure = await RunningService.Start(
            rules.Parent, "--Grpc", "https://127.0.0.1:0", "--ClientCa", trusted,
            "--Kestrel:Certificates:Default:Path", server, "--Kestrel:Certificates:Default:Password", "password");
        using var caller = Certificate("CN=bureau", authority);
        using var other = Certificate("CN=bureau", stranger);
        using var known = Channel(secure.Url, caller, authority);
        Assert.Single((await new V1.RuleSetService.RuleSetServiceClient(known).ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel)).RuleSets);
        using var client = new HttpClient(Handler(caller, authority));
        Assert.Contains("test", await client.GetStringAsync($"{secure.Url}/v1/ruleSets", Cancel));
        foreach (var certificate in new[] { other, null })
        {
            using var unknown = Channel(secure.Url, certificate, authority);
            await Assert.ThrowsAsync<RpcException>(async () => await new V1.RuleSetService.RuleSetServiceClient(unknown).ListRuleSetsAsync(new ListRuleSetsRequest(), cancellationToken: Cancel));
        }
    }

    private static GrpcChannel Channel(string url, X509Certificate2? own, X509Certificate2 authority) => GrpcChannel.ForAddress(url, new GrpcChannelOptions { HttpHandler = Handler(own, authority) });

    private static SocketsHttpHandler Handler(X509Certificate2? own, X509Certificate2 authority) => new()
    {
        SslOptions = new()
        {
            ClientCertificates = own is null ? null : [own],
            CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { authority }, RevocationMode = X509RevocationMode.NoCheck },
        },
    };

    private static X509Certificate2 Certificate(string name, X509Certificate2? authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority is null, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var (from, to) = (DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(authority is null ? 2 : 1));
        using var made = authority is null ? request.CreateSelfSigned(from, to) : request.Create(authority, from, to, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    private static string Project(string number) => $$$"""
        {"ruleSet": {"id": "test"}, "project": {"id": "P1", "fields": [
          {"name": "实际", "value": {"number": "{{{number}}}"}, "source": "报告"}, {"name": "计划", "value": {"number": "3"}, "source": "报告"}]}}
        """;

    private Task<HttpResponseMessage> Send(string path, string body) =>
        Http.PostAsync($"{service.Json}{path}", new StringContent(body, Json), Cancel);

    private async Task<(HttpStatusCode Status, JsonElement Json)> Post(string path, string body)
    {
        var response = await Send(path, body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }
}
