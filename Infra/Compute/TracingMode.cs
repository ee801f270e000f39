namespace Infra.Compute;

/// <summary>How requests are traced.</summary>
internal enum TracingMode
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>A Java agent of the AWS Distro for OpenTelemetry instruments the application; a collector beside it sends to X-Ray.</summary>
    Adot,

    /// <summary>
    /// The daemon of the source document beside the application. An application that is not instrumented, as idp-server is not, sends it
    /// nothing, and AWS only maintains it.
    /// </summary>
    XrayDaemon,
}
