using Pulumi;

namespace Infra.Edge;

/// <summary>The target group of one of several services.</summary>
/// <param name="Name">Its name, known before anything is deployed.</param>
/// <param name="Arn">Its ARN, once a listener leads to it: ECS refuses a service whose target group nobody reaches.</param>
/// <param name="ArnSuffix">The part of the ARN by which its metrics are kept.</param>
internal sealed record BalancedTarget(string Name, Output<string> Arn, Output<string> ArnSuffix);
