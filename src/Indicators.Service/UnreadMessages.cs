using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Microsoft.AspNetCore.Http.Features;

namespace Indicators.Service;

/// <summary>
/// What the framework refuses before any code of ours sees it gets a reason of the table as well: messages that are too large, and
/// bytes that are no message, which it calls UNKNOWN.
/// </summary>
internal static class UnreadMessages
{
    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    private const string StatusCode = "grpc-status";
    private const string Message = "grpc-message";
    private const string Details = "grpc-status-details-bin";

    public static async Task Explain(HttpContext context, RequestDelegate next, ServiceSettings settings)
    {
        await next(context);
        // An answer without a message has its status in the headers.
        var trailers = context.Response.HasStarted ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : context.Response.Headers;
        if (trailers is null || trailers.IsReadOnly || trailers.ContainsKey(Details) || Reason(trailers[StatusCode]) is not { } reason)
        {
            return;
        }

        var status = Status(reason, context, settings);
        trailers[StatusCode] = $"{status.Code}";
        trailers[Message] = Uri.EscapeDataString(status.Message);
        trailers[Details] = Convert.ToBase64String(status.ToByteArray());
    }

    /// <summary>JSON has the same limit, and the error as its body.</summary>
    public static Task LimitJson(HttpContext context, RequestDelegate next, ServiceSettings settings)
    {
        if (context.Request.HasJsonContentType())
        {
            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = settings.MaxMessageBytes;
            if (context.Request.ContentLength > settings.MaxMessageBytes)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                context.Response.ContentType = "application/json";
                return context.Response.WriteAsync(Json.Format(Status(ErrorReason.MessageTooLarge, context, settings)));
            }
        }

        return next(context);
    }

    private static Status Status(ErrorReason reason, HttpContext context, ServiceSettings settings) =>
        RpcErrors.Status(reason, SpokenLanguage.Accepted($"{context.Request.Headers.AcceptLanguage}"), settings.MaxMessageBytes);

    private static ErrorReason? Reason(string? status) => status switch
    {
        "8" => ErrorReason.MessageTooLarge,
        "2" => ErrorReason.MessageUnreadable,
        _ => null,
    };
}
