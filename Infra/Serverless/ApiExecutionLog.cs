namespace Infra.Serverless;

/// <summary>What API Gateway writes of its own work.</summary>
internal enum ApiExecutionLog
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Requests that failed.</summary>
    Error,

    /// <summary>Every step of every request, tokens left out. Much, and what it costs grows with the traffic.</summary>
    Info,
}
