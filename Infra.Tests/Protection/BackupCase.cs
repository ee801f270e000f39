using Infra.Protection;
using Pulumi;
using Pulumi.Aws;

namespace Infra.Tests.Protection;

/// <summary>Backups as production has them; each test changes one thing.</summary>
internal static class BackupCase
{
    public static BackupPlanArgs Args() => new() { Context = TestStacks.Prod, KeyArn = "arn:key" };

    public static Task<Sandbox> RunAsync(BackupPlanArgs args) => Sandbox.RunAsync(() => _ = new BackupPlan("idp", args));

    // A provider is a resource and can be made inside of a program only.
    public static Task<Sandbox> RunWithCopyAsync(string region) =>
        Sandbox.RunAsync(() =>
            _ = new BackupPlan(
                "idp",
                Args() with
                {
                    Copy = new(region)
                    {
                        Provider = new Provider("second", new() { Region = region }),
                        KeyArn = "arn:second-key",
                    },
                }
            )
        );
}
