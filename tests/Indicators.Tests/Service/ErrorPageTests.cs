using System.Text;
using System.Text.RegularExpressions;
using Indicators.Service;

namespace Indicators.Tests.Service;

/// <summary>The page of errors is what the code says, in both languages.</summary>
public sealed class ErrorPageTests
{
    [Theory]
    [InlineData("errors.md", Language.Chinese)]
    [InlineData("errors.en.md", Language.English)]
    public void The_page_has_every_reason(string file, Language language)
    {
        var page = Page(language);
        var (path, fresh) = (Repository.Path("docs", file), Path.Combine(AppContext.BaseDirectory, file));
        File.WriteAllText(fresh, page);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, $"docs/{file} is out of date; copy {fresh} over it.");
    }

    [Fact]
    public void Every_reason_that_the_contract_names_is_there()
    {
        var named = Directory.EnumerateFiles(Repository.Path("protos"), "*_service.proto", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"\b[A-Z]+(_[A-Z]+)+\b").Select(m => m.Value))
            .Except(["INVALID_ARGUMENT", "UNAVAILABLE", "NOT_FOUND", "FAILED_PRECONDITION", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED"]).Distinct();
        Assert.Empty(named.Except(ErrorReason.All.Select(r => r.Name)));
    }

    private static string Page(Language language)
    {
        var isChinese = language == Language.Chinese;
        var text = new StringBuilder(isChinese
            ? "# 服务的错误\n[English](errors.en.md)\n\n每个错误都是一个 `google.rpc.Status`，带 `ErrorInfo`（domain `indicators`，下表的 reason，永不改名）、`LocalizedMessage`（zh-CN 或 en）；请求里哪个字段不对，在 `BadRequest` 里写出路径和改法。一批里某个项目的错误放在它自己的位置上，不影响别的项目。表里的 {0}、{1} 填入具体的值。\n\n过一会儿再试会成功的，带 `RetryInfo`。超过期限是 DEADLINE_EXCEEDED，由框架给出，没有 reason。\n\n| reason | 状态 | 说明 | 怎么办 |\n|---|---|---|---|\n"
            : "# Errors of the service\n[中文](errors.md)\n\nEvery error is a `google.rpc.Status` with `ErrorInfo` (domain `indicators`, a reason of this table; none is ever renamed) and `LocalizedMessage` (zh-CN or en); where a field of the request is wrong, `BadRequest` has its path and the way out. The error of one project of many stands in its place and touches no other. {0} and {1} are filled in.\n\nWhat succeeds when it is tried again a little later has `RetryInfo`. A passed deadline is DEADLINE_EXCEEDED, which comes from the framework and has no reason.\n\n| reason | status | what is wrong | the way out |\n|---|---|---|---|\n");
        foreach (var reason in ErrorReason.All)
        {
            text.Append($"| {reason.Name} | {Upper(reason.Code.ToString())} | {reason.Text.In(language)} | {reason.Remedy.In(language)} |\n");
        }

        return text.ToString();
    }

    private static string Upper(string code) => Regex.Replace(code, "(?<=[a-z])[A-Z]", "_$0").ToUpperInvariant();
}
