using System.Collections.Immutable;
using System.Text.Json;
using Infra.Data;
using Infra.Policies;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Data;

/// <summary>A proxy as production has it; each test changes one thing.</summary>
internal static class ProxyCase
{
    public static DatabaseProxyArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            SubnetIds = ["subnet-a", "subnet-c"],
            SecurityGroupId = "sg-proxy",
            KeyArn = "arn:key",
            DatabaseIdentifier = "idp-server-db",
            User = "app_admin",
            SecretArn = "arn:secret",
            MaxConnections = 80,
        };

    public static Task<Sandbox> RunAsync(DatabaseProxyArgs args) => Sandbox.RunAsync(() => _ = new DatabaseProxy("idp", args));

    public static IReadOnlyDictionary<string, JsonElement> Rights(Sandbox run) =>
        PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);

    // What a proxy hands to functions, as a policy.
    public static async Task<string> ConnectRightsAsync(DatabaseProxyArgs args)
    {
        var policy = "";
        await Sandbox.RunAsync(() =>
            new DatabaseProxy("idp", args)
                .ConnectRights()
                .Apply((ImmutableArray<Statement> statements) => policy = PolicyDocument.Of(statements))
        );
        return policy;
    }
}
