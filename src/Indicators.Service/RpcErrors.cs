using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Indicators.Service;

/// <summary>Every error that a caller can see: its status code, its stable reason, and its text in both languages.</summary>
internal static class RpcErrors
{
    private const string Domain = "indicators";

    // Details travel in a trailer, which clients limit: Java's to 8 KiB, base64 included.
    private const int ViolationBytes = 4096;
    private const int TextLength = 200;

    public static RpcException RuleSetIdMissing(IEnumerable<string> loaded, Language language) => Error(
        Code.InvalidArgument, "RULE_SET_ID_MISSING", language,
        new($"缺少 rule_set_id；已加载：{string.Join("、", loaded)}", $"rule_set_id is missing; loaded are: {string.Join(", ", loaded)}"),
        Required("rule_set_id", language, new("写指标体系的编号", "give the id of a rule set")));

    public static RpcException ProjectIdMissing(Language language) => Error(
        Code.InvalidArgument, "PROJECT_ID_MISSING", language,
        new("缺少 project.id；写项目编号，例如 P001", "project.id is missing; give the id of the project, such as P001"),
        Required("project.id", language, new("写项目编号，例如 P001", "give the id of the project, such as P001")));

    public static RpcException LanguageUnknown(string code) => Error(
        Code.InvalidArgument, "LANGUAGE_UNKNOWN", Language.English,
        new($"不支持语言“{Cut(code)}”；写 zh-CN 或 en", $"the language “{Cut(code)}” is not spoken here; give zh-CN or en"));

    public static RpcException RuleSetNotFound(string id, IEnumerable<string> loaded, Language language) => Error(
        Code.NotFound, "RULE_SET_NOT_FOUND", language,
        new($"没有指标体系“{Cut(id)}”；已加载：{string.Join("、", loaded)}", $"there is no rule set “{Cut(id)}”; loaded are: {string.Join(", ", loaded)}"));

    public static RpcException EvidenceInvalid(string project, Diagnostics problems, Language language)
    {
        var errors = problems.Where(p => p.Severity == Severity.Error).ToList();
        var violations = Listed(errors.Select(p => Violation(p, language)));
        return Error(
            Code.InvalidArgument, "EVIDENCE_INVALID", language,
            new(
                $"项目“{Cut(project)}”的佐证有 {errors.Count} 个问题，没有评分；BadRequest 列出前 {violations.Length} 个",
                $"the project “{Cut(project)}” is not scored: its evidence has {errors.Count} problems, of which BadRequest lists the first {violations.Length}"),
            violations);
    }

    /// <summary>The evidence is fine, but a rule cannot be run on it: EXPRESSION_LIMIT, PORTFOLIO_MISSING.</summary>
    public static RpcException NotScorable(Diagnostic problem, Language language) => Error(
        Code.FailedPrecondition, Reason(problem), language,
        new($"{Cut(problem.Text(Language.Chinese))}。{problem.Remedy(Language.Chinese)}", $"{Cut(problem.Text(Language.English))}. {problem.Remedy(Language.English)}"));

    private static RpcException Error(Code code, string reason, Language language, Bilingual text, params BadRequest.Types.FieldViolation[] violations)
    {
        var status = new Google.Rpc.Status { Code = (int)code, Message = text.In(language) };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = Domain, Reason = reason }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language == Language.Chinese ? "zh-CN" : "en", Message = text.In(language) }));
        if (violations.Length > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        }

        return status.ToRpcException();
    }

    private static BadRequest.Types.FieldViolation Violation(Diagnostic problem, Language language) => new()
    {
        Field = Cut(problem.Place.File),
        Reason = Reason(problem),
        Description = $"{Cut(problem.Text(language).TrimEnd('。', '.'))}{(language == Language.Chinese ? "。" : ". ")}{Cut(problem.Remedy(language))}",
    };

    private static string Reason(Diagnostic problem) => problem.Code.ToUpperInvariant().Replace('-', '_');

    /// <summary>As many as fit.</summary>
    private static BadRequest.Types.FieldViolation[] Listed(IEnumerable<BadRequest.Types.FieldViolation> violations)
    {
        var bytes = 0;
        return [.. violations.TakeWhile(v => (bytes += v.CalculateSize()) <= ViolationBytes)];
    }

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..TextLength] + "…";

    private static BadRequest.Types.FieldViolation Required(string field, Language language, Bilingual remedy) =>
        new() { Field = field, Reason = "REQUIRED", Description = remedy.In(language) };
}
