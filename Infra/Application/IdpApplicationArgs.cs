using System.Collections.Immutable;
using Infra.Compute;
using Infra.Settings.IdpServer;
using Pulumi;

namespace Infra.Application;

/// <summary>What the application must be told of the things around it.</summary>
internal sealed record IdpApplicationArgs
{
    /// <summary>The image, by digest or tag.</summary>
    public required string Image { get; init; }

    /// <summary>What the stack decides about the service.</summary>
    public required ServiceSettings Settings { get; init; }

    /// <summary>The public address, <c>https://idp.example.com</c>.</summary>
    public required Input<string> ServerUrl { get; init; }

    /// <summary>Whether people are served over TLS. Default: true; otherwise browsers would not send the session's cookie back.</summary>
    public bool IsSecure { get; init; } = true;

    /// <summary>The host name of the primary.</summary>
    public required Input<string> WriterHost { get; init; }

    /// <summary>The host names of the copies. Default: none, and the primary serves reads.</summary>
    public ImmutableArray<Output<string>> ReaderHosts { get; init; } = [];

    /// <summary>Where Redis answers without TLS; on this task's own address when a side-car does.</summary>
    public required Input<string> RedisHost { get; init; }

    /// <summary>Its port.</summary>
    public required int RedisPort { get; init; }

    /// <summary>The secret with the API key, the API secret and the key that encrypts data.</summary>
    public required Input<string> ApiSecretArn { get; init; }

    /// <summary>The secret with the users of the database.</summary>
    public required Input<string> DatabaseSecretArn { get; init; }

    /// <summary>The secret with the token of Redis.</summary>
    public required Input<string> RedisSecretArn { get; init; }

    /// <summary>How requests are traced.</summary>
    public Tracing Tracing { get; init; } = new();

    /// <summary>The containers beside it, which take their memory from the task's.</summary>
    public ImmutableArray<Container> Sidecars { get; init; } = [];

    /// <summary>What it waits for besides tracing. Default: nothing.</summary>
    public ImmutableArray<ContainerDependency> DependsOn { get; init; } = [];
}
