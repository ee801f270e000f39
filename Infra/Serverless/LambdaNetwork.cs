using Pulumi;

namespace Infra.Serverless;

/// <summary>Where a function stands that reaches into a VPC.</summary>
/// <param name="SubnetIds">Private subnets, in more than one zone.</param>
/// <param name="SecurityGroupId">What it may reach.</param>
internal sealed record LambdaNetwork(InputList<string> SubnetIds, Input<string> SecurityGroupId);
