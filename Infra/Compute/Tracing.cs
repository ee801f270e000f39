using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Policies;
using Pulumi;

namespace Infra.Compute;

/// <summary>What tracing adds to a task: containers beside the application, and what the application needs to know of them.</summary>
internal sealed partial record Tracing
{
    private const string AgentContainer = "adot-agent";
    private const string CollectorContainer = "adot-collector";
    private const string DaemonContainer = "xray-daemon";
    private const string AgentVolume = "java-agent";
    private const string AgentFolder = "/otel";
    private const string AgentFile = $"{AgentFolder}/javaagent.jar";
    private const int CollectorMemoryMiB = 256;
    private const int DaemonPort = 2000;
    private const int OtlpPort = 4318;

    /// <summary>Containers to run beside the application.</summary>
    public ImmutableArray<Container> Containers { get; init; } = [];

    /// <summary>Variables of the application.</summary>
    public ImmutableSortedDictionary<string, Input<string>> Environment { get; init; } =
        ImmutableSortedDictionary.Create<string, Input<string>>(StringComparer.Ordinal);

    /// <summary>An option for <c>JAVA_TOOL_OPTIONS</c>; nothing where none is needed.</summary>
    public string? JavaOption { get; init; }

    /// <summary>Volumes of the application.</summary>
    public ImmutableArray<ContainerMount> Mounts { get; init; } = [];

    /// <summary>What the application waits for.</summary>
    public ImmutableArray<ContainerDependency> DependsOn { get; init; } = [];

    /// <summary>Containers that the application reaches by name; only in bridge mode, elsewhere they share its address.</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>What the containers may do on AWS. X-Ray lets nothing be named: traces are not resources.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>What a mode adds.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="service">The name under which traces appear.</param>
    /// <param name="region">Where they are sent.</param>
    /// <param name="samplePercent">How many requests of a hundred are traced.</param>
    public static Tracing Of(TracingMode mode, string service, string region, int samplePercent) =>
        mode switch
        {
            TracingMode.Adot => Adot(service, region, samplePercent),
            TracingMode.XrayDaemon => Daemon(),
            _ => new(),
        };

    private static Tracing Adot(string service, string region, int samplePercent) =>
        new()
        {
            Containers =
            [
                new()
                {
                    Name = AgentContainer,
                    Image = SidecarImages.JavaAgent,
                    Essential = false, // it copies a file and ends
                    InitProcess = false,
                    Command = ["cp", "/javaagent.jar", AgentFile],
                    Mounts = [new(AgentVolume, AgentFolder)],
                },
                Collector(region, "127.0.0.1"),
            ],
            Environment = Variables(
                ("OTEL_AWS_APPLICATION_SIGNALS_ENABLED", "false"),
                ("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{OtlpPort}"),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
                ("OTEL_LOGS_EXPORTER", "none"),
                ("OTEL_METRICS_EXPORTER", "none"),
                ("OTEL_PROPAGATORS", "xray,tracecontext,baggage"), // the load balancer begins traces in X-Ray's header
                ("OTEL_SERVICE_NAME", service),
                ("OTEL_TRACES_SAMPLER", "parentbased_traceidratio"),
                ("OTEL_TRACES_SAMPLER_ARG", FormattableString.Invariant($"{samplePercent / 100m:0.##}"))
            ),
            JavaOption = $"-javaagent:{AgentFile}",
            Mounts = [new(AgentVolume, AgentFolder, ReadOnly: true)],
            DependsOn = [new(AgentContainer, "SUCCESS"), new(CollectorContainer, "START")],
            Statements = [Send()],
        };

    private static Tracing Daemon() =>
        new() { Containers = [XRayDaemon with { Ports = [new(DaemonPort, "udp")] }], Statements = [SendAndSample()] };

    private static Container XRayDaemon { get; } =
        new()
        {
            Name = DaemonContainer,
            Image = SidecarImages.XRayDaemon,
            Essential = false,
            Cpu = 32,
            MemoryReservationMiB = 256,
        };

    private static Container Collector(string region, string address) =>
        new()
        {
            Name = CollectorContainer,
            Image = SidecarImages.Collector,
            Essential = false, // logins do not stop because traces do
            MemoryMiB = CollectorMemoryMiB,
            Environment = Variables(("AOT_CONFIG_CONTENT", CollectorConfig(region, address))),
            // The image has no shell; this is its own program for the purpose.
            HealthCheck = new() { Command = ["CMD", "/healthcheck"] },
        };

    private static Statement SendAndSample() =>
        Send() with
        {
            Actions =
            [
                "xray:GetSamplingRules",
                "xray:GetSamplingStatisticSummaries",
                "xray:GetSamplingTargets",
                "xray:PutTelemetryRecords",
                "xray:PutTraceSegments",
            ],
        };

    private static Statement Send() => new("SendTraces") { Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"] };

    // YAML reads JSON, and JSON is written the same way each time.
    private static string CollectorConfig(string region, string address) =>
        new JsonObject
        {
            ["extensions"] = new JsonObject { ["health_check"] = new JsonObject() },
            ["receivers"] = new JsonObject
            {
                ["otlp"] = new JsonObject
                {
                    ["protocols"] = new JsonObject { ["http"] = new JsonObject { ["endpoint"] = $"{address}:{OtlpPort}" } },
                },
            },
            ["processors"] = new JsonObject
            {
                ["batch"] = new JsonObject(),
                ["resourcedetection"] = new JsonObject { ["detectors"] = new JsonArray("env", "ecs") },
            },
            ["exporters"] = new JsonObject { ["awsxray"] = new JsonObject { ["region"] = region } },
            ["service"] = new JsonObject
            {
                ["extensions"] = new JsonArray("health_check"),
                ["pipelines"] = new JsonObject
                {
                    ["traces"] = new JsonObject
                    {
                        ["receivers"] = new JsonArray("otlp"),
                        ["processors"] = new JsonArray("resourcedetection", "batch"),
                        ["exporters"] = new JsonArray("awsxray"),
                    },
                },
            },
        }.ToJsonString();

    private static ImmutableSortedDictionary<string, Input<string>> Variables(params (string Name, string Value)[] variables) =>
        variables.ToImmutableSortedDictionary(
            variable => variable.Name,
            variable => (Input<string>)variable.Value,
            StringComparer.Ordinal
        );
}
