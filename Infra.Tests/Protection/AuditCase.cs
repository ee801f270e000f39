using Infra.Protection;

namespace Infra.Tests.Protection;

/// <summary>An audit trail with all its parts; each test changes one thing.</summary>
internal static class AuditCase
{
    public static AuditTrailArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            KeyArn = "arn:key",
            CloudTrail = true,
            Config = true,
            GuardDuty = true,
        };

    public static Task<Sandbox> RunAsync(AuditTrailArgs args) => Sandbox.RunAsync(() => _ = new AuditTrail("idp", args));
}
