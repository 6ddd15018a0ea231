using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace ScoreClient;

/// <summary>What an error says, field by field.</summary>
internal static class Errors
{
    public static string Said(RpcException error) => error.GetRpcStatus() is { } status ? Said(status) : $"{error.StatusCode}: {error.Status.Detail}";

    public static string Said(Status status)
    {
        var fields = status.GetDetail<BadRequest>()?.FieldViolations.Select(v => $"{v.Field}: {v.Description}") ?? [];
        return string.Join("\n  ", fields.Prepend($"{status.GetDetail<ErrorInfo>()?.Reason} {status.Message}"));
    }
}
