namespace Infra.Serverless;

/// <summary>From which level on lines of a function are kept.</summary>
internal enum LambdaLogLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>What helps to find faults; it may show what users send.</summary>
    Debug,

    /// <summary>What happened.</summary>
    Info,

    /// <summary>What looks wrong.</summary>
    Warn,

    /// <summary>What went wrong.</summary>
    Error,

    /// <summary>What ended the function.</summary>
    Fatal,
}
