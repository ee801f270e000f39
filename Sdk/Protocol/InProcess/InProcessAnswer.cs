namespace Protocol.InProcess;

/// <summary>What would be the response's frame and trailers.</summary>
/// <param name="Status">How the call ended.</param>
/// <param name="Detail">Why, unless it is OK.</param>
/// <param name="Message">The response's bytes, when OK.</param>
internal readonly record struct InProcessAnswer(GrpcStatusCode Status, string Detail, PooledMessage? Message);
