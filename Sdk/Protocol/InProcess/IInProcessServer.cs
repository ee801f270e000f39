namespace Protocol.InProcess;

/// <summary>A server that is called without a socket. Only bytes and a status cross, as on the wire: no object is shared.</summary>
internal interface IInProcessServer
{
    /// <summary>Answers one call; never throws, but for the token.</summary>
    /// <param name="path">The call as <c>/service/name</c>.</param>
    /// <param name="request">The request's bytes; not read any more once the task has ended.</param>
    /// <param name="deadline">The time the caller allows; null for no limit.</param>
    /// <param name="cancellationToken">The caller giving up.</param>
    Task<InProcessAnswer> CallAsync(
        string path,
        ReadOnlyMemory<byte> request,
        TimeSpan? deadline,
        CancellationToken cancellationToken
    );
}
