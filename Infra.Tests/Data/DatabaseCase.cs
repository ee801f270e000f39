using Infra.Data;
using Pulumi;

namespace Infra.Tests.Data;

/// <summary>A database as production has it; each test changes one thing.</summary>
internal static class DatabaseCase
{
    /// <summary>Sound args.</summary>
    public static TenantDatabaseArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            SubnetIds = ["subnet-a", "subnet-c"],
            Zones = ["ap-northeast-1a", "ap-northeast-1c"],
            SecurityGroupId = "sg-db",
            KeyArn = "arn:key",
            ReadReplicas = 1,
            MasterPassword = new(Output.Create("the password"), 3),
        };

    public static Task<Sandbox> RunAsync(TenantDatabaseArgs args) => Sandbox.RunAsync(() => _ = new TenantDatabase("idp", args));
}
