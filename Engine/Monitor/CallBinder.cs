using Engine.Values;
using Google.Protobuf;
using Protocol;
using Protocol.Server;

namespace Engine.Monitor;

/// <summary>Puts handlers behind gRPC methods: notes that the program is alive, and turns refusals into statuses and diagnostics.</summary>
internal sealed class CallBinder(RunContext run)
{
    public static readonly Google.Protobuf.WellKnownTypes.Empty Empty = new();

    public void Add<TRequest, TResponse>(
        GrpcServices services,
        GrpcMethod<TRequest, TResponse> method,
        Func<TRequest, TResponse> handler
    )
        where TRequest : IMessage<TRequest>, new()
        where TResponse : IMessage<TResponse>, new() =>
        services.Add(
            method,
            (request, _) =>
            {
                run.Activity.Begin(method.Name);
                try
                {
                    return Task.FromResult(handler(request));
                }
                catch (RegistrationException refusal)
                {
                    throw Refuse(refusal.Status, refusal.Message, refusal.Urn);
                }
                catch (WireFormatException malformed)
                {
                    throw Refuse(GrpcStatusCode.InvalidArgument, $"{method.Name}: malformed message, {malformed.Message}", null);
                }
                finally
                {
                    run.Activity.End(method.Name);
                }
            }
        );

    private GrpcException Refuse(GrpcStatusCode status, string problem, string? urn)
    {
        run.Log.AddRefusal(problem, urn);
        return new GrpcException(status, problem);
    }
}
