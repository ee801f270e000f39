using System.Collections.Immutable;
using Pulumi;

namespace Infra.Data;

/// <summary>What other resources give a database.</summary>
/// <param name="SubnetIds">Its subnets.</param>
/// <param name="SecurityGroupId">Its security group.</param>
/// <param name="KeyArn">Its key.</param>
/// <param name="MasterPassword">The master password; nothing where RDS makes it.</param>
/// <param name="BackupTag">The tag by which AWS Backup finds it; nothing where it does not.</param>
internal sealed record DatabaseWiring(
    ImmutableArray<Input<string>> SubnetIds,
    Input<string> SecurityGroupId,
    Input<string> KeyArn,
    Output<string>? MasterPassword,
    string? BackupTag
);
