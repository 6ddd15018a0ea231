using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Indicators.Service;

/// <summary>What is our own fault becomes INTERNAL, and is logged with its place and without its message, which might hold evidence.</summary>
internal sealed partial class FaultInterceptor(ILogger<FaultInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (IsFault(e, context))
        {
            throw Fault(e, context);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        catch (InvalidProtocolBufferException)
        {
            throw RpcErrors.Error(ErrorReason.MessageUnreadable, SpokenLanguage.Of("", context.RequestHeaders));
        }
        catch (Exception e) when (IsFault(e, context))
        {
            throw Fault(e, context);
        }
    }

    /// <summary>A caller who went away is none, whether the token or the stream tells of it; the framework tells of a deadline.</summary>
    private static bool IsFault(Exception e, ServerCallContext context) => e is not (RpcException or IOException) && !context.CancellationToken.IsCancellationRequested;

    private RpcException Fault(Exception e, ServerCallContext context)
    {
        Failed(context.Method, e.GetType().FullName!, e.StackTrace ?? "");
        return RpcErrors.Error(ErrorReason.Internal, SpokenLanguage.Of("", context.RequestHeaders));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed with {Exception} at {Trace}")]
    private partial void Failed(string method, string exception, string trace);
}
