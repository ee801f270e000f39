using System.Collections.Immutable;
using Pulumi;

namespace Infra.Data;

/// <summary>What other resources give a proxy.</summary>
/// <param name="SubnetIds">Its subnets.</param>
/// <param name="SecurityGroupId">Its security group.</param>
/// <param name="KeyArn">The key of its log and of the secret.</param>
/// <param name="DatabaseIdentifier">The database; see <see cref="TenantDatabase.InstanceIdentifier"/>.</param>
/// <param name="DatabaseResourceId">The same as policies name it; see <see cref="TenantDatabase.ResourceId"/>.</param>
/// <param name="SecretArn">The master user's secret; see <see cref="MasterSecret.Arn"/>.</param>
/// <param name="MasterUser">The master user.</param>
internal sealed record ProxyWiring(
    ImmutableArray<Input<string>> SubnetIds,
    Input<string> SecurityGroupId,
    Input<string> KeyArn,
    Input<string> DatabaseIdentifier,
    Input<string> DatabaseResourceId,
    Input<string> SecretArn,
    string MasterUser
);
