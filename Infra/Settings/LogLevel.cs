namespace Infra.Settings;

/// <summary>From which level on the application logs.</summary>
internal enum LogLevel
{
    /// <summary>Failures only.</summary>
    Error,

    /// <summary>What may become one.</summary>
    Warn,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>How it happens; too much for production.</summary>
    Debug,
}
