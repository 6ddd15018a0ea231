using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Indicators.Service;

/// <summary>Makes the errors of <see cref="ErrorReason"/>: a status with its details.</summary>
internal static class RpcErrors
{
    public const string Domain = "indicators";

    // Details travel in a trailer, which clients limit: Java's to 8 KiB, base64 included.
    private const int ViolationBytes = 4096;
    private const int TextLength = 200;

    /// <param name="reason">Which.</param>
    /// <param name="language">Of its text.</param>
    /// <param name="arguments">What its text is filled with; long ones are cut.</param>
    public static Status Status(ErrorReason reason, Language language, params IEnumerable<object> arguments) => Make(reason, language, [], arguments);

    /// <summary>The same to be thrown.</summary>
    public static RpcException Error(ErrorReason reason, Language language, params IEnumerable<object> arguments) => Status(reason, language, arguments).ToRpcException();

    /// <summary>One whose cause is a single field of the request.</summary>
    public static RpcException Field(ErrorReason reason, Language language, string field, params IEnumerable<object> arguments) =>
        Make(reason, language, [new() { Field = field, Reason = reason.Name, Description = reason.Remedy.In(language) }], arguments).ToRpcException();

    public static Status EvidenceInvalid(string project, Diagnostics problems, Language language)
    {
        var errors = problems.Where(p => p.Severity == Severity.Error).ToList();
        var violations = Listed(errors.Select(p => Violation(p, language)));
        return Make(ErrorReason.EvidenceInvalid, language, violations, [project, errors.Count, violations.Length]);
    }

    /// <summary>The evidence is fine, but a rule cannot be run on it: EXPRESSION_LIMIT, PORTFOLIO_MISSING.</summary>
    public static Status NotScorable(Diagnostic problem, Language language) =>
        Status(ErrorReason.Of(Name(problem)), language, new Bilingual($"{problem.Text(Language.Chinese)}。{problem.Remedy(Language.Chinese)}", $"{problem.Text(Language.English)}. {problem.Remedy(Language.English)}"));

    private static Status Make(ErrorReason reason, Language language, BadRequest.Types.FieldViolation[] violations, IEnumerable<object> arguments)
    {
        var filled = arguments.Select(a => (object)Cut(a is Bilingual b ? b.In(language) : a.ToString()!)).ToArray();
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, reason.Text.In(language), filled);
        var status = new Status { Code = (int)reason.Code, Message = text };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = Domain, Reason = reason.Name }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = language == Language.Chinese ? "zh-CN" : "en", Message = text }));
        if (reason.RetryAfter is { } wait)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        }

        if (violations.Length > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { violations } }));
        }

        return status;
    }

    private static BadRequest.Types.FieldViolation Violation(Diagnostic problem, Language language) => new()
    {
        Field = Cut(problem.Place.File),
        Reason = Name(problem),
        Description = $"{Cut(problem.Text(language).TrimEnd('。', '.'))}{(language == Language.Chinese ? "。" : ". ")}{Cut(problem.Remedy(language))}",
    };

    private static string Name(Diagnostic problem) => problem.Code.ToUpperInvariant().Replace('-', '_');

    /// <summary>As many as fit.</summary>
    private static BadRequest.Types.FieldViolation[] Listed(IEnumerable<BadRequest.Types.FieldViolation> violations)
    {
        var bytes = 0;
        return [.. violations.TakeWhile(v => (bytes += v.CalculateSize()) <= ViolationBytes)];
    }

    private static string Cut(string text) => text.Length <= TextLength ? text : text[..TextLength] + "…";
}
