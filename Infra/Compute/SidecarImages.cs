namespace Infra.Compute;

/// <summary>The versions of everything that runs beside an application. Raising one is a change of this file only.</summary>
internal static class SidecarImages
{
    /// <summary>Holds the Java agent of the AWS Distro for OpenTelemetry, and a program that copies it.</summary>
    public const string JavaAgent = "public.ecr.aws/aws-observability/adot-autoinstrumentation-java:v2.28.2";

    /// <summary>The collector of the AWS Distro for OpenTelemetry.</summary>
    public const string Collector = "public.ecr.aws/aws-observability/aws-otel-collector:v0.45.0";

    /// <summary>The X-Ray daemon. The source takes latest from another registry; what runs must be known.</summary>
    public const string XRayDaemon = "public.ecr.aws/xray/aws-xray-daemon:3.3.7";
}
