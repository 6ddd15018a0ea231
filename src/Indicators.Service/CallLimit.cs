using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Indicators.Service;

/// <summary>More calls at once than the service takes are sent away with the time to wait, so that those under way are served.</summary>
internal sealed class CallLimit(ServiceSettings settings) : Interceptor
{
    private int underWay;

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Enter(context);
        try
        {
            return await continuation(request, context);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Enter(context);
        try
        {
            await continuation(requestStream, responseStream, context);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private void Enter(ServerCallContext context)
    {
        if (Interlocked.Increment(ref underWay) > settings.MaxCalls)
        {
            Interlocked.Decrement(ref underWay);
            throw RpcErrors.Error(ErrorReason.TooManyCalls, SpokenLanguage.Of("", context.RequestHeaders), settings.MaxCalls);
        }
    }
}
