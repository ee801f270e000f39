namespace Protocol.Server.Hosting;

/// <summary>What carries the calls of one server.</summary>
internal interface IHost : IDisposable
{
    /// <summary>What a client is given.</summary>
    string Address { get; }

    /// <summary>Takes no new calls and waits for the running ones to be answered.</summary>
    /// <param name="cancellationToken">The end of patience: cuts them off.</param>
    Task StopAsync(CancellationToken cancellationToken);
}
