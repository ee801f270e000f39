namespace Infra.Compute;

/// <summary>Where a service is called by others.</summary>
/// <param name="Service">Its name, the only one in the namespace.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The port.</param>
internal sealed record ServiceAddress(string Service, string Host, int Port);
