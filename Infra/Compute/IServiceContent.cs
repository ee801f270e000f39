using Infra.Settings;

namespace Infra.Compute;

/// <summary>What scaling and alarms must know of a service, wherever its tasks run.</summary>
internal interface IServiceContent
{
    /// <summary>The stack.</summary>
    StackContext Context { get; }

    /// <summary>The cluster's name.</summary>
    string ClusterName { get; }

    /// <summary>What the service is, for its name.</summary>
    string ServiceRole { get; }

    /// <summary>Where a load balancer finds it; nothing where none does.</summary>
    ServiceTarget? Target { get; }

    /// <summary>How many tasks.</summary>
    ServiceScaling Scaling { get; }

    /// <summary>How it is deployed.</summary>
    ServiceDeployment Deployment { get; }
}
