namespace Infra.Compute;

/// <content>
/// The same in bridge mode, where the containers of a task do not share an address: the application reaches the side-car by its name. The
/// application there is not Java and brings its own instrumentation, so nothing is copied into it.
/// </content>
internal sealed partial record Tracing
{
    /// <summary>What a mode adds to a task in bridge mode.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="service">The name under which traces appear.</param>
    /// <param name="region">Where they are sent.</param>
    public static Tracing Linked(TracingMode mode, string service, string region) =>
        mode switch
        {
            TracingMode.Adot => new()
            {
                // All addresses, which are those of the container: nothing outside the instance reaches them.
                Containers = [InRegion(Collector(region, "0.0.0.0"), region)],
                Environment = Variables(
                    ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{CollectorContainer}:{OtlpPort}"),
                    ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                    ("OTEL_PROPAGATORS", "xray,tracecontext,baggage"),
                    ("OTEL_SERVICE_NAME", service)
                ),
                Links = [CollectorContainer],
                DependsOn = [new(CollectorContainer, "START")],
                Statements = [Send()],
            },
            TracingMode.XrayDaemon => new()
            {
                // The image listens on all addresses by itself, and no port of the instance is needed.
                Containers = [InRegion(XRayDaemon, region)],
                Environment = Variables(
                    ("AWS_XRAY_DAEMON_ADDRESS", $"{DaemonContainer}:{DaemonPort}"),
                    ("AWS_XRAY_TRACING_NAME", service)
                ),
                Links = [DaemonContainer],
                DependsOn = [new(DaemonContainer, "START")],
                Statements = [SendAndSample()],
            },
            _ => new(),
        };

    // Elsewhere it is asked of the instance, whose metadata containers here cannot reach.
    private static Container InRegion(Container container, string region) =>
        container with
        {
            Environment = container.Environment.Add("AWS_REGION", region),
        };
}
